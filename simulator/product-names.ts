/** The names and URNs of products and files, which any service can create and read without a register. */
import type { Item } from './items'
import { hash } from './random'
import type { SessionRecord } from './records'

/** The letters and digits of any name. */
const plain = (name: string): string =>
  name
    .replace(/[^\da-z]+/gi, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 24) || 'product'

/** The provider's identifier, the same from the scan to the catalogue. */
export function productName({ source, serial }: SessionRecord, product: number): string {
  return `${plain(source)}-${serial}-${String(product).padStart(6, '0')}`
}

const EXTENSIONS = ['tif', 'nc', 'h5', 'dat'] as const

/** A file of a source that always delivers the same format. */
export function fileName(record: SessionRecord, number: number): string {
  return `${productName(record, number)}.${EXTENSIONS[hash(record.source) % EXTENSIONS.length] ?? 'dat'}`
}

/** Where a source puts its files before the scan. */
export function filePath(record: SessionRecord, number: number): string {
  return `/data/incoming/${plain(record.source)}/${plain(record.name)}/${fileName(record, number)}`
}

const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0').slice(-length)

/** Keep numbers from being read at a glance. */
const SESSION_MASK = 0x5bd1e9
const PRODUCT_MASK = 0x9a3f17

/** Stored products of a later version say so. */
export const versionOf = ({ about }: Pick<Item, 'about'>): number =>
  about === 'NEW_VERSION' || about === 'REPLACEMENT' ? 2 : 1

/** A URN whose end tells its session and product, so that a download finds them again. */
export function urnOf(kind: 'AIP' | 'FEATURE', { serial }: SessionRecord, product: number, version = 1): string {
  const chance = hex(hash(`${kind} ${serial} ${product}`), 8) + hex(hash(`${product} ${serial}`), 8)
  const end = hex(serial ^ SESSION_MASK, 6) + hex(product ^ PRODUCT_MASK, 6)
  const uuid = `${chance.slice(0, 8)}-${chance.slice(8, 12)}-4${chance.slice(12, 15)}-8${hex(product * 7, 3)}-${end}`
  return `URN:${kind}:DATA:demo:${uuid}:V${version}`
}

/** The serial number of the session, and the product, of a URN of ours; undefined for another one. */
export function readUrn(urn: string): { readonly session: number; readonly product: number } | undefined {
  const [, session, product] = /-([\da-f]{6})([\da-f]{6}):V\d+$/.exec(urn) ?? []
  if (session === undefined || product === undefined) return undefined
  return { session: parseInt(session, 16) ^ SESSION_MASK, product: parseInt(product, 16) ^ PRODUCT_MASK }
}

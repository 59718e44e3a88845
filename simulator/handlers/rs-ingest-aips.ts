/** rs-ingest: the OAIS products, and the file of one (docs/regards-api/actions.md 3.3). */
import { iso, jsonAnswer, link, refusal } from '../envelope'
import type { Archive } from '../archive'
import { isReferenced } from '../holdings'
import type { Item } from '../items'
import { MARKED } from '../items'
import { peekItems } from '../live-steps'
import { firstFault, isWithin, member, restriction, satisfies, satisfiesAny, textMember } from '../matching'
import { productName, readUrn, urnOf, versionOf } from '../product-names'
import { uuidOf } from '../random'
import type { SessionRecord } from '../records'
import type { Keys } from './order'
import { gather, sortedPage } from './order'
import type { Call } from './route'
import { routesOf } from './route'
import { holdingAny, similarSessions } from './sessions-asked'

interface ProductRow {
  readonly record: SessionRecord
  readonly product: Item
  readonly aipId: string
  readonly providerId: string
  readonly storages: readonly [string]
}

const CATEGORIES = ['science']

function rowOf(archive: Archive, record: SessionRecord, product: Item): ProductRow {
  return {
    record,
    product,
    aipId: urnOf('AIP', record, product.product, versionOf(product)),
    providerId: productName(record, product.product),
    storages: [archive.storages.homeOf(record.source, 'STORAGE')],
  }
}

/** Deleted BY_STATE, a product is listed as before (docs/regards-api/measured.md 1.2). */
const stateOf = ({ status }: Item): string => (status === MARKED ? 'DELETED' : status)

const KEYS: Keys<ProductRow> = {
  id: ({ product }) => product.id,
  aipId: ({ aipId }) => aipId,
  providerId: ({ providerId }) => providerId,
  version: ({ product }) => versionOf(product),
  state: ({ product }) => stateOf(product),
  sessionOwner: ({ record }) => record.source,
  session: ({ record }) => record.name,
  creationDate: ({ product }) => product.createdAt,
  lastUpdate: ({ product }) => product.updatedAt,
}

/** The full document, heavy in a real REGARDS; its nulls are written out. */
const documentOf = ({ aipId, providerId, product, storages: [storage] }: ProductRow) => ({
  providerId,
  sipId: aipId.replace('URN:AIP', 'URN:SIP'),
  version: versionOf(product),
  ipType: 'DATA',
  id: aipId,
  geometry: null,
  normalizedGeometry: null,
  properties: {
    contentInformations: [
      {
        representationInformation: {},
        dataObject: {
          regardsDataType: 'RAWDATA',
          locations: [{ storage, url: `file:///${storage}/${providerId}.dat` }],
          filename: `${providerId}.dat`,
          algorithm: 'MD5',
          checksum: uuidOf(aipId).replaceAll('-', ''),
          fileSize: 1000 + product.product,
        },
      },
    ],
    pdi: {
      contextInformation: {},
      referenceInformation: {},
      provenanceInformation: {
        history: [{ type: 'SUBMISSION', comment: `Product ${providerId} ingested`, date: iso(product.createdAt) }],
      },
      fixityInformation: {},
      accessRightInformation: {},
    },
  },
  type: 'Feature',
})

function wrapProduct(row: ProductRow) {
  const { record, product, aipId, providerId, storages } = row
  return {
    content: {
      id: product.id,
      aipId,
      providerId,
      version: versionOf(product),
      last: true,
      state: stateOf(product),
      ipType: 'DATA',
      sessionOwner: record.source,
      session: record.name,
      categories: CATEGORIES,
      tags: [],
      storages,
      creationDate: iso(product.createdAt),
      lastUpdate: iso(product.updatedAt),
      disseminationStatus: 'NONE',
      aip: documentOf(row),
    },
    links: [link('notify', 'rs-ingest/aips/notify')],
  }
}

const RESTRICTIONS = [
  ...['aipStates', 'aipIpTypes', 'providerIds', 'storages', 'categories', 'tags', 'aipIds'],
  'disseminationStatus',
]

/** Equal for every product here: one of these filters matches all of them, or none. */
const takesAny = (body: unknown): boolean =>
  member(body, 'last') !== false &&
  textMember(body, 'originUrn') === '' &&
  satisfies(restriction(body, 'aipIpTypes'), 'DATA') &&
  satisfies(restriction(body, 'disseminationStatus'), 'NONE') &&
  satisfiesAny(restriction(body, 'categories'), CATEGORIES) &&
  satisfiesAny(restriction(body, 'tags'), [])

function takes(body: unknown): (row: ProductRow) => boolean {
  const [providerIds, aipIds, storages] = ['providerIds', 'aipIds', 'storages'].map(name => restriction(body, name))
  const states = restriction(body, 'aipStates')
  return row =>
    satisfies(states, stateOf(row.product)) &&
    satisfies(providerIds, row.providerId) &&
    satisfies(aipIds, row.aipId) &&
    satisfiesAny(storages, row.storages) &&
    isWithin(body, 'creationDate', row.product.createdAt) &&
    isWithin(body, 'lastUpdate', row.product.updatedAt)
}

/** The products a body selects; undefined when they are more than `most`. */
export function productsOf(archive: Archive, body: unknown, most?: number): readonly ProductRow[] | undefined {
  if (!takesAny(body)) return []
  const similar = similarSessions(archive, body, 'sessionOwner')
  const sessions = holdingAny(similar, restriction(body, 'aipIds'), urn => readUrn(urn)?.session)
  const isTaken = takes(body)
  return gather(
    sessions,
    record =>
      peekItems(record, 'oais', isReferenced)
        .map(product => rowOf(archive, record, product))
        .filter(isTaken),
    most,
  )
}

function list({ archive, body, search }: Call): Response {
  if (body === undefined) return refusal(400, 'Required request body is missing')
  const fault = firstFault(body, RESTRICTIONS)
  if (fault !== undefined) return refusal(fault.status, fault.message)
  return sortedPage(productsOf(archive, body), {
    archive,
    keys: KEYS,
    defaultSort: 'id,asc',
    wrap: wrapProduct,
    path: 'rs-ingest/aips',
    search,
  })
}

function download({ archive, part }: Call): Response {
  const urn = part('aipId')
  const meant = readUrn(urn)
  const record = meant && archive.register.bySerial(meant.session)
  const row =
    record &&
    peekItems(record, 'oais', isReferenced)
      .map(product => rowOf(archive, record, product))
      .find(({ aipId }) => aipId === urn)
  if (row === undefined) return refusal(404, `AIP ${urn} not found`)
  const answer = jsonAnswer(documentOf(row))
  answer.headers.set('Content-Disposition', `attachment; filename="${row.providerId}.json"`)
  return answer
}

export const aipRoutes = routesOf('rs-ingest', {
  'POST /aips': { role: 'EXPLOIT', description: 'Search AIPs', controller: 'AIPController', answer: list },
  'GET /aips/{aipId}/download': {
    role: 'PUBLIC',
    description: 'Download an AIP file',
    controller: 'AIPController',
    answer: download,
  },
})

/** The cause of an item in error: a few families share the errors of a session, unevenly and repeatably. */
import type { Archive } from './archive'
import { iso } from './envelope'
import type { Facts, Family } from './error-families'
import { FAMILIES, noSpace } from './error-families'
import type { Item } from './items'
import { fileName, filePath, productName, urnOf, versionOf } from './product-names'
import { hash } from './random'
import type { SessionRecord } from './records'

interface Cause {
  readonly text: string
  /** As in Family. */
  readonly type: string | undefined
}

/** The frequency of the first, the second … family of a session. */
const SHARES = [0.42, 0.26, 0.17, 0.1, 0.05]
const GOLDEN = 0.618_033_988_75

const FEATURES = ['CREATION', 'UPDATE', 'DELETION', 'NOTIFICATION']

function factsOf({ storages }: Archive, record: SessionRecord, item: Item): Facts {
  const chance = (salt: string) => hash(`${item.id} ${salt}`)
  const isFeature = FEATURES.includes(item.kind)
  return {
    name: productName(record, item.product),
    file: fileName(record, item.product),
    path: filePath(record, item.product),
    urn: urnOf(isFeature ? 'FEATURE' : 'AIP', record, item.product, versionOf(item)),
    storage: storages.homeOf(record.source, item.kind),
    date: iso(item.updatedAt),
    number: (least, most, salt = '') => least + (chance(`number ${salt}`) % (most - least + 1)),
    hex: (length, salt = '') =>
      [0, 1, 2, 3]
        .map(n => chance(`hex ${salt} ${n}`).toString(16).padStart(8, '0'))
        .join('')
        .slice(0, length),
    one: (...choices) => choices[chance('one') % choices.length] ?? choices[0],
  }
}

/** Three to five families, the most frequent first, chosen per session. */
function familiesOf({ serial }: SessionRecord, key: string): readonly Family[] {
  const all = FAMILIES[key] ?? []
  const luck = (family: Family) => hash(`${serial} ${key} ${all.indexOf(family)}`)
  return [...all].sort((a, b) => luck(a) - luck(b)).slice(0, 3 + (hash(`${serial} ${key}`) % 3))
}

/** Spread evenly, so that even a handful of errors shows more than one cause. */
function familyOf(record: SessionRecord, key: string, product: number): Family | undefined {
  const families = familiesOf(record, key)
  const total = SHARES.slice(0, families.length).reduce((sum, share) => sum + share, 0)
  let place = ((product * GOLDEN) % 1) * total
  return families.find((_, n) => (place -= SHARES[n] ?? 0) < 0) ?? families[0]
}

/** The error of a file in a full storage names the limit: that of the moment, or the initial one. */
function fullCause({ storages }: Archive, record: SessionRecord, item: Item, facts: Facts): Cause {
  const noted = Number(item.about.split(' ')[1] ?? NaN)
  const limit = Number.isNaN(noted) ? (storages.find(facts.storage)?.firstLimit ?? 0) : noted
  return { text: noSpace(facts, limit - (hash(`${record.serial} ${item.id}`) % 1_000_000), limit), type: undefined }
}

/** Why an item is in error; undefined when it is not. */
export function causeOf(archive: Archive, record: SessionRecord, item: Item): Cause | undefined {
  const facts = factsOf(archive, record, item)
  if (item.kind === 'STORAGE' && item.status === 'ERROR' && item.about.startsWith('FULL'))
    return fullCause(archive, record, item, facts)
  const family = familyOf(record, `${item.kind} ${item.status}`, item.product)
  return family && { text: family.text(facts), type: family.type }
}

/** The order and the filters of the two lists of rs-admin, fast enough for 100 000 sessions (sessions.md 1.1 and 2.1). */
import type { Archive } from '../archive'
import { containsLike } from '../like'
import type { SessionRecord, SourceRecord } from '../records'
import type { Key, Order } from './order'
import { orderOf } from './order'

const SOURCE_KEYS: Readonly<Record<string, (row: SourceRecord) => Key>> = {
  name: row => row.name,
  nbSessions: row => row.sessions.length,
  lastUpdateDate: row => row.updatedAt,
}

const SESSION_KEYS: Readonly<Record<string, (row: SessionRecord) => Key>> = {
  id: row => row.id,
  name: row => row.name,
  source: row => row.source,
  creationDate: row => row.createdAt,
  lastUpdateDate: row => row.updatedAt,
}

const FLAGS: Readonly<Record<string, (flags: number) => boolean>> = {
  ok: flags => flags === 0,
  errors: flags => (flags & 1) !== 0,
  waiting: flags => (flags & 2) !== 0,
  running: flags => (flags & 4) !== 0,
}

/** Any other value is ignored silently. */
const stateTest = (value: string | null): ((flags: number) => boolean) | undefined =>
  value !== null && Object.hasOwn(FLAGS, value) ? FLAGS[value] : undefined

interface Sorted {
  version: number
  readonly rows: readonly SessionRecord[]
}

const sortedSessions = new WeakMap<Archive, Map<string, Sorted>>()

/** All sessions in this order. Kept: sorting again what is nearly sorted costs next to nothing. */
function sessionsInOrder(archive: Archive, name: string, order: Order<SessionRecord>): readonly SessionRecord[] {
  const known = sortedSessions.get(archive) ?? new Map<string, Sorted>()
  sortedSessions.set(archive, known)
  const before = known.get(name)
  if (before?.version === archive.version) return before.rows
  const isSameSet = before?.rows.length === archive.sessions.length
  const rows = [...(isSameSet ? before.rows : archive.sessions)].sort(order)
  known.set(name, { version: archive.version, rows })
  return rows
}

const sortsOf = (search: URLSearchParams): readonly string[] => {
  const sorts = search.getAll('sort')
  return sorts.length === 0 ? ['lastUpdateDate,desc'] : sorts
}

export function listSources(archive: Archive, search: URLSearchParams): readonly SourceRecord[] | { unknown: string } {
  const order = orderOf(SOURCE_KEYS, sortsOf(search))
  if (typeof order !== 'function') return order
  const hasName = containsLike(search.get('sourceName') ?? '')
  const hasState = stateTest(search.get('sourceState'))
  return [...archive.sources.values()]
    .filter(source => hasName(source.name))
    .filter(source => hasState === undefined || hasState(source.flags))
    .sort(order)
}

export function listSessions(
  archive: Archive,
  search: URLSearchParams,
): readonly SessionRecord[] | { unknown: string } {
  const sorts = sortsOf(search)
  const order = orderOf(SESSION_KEYS, sorts)
  if (typeof order !== 'function') return order
  // Exact, and an empty value is a value: no session has it.
  const source = search.get('sourceName')
  const name = search.get('sessionName') ?? ''
  const hasName = name === '' ? undefined : containsLike(name)
  const hasState = stateTest(search.get('sessionState'))
  const rows =
    source === null
      ? sessionsInOrder(archive, sorts.join(), order)
      : [...(archive.sources.get(source)?.sessions ?? [])].sort(order)
  return rows.filter(
    row =>
      row.isListed && (hasName === undefined || hasName(row.name)) && (hasState === undefined || hasState(row.flags)),
  )
}

/** At most 10 names, each once, in alphabetical order, whatever their letter case (sessions.md 1.2). */
export function suggest(names: Iterable<string>, text: string): readonly string[] {
  const matches = containsLike(text, { ignoreCase: true, canEscape: true })
  const found = new Set<string>()
  for (const name of names) if (matches(name)) found.add(name)
  return [...found].sort().slice(0, 10)
}

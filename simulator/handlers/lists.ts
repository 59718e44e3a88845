/** The order and the filters of the two lists of rs-admin, fast enough for 100 000 sessions (docs/regards-api/sessions.md 1.1 and 2.1). */
import type { Archive } from '../archive'
import { containsLike } from '../like'
import type { SessionRecord, SourceRecord } from '../records'
import type { Order } from '../ties'
import type { Keys } from './order'
import { orderOf } from './order'

/** The flags of both lists; `steps` sorts nothing, and in REGARDS spoils the totals besides. */
const FLAG_KEYS: Keys<{ readonly flags: number }> = {
  'managerState.errors': ({ flags }) => flags & 1,
  'managerState.waiting': ({ flags }) => flags & 2,
  'managerState.running': ({ flags }) => flags & 4,
  steps: () => undefined,
}

const SOURCE_KEYS: Keys<SourceRecord> = {
  ...FLAG_KEYS,
  name: row => row.name,
  nbSessions: row => row.sessions.length,
  lastUpdateDate: row => row.updatedAt,
}

const SESSION_KEYS: Keys<SessionRecord> = {
  ...FLAG_KEYS,
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
const stateTest = (value: string | undefined): ((flags: number) => boolean) | undefined =>
  value !== undefined && Object.hasOwn(FLAGS, value) ? FLAGS[value] : undefined

interface Sorted {
  version: number
  readonly rows: readonly SessionRecord[]
}

const sortedSessions = new WeakMap<Archive, Map<string, Sorted>>()

/** All sessions in this order. Kept: sorting a nearly sorted list again is cheap. */
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

/** The value of a filter: one that is repeated is joined with a comma. */
const filterOf = (search: URLSearchParams, name: string): string | undefined =>
  search.has(name) ? search.getAll(name).join(',') : undefined

/** Rows in order, ties are resolved when the page is cut; or the unknown property. */
export type Listed<Row> = { readonly rows: readonly Row[]; readonly order: Order<Row> } | { readonly unknown: string }

export function listSources(archive: Archive, search: URLSearchParams): Listed<SourceRecord> {
  const order = orderOf(SOURCE_KEYS, sortsOf(search))
  if (typeof order !== 'function') return order
  const hasName = containsLike(filterOf(search, 'sourceName') ?? '')
  const hasState = stateTest(filterOf(search, 'sourceState'))
  const rows = [...archive.sources.values()]
    .filter(({ name, flags }) => hasName(name) && (hasState === undefined || hasState(flags)))
    .sort(order)
  return { rows, order }
}

export function listSessions(archive: Archive, search: URLSearchParams): Listed<SessionRecord> {
  const sorts = sortsOf(search)
  const order = orderOf(SESSION_KEYS, sorts)
  if (typeof order !== 'function') return order
  // Exact, and an empty value is a value: no session has it.
  const source = filterOf(search, 'sourceName')
  const name = filterOf(search, 'sessionName') ?? ''
  const hasName = name === '' ? undefined : containsLike(name)
  const hasState = stateTest(filterOf(search, 'sessionState'))
  const all =
    source === undefined
      ? sessionsInOrder(archive, sorts.join('&'), order)
      : [...(archive.sources.get(source)?.sessions ?? [])].sort(order)
  const rows = all.filter(
    row =>
      row.isListed && (hasName === undefined || hasName(row.name)) && (hasState === undefined || hasState(row.flags)),
  )
  return { rows, order }
}

/** At most 10 names, each once, in alphabetical order, whatever their letter case (docs/regards-api/sessions.md 1.2). */
export function suggest(names: Iterable<string>, text: string): readonly string[] {
  const matches = containsLike(text, { ignoreCase: true, canEscape: true })
  const found = new Set<string>()
  for (const name of names) if (matches(name)) found.add(name)
  return [...found].sort().slice(0, 10)
}

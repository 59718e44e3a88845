/** Several lists in one order as one list, each row once. Pure: who asks for them is queries/union.ts. */
import type { SessionSort, Sort, SourceSort } from './board-view'
import type { Page, Session, Source, Unreadable } from './session'
import { isUnreadable } from './session'

/** One of the lists, from its top. */
export interface Part<T> {
  readonly page: Page<T>
  /** Rows of the list that count; without it all do. */
  readonly keeps?: (row: T) => boolean
  /** Rows are looked for in it: where it was not read to its end, the union goes on without it. */
  readonly isSample?: boolean
}

type Compare<T> = (a: T, b: T) => number

const byCode: Compare<string> = (a, b) => (a === b ? 0 : a < b ? -1 : 1)
const byAlphabet: Compare<string> = new Intl.Collator('en').compare
/** The order of texts is the database's own: by code or by alphabet (docs/regards-api/measured.md 3). */
const TEXT_ORDERS = [byCode, byAlphabet] as const

/** Digits after the second: REGARDS gives more than a millisecond. */
const fraction = (iso: string) => (/\.(\d+)/.exec(iso)?.[1] ?? '').padEnd(9, '0')

function byDate(a: string, b: string): number {
  const apart = Date.parse(a) - Date.parse(b)
  return apart !== 0 && !Number.isNaN(apart) ? apart : byCode(fraction(a), fraction(b))
}

/** As PostgreSQL does: what is absent comes last going up, first going down. */
function byPresence<K>(compare: Compare<K>): Compare<K | undefined> {
  return (a, b) => {
    if (a !== undefined && b !== undefined) return compare(a, b)
    return a === b ? 0 : a === undefined ? 1 : -1
  }
}

const numbers: Compare<number> = (a, b) => a - b

function inOrder<T>(compare: Compare<T>, direction: 'asc' | 'desc', tie: Compare<T>): Compare<T> {
  return (a, b) => (direction === 'asc' ? compare(a, b) : compare(b, a)) || tie(a, b)
}

/** What the rows of a list can be told apart and compared by. */
export interface Rules<T> {
  readonly keyOf: (row: T) => string | number
  /** Orders the server may have: the first one that its lists are in is taken. */
  readonly orders: readonly Compare<T>[]
}

const LATEST_FIRST = { property: 'lastUpdateDate', direction: 'desc' } as const
const dates = byPresence(byDate)

/** The order of sessions as services/rs-admin.ts asks for it. */
export function sessionRules({ property, direction }: Sort<SessionSort> = LATEST_FIRST): Rules<Session> {
  const tie: Compare<Session> = (a, b) => numbers(a.id, b.id)
  return {
    keyOf: ({ id }) => id,
    orders: TEXT_ORDERS.map(texts => {
      const compare: Record<SessionSort, Compare<Session>> = {
        id: tie,
        name: (a, b) => texts(a.name, b.name),
        source: (a, b) => texts(a.source, b.source),
        creationDate: (a, b) => dates(a.creationDate, b.creationDate),
        lastUpdateDate: (a, b) => dates(a.lastUpdateDate, b.lastUpdateDate),
      }
      return inOrder(compare[property], direction, tie)
    }),
  }
}

/** The order of sources as services/rs-admin.ts asks for it. */
export function sourceRules({ property, direction }: Sort<SourceSort> = LATEST_FIRST): Rules<Source> {
  return {
    keyOf: ({ name }) => name,
    orders: TEXT_ORDERS.map(texts => {
      const names: Compare<Source> = (a, b) => texts(a.name, b.name)
      const compare: Record<SourceSort, Compare<Source>> = {
        name: names,
        nbSessions: (a, b) => numbers(a.sessionCount, b.sessionCount),
        lastUpdateDate: (a, b) => dates(a.lastUpdateDate, b.lastUpdateDate),
      }
      return inOrder(compare[property], direction, names)
    }),
  }
}

function isInOrder<T extends object>(entries: readonly (T | Unreadable)[], compare: Compare<T>): boolean {
  const rows = entries.flatMap(entry => (isUnreadable(entry) ? [] : [entry]))
  return rows.every((row, place) => {
    const next = rows[place + 1]
    return next === undefined || compare(row, next) <= 0
  })
}

/** The first order that all the lists are in. */
function orderOf<T extends object>(pages: readonly Page<T>[], { orders }: Rules<T>): Compare<T> {
  return orders.find(order => pages.every(({ entries }) => isInOrder(entries, order))) ?? orders.at(-1) ?? (() => 0)
}

/** Rows that were not read in the order of the list, as one of the lists beside these; those that cannot be read come first. */
export function inTheirOrder<T extends object>(
  entries: readonly (T | Unreadable)[],
  others: readonly Page<T>[],
  rules: Rules<T>,
): Page<T> {
  const rows = entries.flatMap(entry => (isUnreadable(entry) ? [] : [entry]))
  const sorted = [...entries.filter(isUnreadable), ...rows.sort(orderOf(others, rules))]
  return { entries: sorted, total: sorted.length }
}

/** One list while it is read from its top. */
interface Reading<T> extends Part<T> {
  place: number
  /** Rows that could not be read up to there, by what is known of each. */
  readonly torn: Map<string | undefined, number>
}

/** The list whose next row comes first; a row that cannot be read comes when it is met. */
function nextOf<T extends object>(readings: readonly Reading<T>[], compare: Compare<T>): Reading<T> | undefined {
  let best: { readonly reading: Reading<T>; readonly row: T } | undefined
  for (const reading of readings) {
    const row = reading.page.entries[reading.place]
    if (row === undefined) continue
    if (isUnreadable(row)) return reading
    if (best === undefined || compare(row, best.row) < 0) best = { reading, row }
  }
  return best?.reading
}

const isPartly = <T>({ page: { entries, total } }: Part<T>) => entries.length < total

/** The longest of the lists in which rows were looked for and not all were read. */
function lookedIn<T>(parts: readonly Part<T>[]): Page<T>['looked'] {
  const samples = parts.filter(part => part.isSample === true && isPartly(part)).map(({ page }) => page)
  const [longest] = samples.sort((a, b) => b.total - a.total)
  return longest && { read: longest.entries.length, total: longest.total }
}

/**
 * The rows that any of the lists keeps, each once, in the order the lists have. Where a list was not read to its end,
 * the union ends with the last of its rows that are known: beyond it, rows would be missing in between.
 * @param limit rows at most
 */
export function unionOf<T extends object>(parts: readonly Part<T>[], rules: Rules<T>, limit: number): Page<T> {
  const { keyOf } = rules
  const compare = orderOf(
    parts.map(({ page }) => page),
    rules,
  )
  const readings: readonly Reading<T>[] = parts.map(part => ({ ...part, place: 0, torn: new Map() }))
  const taken = new Set<string | number>()
  const torn = new Map<string | undefined, number>()
  /** The same row in several lists is one, also where it cannot be read: each list is taken to hold the same ones. */
  const isOther = ({ label }: Unreadable, reading: Reading<T>) =>
    (reading.torn.get(label) ?? 0) + 1 > (torn.get(label) ?? 0)
  const entries: (T | Unreadable)[] = []
  const isAtGap = () =>
    readings.some(
      reading => reading.isSample !== true && isPartly(reading) && reading.place >= reading.page.entries.length,
    )
  let isCut = isAtGap()
  while (!isCut) {
    const next = nextOf(readings, compare)
    const row = next?.page.entries[next.place]
    if (next === undefined || row === undefined) break
    const isKept = isUnreadable(row) ? isOther(row, next) : next.keeps?.(row) !== false && !taken.has(keyOf(row))
    if (isKept && entries.length === limit) isCut = true
    else {
      next.place++
      if (isKept) entries.push(row)
      if (isUnreadable(row)) {
        const before = (next.torn.get(row.label) ?? 0) + 1
        next.torn.set(row.label, before)
        torn.set(row.label, Math.max(before, torn.get(row.label) ?? 0))
      } else if (isKept) taken.add(keyOf(row))
      isCut = isAtGap()
    }
  }
  const looked = lookedIn(parts)
  return { entries, total: entries.length, ...(isCut ? { isCut } : {}), ...(looked && { looked }) }
}

/** Sessions of a time range as one list: those updated since a moment, in any of some states. Pure: queries/union.ts reads them. */
import type { SessionSort, Sort } from './board-view'
import type { Page, Session, Unreadable } from './session'
import { isUnreadable } from './session'
import { inTheirOrder, sessionRules, unionOf } from './union'

const HOUR = 3_600_000
const SPANS: Readonly<Record<string, number>> = { '24h': 24 * HOUR, '7d': 168 * HOUR }

/**
 * Where a range begins, in milliseconds of REGARDS' clock.
 * @param since as the address says it: a span or a date
 */
export function rangeStart(since: string, now: number): number {
  const span = SPANS[since]
  return span === undefined ? Date.parse(since) : now - span
}

/** Whether a session was updated in a range: one without a date is in none. */
export function isUpdatedSince({ lastUpdateDate }: Session, from: number): boolean {
  return lastUpdateDate !== undefined && Date.parse(lastUpdateDate) >= from
}

/** Sessions as they were read, the latest first. */
export interface RangePart {
  readonly entries: readonly (Session | Unreadable)[]
  /** There are more in the range. */
  readonly isCut: boolean
  /** Those that count; without it all do. */
  readonly keeps?: (session: Session) => boolean
}

/**
 * The sessions that any of these keeps, each once. They are the latest of the range, also where they are put in another
 * order afterwards.
 * @param local others, in no order, with all of the range there are
 */
export function rangeOf(
  parts: readonly RangePart[],
  local: readonly Session[] | undefined,
  from: number,
  { sort, limit }: { readonly sort: Sort<SessionSort> | undefined; readonly limit: number },
): Page<Session> {
  const pages = parts.map(({ entries, isCut }): Page<Session> => {
    const inRange = entries.filter(entry => isUnreadable(entry) || isUpdatedSince(entry, from))
    return { entries: inRange, total: inRange.length + (isCut ? 1 : 0) }
  })
  const latest = sessionRules()
  const others = local?.filter(session => isUpdatedSince(session, from))
  const union = unionOf(
    [
      ...parts.map(({ keeps }, place) => ({
        page: pages[place] ?? { entries: [], total: 0 },
        ...(keeps === undefined ? {} : { keeps }),
      })),
      ...(others === undefined ? [] : [{ page: inTheirOrder(others, pages, latest) }]),
    ],
    latest,
    limit,
  )
  const range = { ...union, isOfRange: true }
  if (sort === undefined) return range
  return { ...range, entries: inTheirOrder(union.entries, [], sessionRules(sort)).entries }
}

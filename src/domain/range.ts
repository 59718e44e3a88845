/** Sessions of a time range as one list: those updated since a moment, in any of some states. Pure: queries/range.ts reads them. */
import type { SessionSort, Sort } from './board-view'
import type { Page, Session, StateFilter, Unreadable } from './session'
import { isUnreadable, totalCounters } from './session'
import { inTheirOrder, sessionRules } from './union'

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

/** Whether a session is in a state, as REGARDS tells them apart. */
export const IN_STATE: Readonly<Record<StateFilter, (session: Session) => boolean>> = {
  errors: ({ steps }) => totalCounters(steps).errors > 0,
  waiting: ({ steps }) => totalCounters(steps).waiting > 0,
  running: ({ steps }) => totalCounters(steps).running > 0,
  ok: ({ steps }) => Object.values(totalCounters(steps)).every(n => n <= 0),
}

/** Sessions as they were read, the latest first. */
export interface RangeReading {
  readonly entries: readonly (Session | Unreadable)[]
  /** There are more in the range. */
  readonly isCut: boolean
  /** Some may be missing: they moved while they were read. */
  readonly isMoved: boolean
}

/** The sessions of a range, the latest first. */
export function rangeOf({ entries, isCut, isMoved }: RangeReading, from: number): Page<Session> {
  const inRange = entries.filter(entry => isUnreadable(entry) || isUpdatedSince(entry, from))
  return {
    entries: inRange,
    total: inRange.length,
    isOfRange: true,
    ...(isCut ? { isCut } : {}),
    ...(isMoved ? { looked: { isMoved } } : {}),
  }
}

/**
 * Those of a range that are kept, in an order. They are the latest of the range, also in another order.
 * @param keeps without it all are
 */
export function amongRange(
  range: Page<Session>,
  keeps: ((session: Session) => boolean) | undefined,
  sort: Sort<SessionSort> | undefined,
): Page<Session> {
  const kept = keeps === undefined ? range.entries : range.entries.filter(entry => isUnreadable(entry) || keeps(entry))
  const entries = sort === undefined ? kept : inTheirOrder(kept, [], sessionRules(sort)).entries
  const isSample = keeps !== undefined && range.isCut === true
  const looked = isSample ? { looked: { ...range.looked, ofRange: range.total } } : {}
  return { ...range, entries, total: entries.length, ...looked }
}

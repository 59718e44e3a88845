/** The sessions of the rows of a list, found without reading it: rows of one session are adjacent, so the end of each group is bisected (docs/regards-api/measured.md 1.3). */
import type { PairCount } from '@/domain/deletion-reach'
import type { SessionRef } from '@/domain/session'
import { sessionKey } from '@/domain/session'
import type { OwnedRow } from './own-rows'
import { isOf } from './session-names'
import { rowsMoved } from './sorted-rows'
import type { SortedRows } from './sorted-rows'

/** After so many requests for one row, or so many sessions, others are no longer told apart. */
const MOST_QUESTIONS = 120
const MOST_GROUPS = 30
/** The number of further pages while the session's own rows are not found. */
const MOST_PAGES = 50

interface Groups {
  readonly total: number
  /** The places of the session's own rows; undefined when the search ended before it found them. */
  readonly own: { readonly start: number; readonly count: number } | undefined
  readonly others: readonly PairCount[]
  /** There may be more other sessions. */
  readonly isCut: boolean
}

/** Names are compared for being equal and never for their order, which is the database's own. */
const refOf = ({ source, session }: OwnedRow): SessionRef => ({ source, name: session })

/** The place after the last row of the group that begins here: by doubling steps, then by bisection. */
async function endOf<R extends OwnedRow>(rows: SortedRows<R>, start: number, size: number): Promise<number> {
  const ref = refOf(await rows.at(start, size))
  let inside = start
  let outside = await rows.total()
  for (const [place, row] of rows.known()) {
    if (place <= start) continue
    if (isOf(row, ref)) inside = Math.max(inside, place)
    else outside = Math.min(outside, place)
  }
  for (let step = 1; outside - inside > 1; step *= 2) {
    const place = Math.min(inside + step, Math.floor((inside + outside) / 2))
    if (isOf(await rows.at(place, size), ref)) inside = place
    else outside = place
  }
  // A row of the group after its end: the rows are not in the order that was asked for, or no longer.
  if (outside <= inside) throw rowsMoved()
  return outside
}

/**
 * Finds the groups of a list that is sorted by source, session and id.
 * @param pageSize rows of a page, where reading one is better than asking for single rows
 * @param isOwnEnough to stop as soon as the session's own rows are found
 * @throws ServiceError, and the error of `holdingStill` when rows moved meanwhile
 */
export async function groupsOf<R extends OwnedRow>(
  rows: SortedRows<R>,
  ref: SessionRef,
  pageSize: number,
  isOwnEnough = false,
): Promise<Groups> {
  const total = await rows.total()
  if (total === 0) return { total, own: { start: 0, count: 0 }, others: [], isCut: false }
  const ends = [await rows.at(0, 1), await rows.at(total - 1, 1)]
  if (ends.every(row => isOf(row, ref))) return { total, own: { start: 0, count: total }, others: [], isCut: false }
  if (total <= pageSize) await rows.page(0, pageSize)

  const others: PairCount[] = []
  const found = new Set<string>()
  let own: Groups['own']
  let pagesFrom: number | undefined
  for (let start = 0; start < total;) {
    const isBounded = found.size >= MOST_GROUPS || rows.questions >= MOST_QUESTIONS
    if (isBounded && !rows.isWhole) {
      pagesFrom ??= rows.questions
      if (own !== undefined || rows.questions - pagesFrom >= MOST_PAGES) return { total, own, others, isCut: true }
    }
    const size = pagesFrom === undefined ? 1 : pageSize
    const pair = refOf(await rows.at(start, size))
    const key = sessionKey(pair)
    if (found.has(key)) throw rowsMoved()
    found.add(key)
    const end = await endOf(rows, start, size)
    const count = end - start
    if (key === sessionKey(ref)) own = { start, count }
    else others.push({ ref: pair, count })
    if (own !== undefined && isOwnEnough) return { total, own, others, isCut: end < total }
    start = end
  }
  return { total, own: own ?? { start: 0, count: 0 }, others, isCut: false }
}

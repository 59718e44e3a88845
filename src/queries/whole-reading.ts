/** Reads a list from its beginning to its end at once, for a file: it is all there, or what is missing is known. */
import type { Look, PageMark } from '@/domain/list-reading'
import { edgeOf, exchanged, headOf, isAsRead, pageLength, rowsOn } from '@/domain/list-reading'
import type { RecordListId, RecordPage, RecordListParams, RecordRows } from '@/domain/record-list'
import { findRecords } from '@/services/record-lists'
import { SIZE } from '@/services/record-page'
import { MOST_READINGS } from './record-reading'
import { readAgain } from './retry-policy'

/** Rows a file holds at most. */
export const FILE_LIMIT = 100_000

/** Pages of a list that is read a second time for a file, to see whether it is the same. */
const COMPARED = 10
/** A page of a second reading, or of a long list of light rows, holds so many of the list's own pages. */
const WIDER = 4
/** Of a longer list, an edge is looked at each time so many more rows were read for a file. */
const ROWS_TO_A_LOOK = 1000

/** A list read from its beginning to its end. */
export interface WholeReading<R> {
  /** Each once, the newest last where the server sorts. */
  readonly rows: readonly R[]
  readonly unreadable: number
  /** Rows received, those of other sessions included. */
  readonly received: number
  /** Rows the server says there are, those of other sessions included. */
  readonly total: number
  /** Rows at least that came, went or changed places in the last of 3 readings; 0 when one reading found the list still. */
  readonly moved: number
  /** It has more rows than a file may hold. */
  readonly isCut: boolean
}

interface OneReading<R> extends WholeReading<R> {
  /** Rows of a full page. */
  readonly length: number
  /** It has several pages, and no edge of them was looked at. */
  readonly isToBeCompared: boolean
}

/** One page of a list whose new rows come last, or disturb as few others as can be; of the list's own size unless one is named. */
export type AskPage<R extends { readonly key: string }> = (
  page: number,
  signal: AbortSignal,
  size?: number,
) => Promise<RecordPage<R>>

interface Reading {
  readonly signal: AbortSignal
  /** Told rows received and rows there are, after each page. */
  readonly onProgress: (received: number, total: number) => void
  /** Rows of a page; the list's own unless said. */
  readonly size?: number | undefined
  /** Looks at edges, whatever the length of the list: nothing is going to compare it with a second reading. */
  readonly isLookedAt: boolean
  /** It is read to its end although rows moved. */
  readonly isLast: boolean
}

/** Reads a list once; undefined as soon as rows are seen to have moved, unless it is the last reading. */
async function readOnce<R extends { readonly key: string }>(
  askPage: AskPage<R>,
  { signal, onProgress, size, isLookedAt: isWide, isLast }: Reading,
): Promise<OneReading<R> | undefined> {
  const ask = (page: number, rows?: number) => readAgain(() => askPage(page, signal, rows), signal)
  const pages: RecordPage<R>[] = []
  let [received, total, moved, length, isEnd] = [0, 0, 0, 0, false]
  let looksFrom = ROWS_TO_A_LOOK
  let isLookedAt = isWide
  const see = (isMoved: boolean, rows: number) => {
    if (isMoved) moved += Math.max(1, rows)
  }
  // New rows come at the end of this order and disturb none; those that come before it move an edge.
  const isDisturbed = async (look: Look, { total: least }: PageMark) => {
    const now = await ask(look.place, 1)
    return now.total < least || !isAsRead(look, now, length)
  }
  while (!isEnd && received < FILE_LIMIT) {
    const edge = received >= looksFrom ? edgeOf(pages, pages.length - 1) : undefined
    if (edge !== undefined) looksFrom = received + ROWS_TO_A_LOOK
    const page = await ask(pages.length, size)
    if (pages.length === 0) {
      length = pageLength(page)
      const isLong = page.total > COMPARED * length
      if (isLong && size === undefined && length >= SIZE.light) {
        return await readOnce(askPage, { signal, onProgress, size: length * WIDER, isLookedAt: true, isLast })
      }
      isLookedAt ||= isLong
    } else see(page.total < total, total - page.total)
    if (isLookedAt && edge !== undefined && moved === 0) see(await isDisturbed(edge, page), 1)
    if (moved > 0 && !isLast) return undefined
    pages.push(page)
    received += page.received
    total = page.total
    isEnd = page.received === 0 || received >= total
    onProgress(received, total)
  }
  if (isLookedAt && moved === 0 && pages.length > 1) {
    for (const look of headOf(pages)) see(await isDisturbed(look, { total, ends: [] }), 1)
  }
  const { rows, unreadable, repeated } = rowsOn(pages)
  const isCut = !isEnd
  moved = Math.max(moved, repeated, isCut ? 0 : total - received)
  if (moved > 0 && !isLast) return undefined
  return {
    rows,
    unreadable,
    received,
    total,
    moved,
    isCut,
    length,
    isToBeCompared: pages.length > 1 && !isLookedAt,
  }
}

const keysIn = ({ rows }: WholeReading<{ readonly key: string }>) => rows.map(({ key }) => key)

/** How many rows came, went or changed places between two readings; those that came at the end are none. */
function changedBetween(
  before: WholeReading<{ readonly key: string }>,
  after: WholeReading<{ readonly key: string }>,
): number {
  const [was, is] = [keysIn(before), keysIn(after)]
  if (was.every((key, place) => key === is[place])) return 0
  return Math.max(1, exchanged(new Set(was), new Set(is)))
}

/**
 * Reads a list anew and to its end, or to 100,000 rows; begins again when rows moved meanwhile, three times in all.
 * A list of up to 10 pages is still when a second reading finds the same rows in the same order. Of a longer one totals,
 * edges and the first row are compared: there it is not seen when, within pages already read and between two looks, as
 * many rows left as came.
 * @throws ServiceError, or what the signal was aborted with: a part of a list is never given for the whole
 */
export async function readWholeList<R extends { readonly key: string }>(
  askPage: AskPage<R>,
  signal: AbortSignal,
  onProgress: (received: number, total: number) => void,
): Promise<WholeReading<R>> {
  for (let reading = 1; ; reading++) {
    const isLast = reading >= MOST_READINGS
    const found = await readOnce(askPage, { signal, onProgress, isLookedAt: false, isLast })
    if (found === undefined) continue
    if (found.moved > 0 || !found.isToBeCompared) return found
    const size = WIDER * found.length
    const again = await readOnce(askPage, { signal, onProgress: () => undefined, size, isLookedAt: false, isLast })
    if (again === undefined) continue
    const changed = Math.max(again.moved, changedBetween(found, again))
    if (changed === 0 || isLast) return { ...again, moved: changed }
  }
}

/**
 * Reads a record list anew and to its end, in the same way.
 * @throws ServiceError, or what the signal was aborted with
 */
export function readWhole<L extends RecordListId>(
  list: L,
  question: RecordListParams,
  signal: AbortSignal,
  onProgress: (received: number, total: number) => void,
): Promise<WholeReading<RecordRows[L]>> {
  // New rows come last in this order: they push none of the others to another page.
  const asked: RecordListParams = { ...question, direction: 'asc', isById: true }
  return readWholeList(
    (page, signalNow, size) => findRecords<L>(list, asked, page, signalNow, size),
    signal,
    onProgress,
  )
}

/** Reads a record list page by page for the screen, and detects rows that move meanwhile. */
import type { Look, ReadPage } from '@/domain/list-reading'
import { isAsRead, looksAfter, pageLength, receivedOn } from '@/domain/list-reading'
import type { RecordListId, RecordListParams, RecordRows } from '@/domain/record-list'
import { findRecords } from '@/services/record-lists'

/** How often a changing list is read again before it is shown with a note about it. */
export const MOST_READINGS = 3

/** Rows that one click on "Load all" reads. */
export const READ_LIMIT = 20_000

/** The next page, and the data of those before it. */
export interface PageParam {
  readonly page: number
  /** Absent for the first page. */
  readonly before?: {
    readonly total: number
    /** Rows of a full page. */
    readonly length: number
    /** Rows received so far. */
    readonly received: number
    /** What is checked again if this page is the last. */
    readonly looks: readonly Look[]
  }
}

export const FIRST_PAGE: PageParam = { page: 0 }

/** The page after these; undefined at the end of the list. */
export function nextPage(pages: readonly ReadPage<object>[]): PageParam | undefined {
  const [first, last] = [pages[0], pages.at(-1)]
  if (first === undefined || last === undefined) return FIRST_PAGE
  const received = receivedOn(pages)
  if (last.received === 0 || received >= last.total) return undefined
  const before = { total: last.total, length: pageLength(first), received, looks: looksAfter(pages) }
  return { page: pages.length, before }
}

/**
 * A page for the screen. With the last of several, the first row of the list and some edges are looked at again; while
 * it is read on, only what costs nothing is compared: totals, and rows that came twice.
 * @throws ServiceError
 */
export async function askPage<L extends RecordListId>(
  list: L,
  question: RecordListParams,
  { page, before }: PageParam,
  signal: AbortSignal | undefined,
): Promise<ReadPage<RecordRows[L]>> {
  const found = await findRecords(list, question, page, signal)
  const at = Date.now()
  const isEnd = found.received === 0 || (before?.received ?? 0) + found.received >= found.total
  // A changed total already proves that rows moved.
  if (before === undefined || !isEnd || found.total !== before.total) return { ...found, at, hasMoved: false }
  for (const look of before.looks) {
    const now = await findRecords(list, question, look.place, signal, 1)
    if (now.total !== found.total || !isAsRead(look, now, before.length)) return { ...found, at, hasMoved: true }
  }
  return { ...found, at, hasMoved: false }
}

/** Reads a record list page by page and notices when its rows move meanwhile. */
import { isEdgeKept, isHeadKept, pageLength, receivedOn } from '@/domain/list-reading'
import type { PageMark, ReadPage } from '@/domain/list-reading'
import type { RecordListId, RecordQuestion, RecordRows } from '@/domain/record-list'
import { isUnreadable } from '@/domain/session'
import { findRecords } from '@/services/record-lists'

/** Readings of a list that does not hold still, before it is shown as it is with a word about it. */
export const MOST_READINGS = 3

/** Rows that are read without being scrolled to, for "Read all" and for each press on it that follows. */
export const READ_LIMIT = 20_000

/** Rows a file holds at most. */
export const FILE_LIMIT = 100_000

/** Lists whose new rows do not come at one end: none that grew is known to be whole. */
const GROWS_ANYWHERE: ReadonlySet<RecordListId> = new Set(['chains', 'storageErrors'])

/** Which page comes next, and what is known of those before it. */
export interface PageParam {
  readonly page: number
  /** Absent for the first page. */
  readonly before?: {
    readonly first: PageMark
    readonly last: PageMark
    /** Rows received so far. */
    readonly received: number
  }
}

export const FIRST_PAGE: PageParam = { page: 0 }

const markOf = ({ total, ends }: PageMark): PageMark => ({ total, ends })

/** The page after these; undefined at the end of the list. */
export function nextPage(pages: readonly ReadPage<object>[]): PageParam | undefined {
  const [first, last] = [pages[0], pages.at(-1)]
  if (first === undefined || last === undefined) return FIRST_PAGE
  const received = receivedOn(pages)
  if (last.received === 0 || received >= last.total) return undefined
  return { page: pages.length, before: { first: markOf(first), last: markOf(last), received } }
}

/**
 * A page, and with each but the first the last row of the page before, which must still be where it was; with the last
 * page of the list also its first row.
 * @param mayGrow rows that come at the end of the list are no movement
 * @throws ServiceError
 */
export async function askPage<L extends RecordListId>(
  list: L,
  question: RecordQuestion,
  { page, before }: PageParam,
  signal: AbortSignal | undefined,
  mayGrow = false,
): Promise<ReadPage<RecordRows[L]>> {
  const single = (place: number) => findRecords(list, question, place, signal, 1)
  if (before === undefined) {
    const found = await findRecords(list, question, page, signal)
    return { ...found, at: Date.now(), hasMoved: false }
  }
  const { first, last, received } = before
  const length = pageLength(first)
  const [found, edge] = await Promise.all([findRecords(list, question, page, signal), single(page * length - 1)])
  const isSame = (total: number) => (mayGrow ? total >= last.total : total === last.total)
  let hasMoved = !isSame(found.total) || !isSame(edge.total) || !isEdgeKept(last, edge, length)
  const isEnd = found.received === 0 || received + found.received >= found.total
  if (isEnd && !hasMoved) {
    const head = await single(0)
    hasMoved = !isSame(head.total) || !isHeadKept(first, head)
  }
  return { ...found, at: Date.now(), hasMoved }
}

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

async function readOnce<L extends RecordListId>(
  list: L,
  question: RecordQuestion,
  signal: AbortSignal,
  onProgress: (received: number, total: number) => void,
  isLast: boolean,
): Promise<WholeReading<RecordRows[L]> | undefined> {
  const mayGrow = !GROWS_ANYWHERE.has(list)
  const pages: ReadPage<RecordRows[L]>[] = []
  let moved = 0
  let param: PageParam | undefined = FIRST_PAGE
  while (param !== undefined && receivedOn(pages) < FILE_LIMIT) {
    const page: ReadPage<RecordRows[L]> = await askPage(list, question, param, signal, mayGrow)
    signal.throwIfAborted()
    if (page.hasMoved) {
      if (!isLast) return undefined
      moved += Math.max(1, Math.abs(page.total - (pages.at(-1)?.total ?? page.total)))
    }
    pages.push(page)
    onProgress(receivedOn(pages), page.total)
    param = nextPage(pages)
  }
  const received = receivedOn(pages)
  const total = pages.at(-1)?.total ?? 0
  const isCut = param !== undefined
  const missing = isCut ? 0 : Math.max(0, total - received)
  if (missing > 0 && !isLast) return undefined
  const rows = new Map<string, RecordRows[L]>()
  let unreadable = 0
  for (const { entries } of pages) {
    for (const entry of entries) {
      if (isUnreadable(entry)) unreadable++
      else rows.set(entry.key, entry)
    }
  }
  return { rows: [...rows.values()], unreadable, received, total, moved: Math.max(moved, missing), isCut }
}

/**
 * Reads a list anew and to its end, or to 100,000 rows; goes over it again when rows moved meanwhile, three times in all.
 * @throws ServiceError, or what the signal was aborted with: a part of a list is never given for the whole
 */
export async function readWhole<L extends RecordListId>(
  list: L,
  question: RecordQuestion,
  signal: AbortSignal,
  onProgress: (received: number, total: number) => void,
): Promise<WholeReading<RecordRows[L]>> {
  // New rows come last in this order: they push none of the others to another page.
  const asked: RecordQuestion = { ...question, direction: 'asc', isById: true }
  for (let reading = 1; ; reading++) {
    const found = await readOnce(list, asked, signal, onProgress, reading >= MOST_READINGS)
    if (found !== undefined) return found
  }
}

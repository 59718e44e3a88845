/** Whether a list stayed unchanged while it was read page by page. Pure: queries/record-reading.ts sends the requests. */
import type { RecordPage } from './record-list'
import { isUnreadable } from './session'

/** The part of a page that is compared with later pages. */
export type PageMark = Pick<RecordPage<object>, 'total' | 'ends'>

/** A page as it was read. */
export interface ReadPage<R extends object> extends RecordPage<R> {
  /** When it was answered, in milliseconds. */
  readonly at: number
  /** Rows before it were no longer where they had been when it was read; looked for with the last page of a list. */
  readonly hasMoved: boolean
  /** It was requested alone, after the pages around it: it shows what the user's own action has done. */
  readonly isAlone?: true
}

/** Rows of a full page: a server may give fewer than it is asked for. */
export function pageLength({ ends }: PageMark): number {
  return Math.max(0, ...ends.map(({ count }) => count))
}

/** Whether the rows at the end of a full page are still where they were. An edge without a row proves nothing. */
function isEdgeKept(before: PageMark, edge: PageMark, length: number): boolean {
  if (before.ends.length !== edge.ends.length) return false
  return before.ends.every(({ count, last }, place) => {
    const now = edge.ends[place]?.first
    return count < length || last === undefined || now === undefined || last === now
  })
}

/** Whether the list still begins with the same row. */
function isHeadKept(first: PageMark, head: PageMark): boolean {
  if (first.ends.length !== head.ends.length) return false
  return first.ends.every(({ first: was }, place) => {
    const now = head.ends[place]?.first
    return was === undefined || now === undefined || was === now
  })
}

/** Rows the server sent on these pages. */
export function receivedOn(pages: readonly RecordPage<object>[]): number {
  return pages.reduce((sum, { received }) => sum + received, 0)
}

/** The rows of the session on these pages. */
interface RowsOnPages<R> {
  /** Each once, in the server's order. */
  readonly rows: readonly R[]
  readonly unreadable: number
  /** Entries of the session, unreadable ones and repetitions included. */
  readonly own: number
  /** Rows that came a second time: they moved from page to page. */
  readonly repeated: number
}

export function rowsOn<R extends { readonly key: string }>(pages: readonly RecordPage<R>[]): RowsOnPages<R> {
  const rows = new Map<string, R>()
  let [unreadable, own] = [0, 0]
  for (const { entries } of pages) {
    own += entries.length
    for (const entry of entries) {
      if (isUnreadable(entry)) unreadable++
      else rows.set(entry.key, entry)
    }
  }
  return { rows: [...rows.values()], unreadable, own, repeated: own - unreadable - rows.size }
}

/** One check of a single row per this many pages: the checks cost a tenth of the reading, or one request. */
const PAGES_TO_A_LOOK = 10

/** The last row of a page (`edge`), or the first row of the list (`head`), as it was read. */
export interface Look {
  readonly kind: 'head' | 'edge'
  /** Its place in the list, from 0. */
  readonly place: number
  readonly mark: PageMark
}

const markOf = ({ total, ends }: PageMark): PageMark => ({ total, ends })

/** The last row of the page with this number. */
export function edgeOf(pages: readonly PageMark[], page: number): Look | undefined {
  const [first, mark] = [pages[0], pages[page]]
  if (first === undefined || mark === undefined) return undefined
  return { kind: 'edge', place: (page + 1) * pageLength(first) - 1, mark: markOf(mark) }
}

/** The first row of the list; none when no page was read. */
export function headOf([first]: readonly PageMark[]): readonly Look[] {
  return first === undefined ? [] : [{ kind: 'head', place: 0, mark: markOf(first) }]
}

/** What is checked again with the last page: the first row, and edges spread over the list. */
export function looksAfter(pages: readonly PageMark[]): readonly Look[] {
  const edges = Math.max(0, Math.floor((pages.length + 1) / PAGES_TO_A_LOOK) - 1)
  const spread = Array.from({ length: edges }, (_, n) => Math.floor(((n + 1) * pages.length) / edges) - 1)
  return [...headOf(pages), ...spread.flatMap(page => edgeOf(pages, page) ?? [])]
}

/** Whether the checked row is the one that was read there. The caller compares the total. */
export function isAsRead({ kind, mark }: Look, found: PageMark, length: number): boolean {
  return kind === 'head' ? isHeadKept(mark, found) : isEdgeKept(mark, found, length)
}

/**
 * How many rows at least came, went or changed places while these pages were read; 0 for a list that stayed unchanged. Pages
 * asked alone are left out: what they show is what the user requested.
 * @param repeated rows received twice on pages that were not asked alone
 */
export function movedRows(pages: readonly ReadPage<object>[], repeated: number, isComplete: boolean): number {
  const [first, ...more] = pages.filter(({ isAlone }) => isAlone !== true)
  if (first === undefined || pages.length === 1) return 0
  let before = first.total
  let steps = 0
  for (const { total } of more) {
    steps += Math.abs(total - before)
    before = total
  }
  const isPatched = more.length + 1 < pages.length
  const missing = isComplete && !isPatched ? before - receivedOn(pages) : 0
  const flagged = pages.some(({ hasMoved }) => hasMoved) ? 1 : 0
  return Math.max(0, steps, flagged, repeated, missing)
}

/** How many keys are in one of the two readings and not in the other. */
export function exchanged(before: ReadonlySet<string>, after: ReadonlySet<string>): number {
  let count = 0
  for (const key of before) if (!after.has(key)) count++
  for (const key of after) if (!before.has(key)) count++
  return count
}

/** Whether a list held still while it was read page by page. Pure: who asks is queries/record-reading.ts. */
import type { RecordPage } from './record-list'

/** What of a page is compared with those read after it. */
export type PageMark = Pick<RecordPage<object>, 'total' | 'ends'>

/** A page as it was read. */
export interface ReadPage<R extends object> extends RecordPage<R> {
  /** When it was answered, in milliseconds. */
  readonly at: number
  /** Rows came or went between this page and those before it. */
  readonly hasMoved: boolean
  /** It was asked for by itself, after the pages around it. */
  readonly isAlone?: true
}

/** Rows of a full page: a server may give fewer than it is asked for. */
export function pageLength({ ends }: PageMark): number {
  return Math.max(0, ...ends.map(({ count }) => count))
}

/** Whether the rows at the end of a full page are still where they were. An edge that names no row says nothing. */
export function isEdgeKept(before: PageMark, edge: PageMark, length: number): boolean {
  if (before.ends.length !== edge.ends.length) return false
  return before.ends.every(({ count, last }, place) => {
    const now = edge.ends[place]?.first
    return count < length || last === undefined || now === undefined || last === now
  })
}

/** Whether the list still begins with the same row. */
export function isHeadKept(first: PageMark, head: PageMark): boolean {
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

/**
 * How many rows at least came, went or changed places while these pages were read; 0 for a list that held still.
 * @param distinct rows among those received, each counted once
 */
export function movedRows(pages: readonly ReadPage<object>[], distinct: number, isComplete: boolean): number {
  const [first, ...more] = pages
  if (first === undefined || more.length === 0) return 0
  let before = first.total
  let steps = 0
  for (const { total } of more) {
    steps += Math.abs(total - before)
    before = total
  }
  const received = receivedOn(pages)
  const missing = isComplete ? before - received : 0
  const flagged = pages.some(({ hasMoved }) => hasMoved) ? 1 : 0
  return Math.max(0, steps, flagged, received - distinct, missing)
}

/** How many keys are in one of the two readings and not in the other. */
export function exchanged(before: ReadonlySet<string>, after: ReadonlySet<string>): number {
  let count = 0
  for (const key of before) if (!after.has(key)) count++
  for (const key of after) if (!before.has(key)) count++
  return count
}

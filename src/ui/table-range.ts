/** Which rows of a long table are drawn: those in view, some around them, and the one with the tab stop. */
import type { Range, Rect, Virtualizer } from '@tanstack/react-virtual'
import { observeElementRect } from '@tanstack/react-virtual'

/** Both tables of a page together stay below 150 rows, headers included. */
const MOST_ROWS = 70
const OVERSCAN = 8
/** Where nothing has a size, as in tests without a layout. */
export const SOME_RECT: Rect = { width: 800, height: 600 }

/** As TanStack Virtual measures, with a size where there is no layout. */
export const withSomeSize = (instance: Virtualizer<HTMLDivElement, Element>, tell: (rect: Rect) => void) =>
  observeElementRect(instance, rect => tell(rect.height === 0 ? SOME_RECT : rect))

/** The rows in view, some around them, and the one with the tab stop wherever it is. */
export function rowsToDraw({ startIndex, endIndex, count }: Range, pinned: number): number[] {
  const around = Math.max(0, Math.min(OVERSCAN, Math.floor((MOST_ROWS - 2 - (endIndex - startIndex + 1)) / 2)))
  const first = Math.max(0, startIndex - around)
  const last = Math.min(count - 1, endIndex + around, first + MOST_ROWS - 2)
  const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n)
  if (pinned < count && (pinned < first || pinned > last)) indexes[pinned < first ? 'unshift' : 'push'](pinned)
  return indexes
}

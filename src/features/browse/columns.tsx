/** What the columns of both lists have in common. */
import type { Unreadable } from '@/domain/session'
import { isUnreadable } from '@/domain/session'
import type { Column } from '@/ui/table-types'
import { STATE_LEAST } from './badge-room'
import type { CellWords } from './cells'
import { unreadableText } from './unreadable-text'

/** Three badges side by side, whichever font the system has; where there is less room, what src/features/browse/badge-room.ts says. */
export const STATE_WIDTH = `minmax(${STATE_LEAST}px, clamp(204px, 26cqi, 222px))`

/** Between columns, in pixels, as in pane.module.css. */
export const LIST_GAP = 12

/** A row that could not be read shows that in its first cell, and nothing else. */
export function readable<T extends object>(
  columns: readonly Column<T>[],
  { t }: CellWords,
): readonly Column<T | Unreadable>[] {
  return columns.map(({ title, cell, ...column }, place) => ({
    ...column,
    ...(title && { title: (row, now) => (isUnreadable(row) ? undefined : title(row, now)) }),
    cell: (row, now) => {
      if (!isUnreadable(row)) return cell(row, now)
      return place > 0 ? null : <i>{unreadableText(row, t)}</i>
    },
  }))
}

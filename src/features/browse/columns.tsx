/** What the columns of both lists have in common. */
import type { Unreadable } from '@/domain/session'
import { isUnreadable } from '@/domain/session'
import type { Column } from '@/ui/table-types'
import type { CellWords } from './cells'
import { unreadableText } from './unreadable-text'

/** Two short badges side by side, whichever font the system has. */
export const STATE_WIDTH = 'minmax(140px, 2fr)'

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

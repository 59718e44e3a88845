/** What the columns of both lists have in common. */
import type { Counters, Unreadable } from '@/domain/session'
import { isUnreadable, totalCounters } from '@/domain/session'
import { STATE_LEAST } from './badge-room'
import type { CellWords } from './cells'
import { countCell, countTitle } from './cells'
import type { ListColumn } from './column-choice'
import { unreadableText } from './unreadable-text'

/** Three badges side by side, whichever font the system has; where there is less room, what src/features/browse/badge-room.ts says. */
export const STATE_TRACK = {
  room: STATE_LEAST,
  width: `minmax(${STATE_LEAST}px, clamp(204px, 26cqi, 222px))`,
} as const

/** The track of a column of ages. */
export const AGE_TRACK = { align: 'end', room: 86, width: 'minmax(86px, 102px)' } as const

/** The track of a column of figures, in pixels. */
export const figureTrack = (room: number) => ({ align: 'end', room, width: `${room}px` }) as const

const COUNTERS = ['errors', 'waiting', 'running'] as const

/** Each counter of the badges as a column: figures stand below each other, and what is zero is empty. */
export function counterColumns<Row extends { readonly steps: readonly { readonly state: Counters }[] }>(
  words: CellWords,
): readonly ListColumn<Row>[] {
  const { t } = words
  return COUNTERS.map(counter => {
    const total = ({ steps }: Row) => ({ value: totalCounters(steps)[counter] || undefined })
    return {
      id: counter,
      header: t(`column.${counter}`),
      hint: t(`hint.${counter}`),
      isDerived: true,
      isExtra: true,
      ...figureTrack(92),
      title: row => countTitle(words, total(row)),
      cell: row => countCell(words, total(row)),
    }
  })
}

/** A row that could not be read shows that in its first cell, and nothing else. */
export function readable<T extends object>(
  columns: readonly ListColumn<T>[],
  { t }: CellWords,
): readonly ListColumn<T | Unreadable>[] {
  return columns.map(({ title, cell, ...column }, place) => ({
    ...column,
    ...(title && { title: (row, now) => (isUnreadable(row) ? undefined : title(row, now)) }),
    cell: (row, now) => {
      if (!isUnreadable(row)) return cell(row, now)
      return place > 0 ? null : <i>{unreadableText(row, t)}</i>
    },
  }))
}

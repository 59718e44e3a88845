/** Which columns of a list are shown, in which order, and which of them leave where there is no room. Pure. */
import type { Column } from '@/ui/table-types'
import { ROW_PADDING } from '@/ui/TableHeader'

/** Between columns, in pixels, as in pane.module.css. */
export const LIST_GAP = 12

/** A column of a list, of which the limit is not known before it is chosen. */
export interface ListColumn<Row> extends Omit<Column<Row>, 'hideBelow'> {
  /** What it needs, in pixels: at least what its track takes when it is narrowest. */
  readonly room: number
  /** Shown only where it was chosen. */
  readonly isExtra?: true
  /** Not shown now, whatever was chosen: every row would say the same. */
  readonly isIdle?: boolean
}

type AnyColumn = ListColumn<never>

/** A column as the menu has it. */
export interface Choice {
  readonly id: string
  readonly isShown: boolean
}

/** The boxes of a selection, and the name: always shown, always first, in no choice. */
export const isFixed = ({ id }: Pick<AnyColumn, 'id'>) => id === 'select' || id === 'name'

const idOf = (kept: string) => kept.replace(/^-/, '')

/**
 * The choice as it was kept: ids that are not known any more are left out, and what was not known then comes last, not shown.
 * @param kept undefined for what is usual
 */
export function choicesOf(
  columns: readonly Pick<AnyColumn, 'id' | 'isExtra'>[],
  kept?: readonly string[],
): readonly Choice[] {
  const offered = columns.filter(column => !isFixed(column))
  if (kept === undefined) return offered.map(({ id, isExtra }) => ({ id, isShown: isExtra !== true }))
  const known = [...new Set(kept.map(idOf))].filter(id => offered.some(column => column.id === id))
  const later = offered.filter(({ id }) => !known.includes(id))
  return [
    ...known.map(id => ({ id, isShown: kept.find(one => idOf(one) === id) === id })),
    ...later.map(({ id }) => ({ id, isShown: false })),
  ]
}

/**
 * The columns that may leave, in the order in which they stay, and the pixels that have to be free beside each, for names
 * and badges to keep their room. Further down they are no fewer: the least important leaves first.
 */
const STAYS: readonly (readonly [
  spare: { readonly sources: number; readonly sessions: number },
  ids: readonly string[],
])[] = [
  [{ sources: 8, sessions: 28 }, ['updated']],
  [{ sources: 88, sessions: 120 }, ['change', 'errors', 'waiting', 'running', 'referenced', 'sessionCount']],
  [{ sources: 106, sessions: 120 }, ['leftOut', 'diffused', 'files', 'pulse']],
  [{ sources: 106, sessions: 182 }, ['created', 'id']],
]

/** The limits of a set of columns: each shown column has room at every width, and nothing is squeezed or cut. */
function limitsOf(
  kind: 'sources' | 'sessions',
  columns: readonly Pick<AnyColumn, 'id' | 'room'>[],
): ReadonlyMap<string, number> {
  const leaving = STAYS.flatMap(([spare, ids]) => ids.map(id => [id, spare[kind]] as const))
  const room = (those: readonly Pick<AnyColumn, 'room'>[]) =>
    those.reduce((sum, column) => sum + column.room + LIST_GAP, 0)
  let needed = 2 * ROW_PADDING - LIST_GAP + room(columns.filter(({ id }) => !leaving.some(([one]) => one === id)))
  return new Map(
    leaving.flatMap(([id, spare]) => {
      const column = columns.find(one => one.id === id)
      if (column === undefined) return []
      needed += room([column])
      return [[id, needed + spare] as const]
    }),
  )
}

/** The chosen columns in their order, each with its limit. */
export function shownColumns<Row>(
  kind: 'sources' | 'sessions',
  columns: readonly ListColumn<Row>[],
  choices: readonly Choice[],
): readonly Column<Row>[] {
  const chosen = choices.flatMap(({ id, isShown }) => columns.filter(one => isShown && one.id === id))
  const shown = [...columns.filter(isFixed), ...chosen].filter(({ isIdle }) => isIdle !== true)
  const limits = limitsOf(kind, shown)
  return shown.map(column => {
    const hideBelow = limits.get(column.id)
    return hideBelow === undefined ? column : { ...column, hideBelow }
  })
}

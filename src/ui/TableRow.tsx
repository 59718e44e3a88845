/** One row of a virtual table, or the skeleton that keeps its place. */
import { memo } from 'react'
import styles from './table.module.css'
import type { PlacedColumn } from './table-types'

export interface TableRowProps<R> {
  /** Undefined: not read yet. */
  readonly row: R | undefined
  readonly index: number
  /** In pixels. */
  readonly top: number
  readonly height: number
  readonly columns: readonly PlacedColumn<R>[]
  readonly name: string
  readonly isActive: boolean
  readonly isSelected: boolean
  /** In milliseconds. */
  readonly now: number
  /** What of the row depends on the time. */
  readonly timeKey: string
}

function Row<R>({ row, index, top, height, columns, name, isActive, isSelected, now }: TableRowProps<R>) {
  return (
    <div
      className={`${styles['columns']} ${styles['row']}`}
      role="row"
      data-index={index}
      aria-rowindex={index + 2}
      aria-label={name}
      aria-selected={isSelected}
      tabIndex={isActive ? 0 : -1}
      style={{ transform: `translateY(${top}px)`, height }}
    >
      {columns.map(({ id, place, align, isWhole, title, cell }) => (
        <div
          key={id}
          role="gridcell"
          aria-colindex={place}
          data-align={align}
          data-whole={isWhole === true || align === 'end' || undefined}
          title={row === undefined ? undefined : title?.(row, now)}
        >
          {row === undefined ? <span className={styles['bone']} aria-hidden /> : cell(row, now)}
        </div>
      ))}
    </div>
  )
}

/** The time alone does not redraw a row: only a changed `timeKey` does. */
function isSame<R>(
  { now: _before, ...before }: TableRowProps<R>,
  { now: _after, ...after }: TableRowProps<R>,
): boolean {
  return (Object.keys(after) as (keyof typeof after)[]).every(key => Object.is(before[key], after[key]))
}

// memo loses the type parameter without this cast.
export const TableRow = memo(Row, isSame) as typeof Row

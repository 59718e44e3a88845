/** The input of a virtual table: its columns, and how rows are found. */
import type { ReactNode, Ref } from 'react'

export interface Column<Row> {
  readonly id: string
  readonly header: string
  /** What the figures of this column count. */
  readonly hint?: string
  /** Calculated by the dashboard. */
  readonly isDerived?: boolean
  /** The property the server sorts by, where it can. */
  readonly sortProperty?: string
  readonly align?: 'start' | 'end'
  /** Never cut: a cell takes a second line instead. Figures, aligned to the end, are never cut either. */
  readonly isWhole?: boolean
  /** A CSS grid track. */
  readonly width: string
  /** Where it stands in rows of two lines, as a CSS grid area of three tracks; without one it is left out of them. */
  readonly inLines?: string
  /** Left out when the table is narrower, in pixels. */
  readonly hideBelow?: number
  /** The tooltip of a cell. */
  readonly title?: (row: Row, now: number) => string | undefined
  /** @param now the table's time, in milliseconds */
  readonly cell: (row: Row, now: number) => ReactNode
}

export interface TableSort {
  readonly property: string
  readonly direction: 'asc' | 'desc'
}

/** A column, and its position among all columns, from 1. */
export type PlacedColumn<Row> = Column<Row> & { readonly place: number }

/** A place in a list: the first whole row in view, and its distance from the top, in pixels. */
export interface ListPlace {
  readonly key: string
  readonly index: number
  readonly offset: number
}

/** Remembers places beyond a reload; the same list is one of the same listKey. */
export interface PlaceKeeper {
  readonly read: (listKey: string) => ListPlace | undefined
  readonly keep: (listKey: string, place: ListPlace) => void
  /** Reached by Back, Forward or a reload: the kept place is restored. */
  readonly isReturn: boolean
}

export interface TableHandle {
  /** Moves the focus by so many rows. */
  readonly moveBy: (step: number) => void
  /** Moves the focus to this row, or to the one that had it last, and brings it into view. */
  readonly focusRow: (index?: number) => void
  readonly reveal: (index: number) => void
}

export interface VirtualTableProps<R> {
  readonly name: string
  readonly columns: readonly Column<R>[]
  /** Rows there are; undefined until the server has said. */
  readonly total: number | undefined
  /** Undefined: not loaded yet. */
  readonly rowAt: (index: number) => R | undefined
  /** The number of rows, where more exist than can be shown yet, or where it is unknown. */
  readonly wholeCount?: number | 'unknown' | undefined
  readonly rowKey: (row: R) => string
  readonly rowName: (row: R) => string
  readonly isSelected?: (row: R) => boolean
  /** Click or Enter; Space too, unless it has a meaning of its own. */
  readonly onActivate: (row: R, index: number) => void
  /** Space; `isRange` with Shift held. */
  readonly onToggle?: ((row: R, isRange: boolean) => void) | undefined
  /** The arrows moved to this row. */
  readonly onMove?: (index: number) => void
  /** The first and last row in view changed. */
  readonly onRange: (first: number, last: number) => void
  readonly sort?: TableSort | undefined
  readonly onSort?: (property: string) => void
  /** What is shown in place of rows when there are none. */
  readonly empty?: ReactNode
  /** Old rows shown while others are asked for. */
  readonly isBusy?: boolean
  readonly rowHeight: number
  /** Rows of two lines, for narrow screens: the header is then a line of what can be sorted by. */
  readonly isInLines?: boolean
  /** The time that cells are drawn at, in milliseconds; 0 where none depends on it. */
  readonly now?: number
  /** What of a row depends on the time, as a text: the row is drawn again when it is another one. */
  readonly timeKey?: (row: R, now: number) => string
  /** Another one is another list: it is read from its top. */
  readonly listKey?: string
  /** Remembers where the reader was, for a list that is come back to. */
  readonly places?: PlaceKeeper | undefined
  readonly ref?: Ref<TableHandle>
}

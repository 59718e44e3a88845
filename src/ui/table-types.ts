/** What a virtual table is told: its columns, and how rows are found. */
import type { ReactNode } from 'react'

export interface Column<Row> {
  readonly id: string
  readonly header: string
  /** What the figures of this column count. */
  readonly hint?: string
  /** Sums this page made, not figures of the server. */
  readonly isDerived?: boolean
  /** The property the server sorts by, where it can. */
  readonly sortProperty?: string
  readonly align?: 'start' | 'end'
  /** Never cut: a cell takes a second line instead. What is aligned to the end is a figure, and whole as well. */
  readonly isWhole?: boolean
  /** A CSS grid track. */
  readonly width: string
  /** Left out when the table is narrower, in pixels. */
  readonly hideBelow?: number
  readonly cell: (row: Row) => ReactNode
}

export interface TableSort {
  readonly property: string
  readonly direction: 'asc' | 'desc'
}

/** A column that is drawn, and where it stands among all columns, from 1. */
export type PlacedColumn<Row> = Column<Row> & { readonly place: number }

/** Where a reader was in a list: the first whole row in view, and how far it stands below the top, in pixels. */
export interface ListPlace {
  readonly key: string
  readonly index: number
  readonly offset: number
}

/** Remembers places beyond a reload; the same list is one of the same listKey. */
export interface PlaceKeeper {
  readonly read: (listKey: string) => ListPlace | undefined
  readonly keep: (listKey: string, place: ListPlace) => void
  /** What is shown was gone back or forward to, or loaded again: the reader wants the place that was kept. */
  readonly isReturn: boolean
}

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

/** Which columns fit: the less important ones leave as the table narrows. */
import { useCallback, useMemo, useState } from 'react'
import type { Column, PlacedColumn } from './table-types'

interface VisibleColumns<R> {
  /** Those that fit; the same array as long as the same ones do. */
  readonly columns: readonly PlacedColumn<R>[]
  /** Ids of those that do not, with spaces between them. */
  readonly leftOut: string
  /** The ref of what is measured. */
  readonly measure: (element: HTMLElement | null) => (() => void) | undefined
}

/** The columns that fit into an element, which is measured as it changes and never while drawing. */
export function useVisibleColumns<R>(columns: readonly Column<R>[]): VisibleColumns<R> {
  const [width, setWidth] = useState(0)
  const measure = useCallback((element: HTMLElement | null) => {
    if (element === null || typeof ResizeObserver === 'undefined') return undefined
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    setWidth(element.clientWidth)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  // Where nothing can be measured everything is shown.
  const fits = ({ hideBelow }: Column<R>) => width === 0 || hideBelow === undefined || width >= hideBelow
  const leftOut = columns.flatMap(column => (fits(column) ? [] : [column.id])).join(' ')
  const visible = useMemo(() => {
    const gone = leftOut.split(' ')
    return columns
      .map((column, place) => ({ ...column, place: place + 1 }))
      .filter(({ id }) => leftOut === '' || !gone.includes(id))
  }, [columns, leftOut])
  return { columns: visible, leftOut, measure }
}

/** Which columns fit: the less important ones leave as the table narrows. */
import { useCallback, useMemo, useState } from 'react'
import type { Column } from './table-types'

/** The columns that fit, and the ref of what is measured. */
export function useVisibleColumns<R>(
  columns: readonly Column<R>[],
): readonly [readonly Column<R>[], (element: HTMLElement | null) => (() => void) | undefined] {
  const [width, setWidth] = useState(0)
  const measure = useCallback((element: HTMLElement | null) => {
    if (element === null || typeof ResizeObserver === 'undefined') return undefined
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    setWidth(element.clientWidth)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const visible = useMemo(
    // Where nothing can be measured everything is shown.
    () => columns.filter(({ hideBelow }) => width === 0 || hideBelow === undefined || width >= hideBelow),
    [columns, width],
  )
  return [visible, measure]
}

/** The row opened beside or over the table, and the focus when it opens and closes. */
import type { KeyboardEvent, RefObject } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { TableHandle } from '@/ui/table-types'

interface Keyed {
  readonly key: string
}

interface OpenedRow<R> {
  readonly row: R | undefined
  readonly open: (row: Keyed) => void
  /** Moves to another row while one is opened. */
  readonly follow: (row: Keyed) => void
  readonly close: () => void
  /** Escape closes the row before it closes the list. */
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly heading: RefObject<HTMLHeadingElement | null>
}

/** @param isAlone the detail takes the place of the table: the focus has to follow */
export function useOpenedRow<R extends Keyed>(
  rows: readonly R[] | undefined,
  table: RefObject<TableHandle | null>,
  isAlone: boolean,
): OpenedRow<R> {
  const [key, setKey] = useState<string>()
  const heading = useRef<HTMLHeadingElement>(null)
  const row = key === undefined ? undefined : rows?.find(one => one.key === key)
  const isOpen = row !== undefined
  useEffect(() => {
    if (isOpen && isAlone) heading.current?.focus()
  }, [isOpen, isAlone])

  const close = () => {
    const place = rows?.findIndex(one => one.key === key) ?? -1
    setKey(undefined)
    if (place >= 0) table.current?.focusRow(place)
  }
  return {
    row,
    open: ({ key: next }) => {
      if (next === key) close()
      else setKey(next)
    },
    follow: ({ key: next }) => {
      if (key !== undefined) setKey(next)
    },
    close,
    onKeyDown: event => {
      if (event.key !== 'Escape' || !isOpen) return
      event.stopPropagation()
      close()
    },
    heading,
  }
}

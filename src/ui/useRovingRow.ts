/** One tab stop per table: which row has it, and where the focus goes when rows move, vanish or are drawn anew. */
import type { FocusEvent, KeyboardEvent, RefObject } from 'react'
import { useLayoutEffect, useRef, useState } from 'react'
import { findNear } from './useAnchor'

interface Active {
  readonly index: number
  /** Undefined for a row that was not there yet. */
  readonly key: string | undefined
}

interface Options {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly total: number
  readonly pageLength: number
  readonly keyAt: (index: number) => string | undefined
  readonly reveal: (index: number) => void
  readonly onMove: ((index: number) => void) | undefined
  /** Another list begins at its first row. */
  readonly listKey: string
}

interface RovingRow {
  readonly activeIndex: number
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onFocus: (event: FocusEvent) => void
  readonly onBlur: (event: FocusEvent) => void
  /** Moves the focus to a row, or to the one that had it. */
  readonly focusRow: (index?: number) => void
  /** As the arrows do. */
  readonly moveTo: (index: number) => void
}

const indexOf = (target: EventTarget) => {
  const row = target instanceof Element ? target.closest<HTMLElement>('[role=row][data-index]') : null
  return row === null ? undefined : Number(row.dataset['index'])
}

const FIRST: Active = { index: 0, key: undefined }

export function useRovingRow({ scroller, total, pageLength, keyAt, reveal, onMove, listKey }: Options): RovingRow {
  const [kept, setActive] = useState<Active>(FIRST)
  const [list, setList] = useState(listKey)
  const isOther = list !== listKey
  const active = isOther ? FIRST : kept
  if (isOther) {
    setList(listKey)
    setActive(FIRST)
  }
  const ownsFocus = useRef(false)
  const [wanted, setWanted] = useState(0)

  // The row itself, when it has moved; else its place, so that the neighbour of a vanished row has the focus.
  const found = active.key === undefined ? undefined : findNear(keyAt, active.key, active.index)
  const activeIndex = Math.max(0, Math.min(found ?? active.index, total - 1))
  const activeKey = keyAt(activeIndex)
  if (total > 0 && (activeIndex !== active.index || (activeKey !== undefined && activeKey !== active.key)))
    setActive({ index: activeIndex, key: activeKey ?? active.key })

  useLayoutEffect(() => {
    if (ownsFocus.current && document.activeElement === document.body)
      scroller.current
        ?.querySelector<HTMLElement>(`[role=row][data-index="${activeIndex}"]`)
        ?.focus({ preventScroll: true })
  })
  useLayoutEffect(() => {
    if (wanted > 0)
      scroller.current?.querySelector<HTMLElement>(`[role=row][tabindex="0"]`)?.focus({ preventScroll: true })
  }, [wanted, scroller])

  const focusRow = (index = activeIndex) => {
    setActive({ index, key: keyAt(index) })
    reveal(index)
    setWanted(n => n + 1)
  }
  const moveTo = (target: number) => {
    const index = Math.max(0, Math.min(target, total - 1))
    focusRow(index)
    onMove?.(index)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (indexOf(event.target) === undefined || event.altKey || event.metaKey) return
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: activeIndex + 1,
      ArrowUp: activeIndex - 1,
      PageDown: activeIndex + pageLength,
      PageUp: activeIndex - pageLength,
      Home: 0,
      End: total - 1,
    }
    const target = targets[event.key]
    if (target === undefined) return
    event.preventDefault()
    moveTo(target)
  }
  return {
    activeIndex,
    onKeyDown,
    focusRow,
    moveTo,
    onFocus: event => {
      const index = indexOf(event.target)
      ownsFocus.current = index !== undefined
      if (index !== undefined && index !== activeIndex) setActive({ index, key: keyAt(index) })
    },
    onBlur: event => {
      const { target, relatedTarget } = event
      if (relatedTarget !== null) ownsFocus.current = false
      // A row that is drawn anew loses the focus without meaning to.
      else
        queueMicrotask(() => {
          if (target.isConnected && document.activeElement === document.body) ownsFocus.current = false
        })
    },
  }
}

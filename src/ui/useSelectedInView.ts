/** A table that became lower (a drawer opened under it) keeps the selected row in view, and gets its place back when it grows again. */
import type { Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useRef } from 'react'

interface Options {
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>
  /** Of the rows in view, in pixels. */
  readonly viewHeight: number
  readonly rowHeight: number
  readonly isSelectedAt: (index: number) => boolean
  /** The row that was clicked, or has the focus. */
  readonly activeIndex: number
}

/** Places a move of ours came from and led to: when the reader has scrolled since, the place is the reader's. */
interface Move {
  readonly from: number
  readonly to: number
}

export function useSelectedInView(options: Options): void {
  const { viewHeight } = options
  const height = useRef(viewHeight)
  const move = useRef<Move>(undefined)
  const settle = useEffectEvent((now: number) => {
    const { virtualizer, rowHeight, isSelectedAt, activeIndex } = options
    const before = height.current
    height.current = now
    const from = virtualizer.scrollOffset ?? 0
    if (now > before) {
      if (move.current !== undefined && Math.abs(move.current.to - from) < 1)
        virtualizer.scrollToOffset(move.current.from)
      move.current = undefined
      return
    }
    if (!isSelectedAt(activeIndex)) return
    const bottom = (activeIndex + 1) * rowHeight
    if (bottom <= from + now) return
    const to = bottom - now
    move.current = { from: move.current?.from ?? from, to }
    virtualizer.scrollToOffset(to)
  })
  useEffect(() => settle(viewHeight), [viewHeight])
}

/** A table that became lower (a drawer opened under it) keeps the selected row in view, and gets its place back when it grows again. */
import { useEffect, useEffectEvent, useRef } from 'react'
import { NEAR } from './useAnchor'
import type { RowWindow } from './useRowWindow'

interface Options {
  readonly window: RowWindow
  readonly rowHeight: number
  readonly isSelectedAt: (index: number) => boolean
  /** The row that was clicked, or has the focus. */
  readonly activeIndex: number
  /** Its first rows are there. */
  readonly isFilled: boolean
  /** The list was opened where its reader had left it. */
  readonly hasPlace: () => boolean
}

/** Places a move of ours came from and led to: when the reader has scrolled since, the place is the reader's. */
interface Move {
  readonly from: number
  readonly to: number
}

export function useSelectedInView(options: Options): void {
  const { isFilled } = options
  const { viewHeight } = options.window
  const height = useRef(viewHeight)
  const move = useRef<Move>(undefined)
  /** The row with the focus, or the first selected one around the place, in pixels, where the view is. */
  const selectedIndex = (from: number): number | undefined => {
    const { isSelectedAt, activeIndex, rowHeight } = options
    if (isSelectedAt(activeIndex)) return activeIndex
    const start = Math.max(0, Math.floor(from / rowHeight))
    for (let index = start; index < start + NEAR; index++) if (isSelectedAt(index)) return index
    return undefined
  }
  const settle = useEffectEvent((now: number) => {
    const { window: rows, rowHeight } = options
    const before = height.current
    height.current = now
    const from = rows.offset()
    if (now > before) {
      const { current: moved } = move
      move.current = undefined
      if (moved === undefined || Math.abs(moved.to - from) >= 1) return
      // As far back as the selected row stays in view.
      const selected = selectedIndex(from)
      const to = Math.max(moved.from, selected === undefined ? 0 : (selected + 1) * rowHeight - now)
      if (to > moved.from) move.current = { from: moved.from, to }
      rows.scrollTo(to)
      return
    }
    const selected = selectedIndex(from)
    if (selected === undefined) return
    const bottom = (selected + 1) * rowHeight
    if (bottom <= from + now) return
    const to = bottom - now
    move.current = { from: move.current?.from ?? from, to }
    rows.scrollTo(to)
  })
  useEffect(() => settle(viewHeight), [viewHeight])
  const reveal = useEffectEvent(() => {
    // Opened by a link, the drawer may have been there before the rows were.
    if (!options.hasPlace()) settle(viewHeight)
  })
  useEffect(() => {
    if (isFilled) reveal()
  }, [isFilled])
}

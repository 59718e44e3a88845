/** Which rows of a table of any length are drawn, and where: rows of one height under a real scrollbar. */
import type { RefObject } from 'react'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { ListSize, ScrollPlace } from './scroll-place'
import { MOST_HEIGHT, isAtFalseEnd, placeAfterScroll, placeAt, scrolledHeight } from './scroll-place'

/** Rows drawn above and below those in view: an arrow key or a notch of the wheel finds them there. */
const OVERSCAN = 4
/** The first paint is for what is in view; in milliseconds. */
const OVERSCAN_AFTER = 50
/** Without a scroll event for this many milliseconds, scrolling has ended. */
const STILL_AFTER = 150
/** What a list takes until it has been measured, in pixels; asked for before there is a page that would have to be laid out for the answer. */
const LIKELY_HEIGHT = window.innerHeight * 0.75

const TOP: ScrollPlace = { offset: 0, scrolled: 0 }

interface Options {
  readonly count: number
  readonly rowHeight: number
  /** Of what stays above the rows, in pixels. */
  readonly headerHeight: number
}

/** All lengths in pixels; an offset is the length of the list above the view. */
export interface RowWindow {
  /** The first and the last row in view. */
  readonly first: number
  readonly last: number
  readonly isScrolling: boolean
  readonly viewHeight: number
  /** Of the element that the rows stand in. */
  readonly height: number
  /** The rows to draw, in order: the visible ones, some around them, and the pinned one. */
  readonly rowsToDraw: (pinned: number) => readonly number[]
  /** Where a row stands in the element of `height`. */
  readonly topOf: (index: number) => number
  readonly offset: () => number
  readonly scrollTo: (offset: number) => void
  /** Brings a row into view by the shortest way. */
  readonly reveal: (index: number) => void
}

/** The height of an element, known before the first paint of each change. */
function useHeight(element: RefObject<HTMLDivElement | null>): number {
  const [height, setHeight] = useState<number>()
  useLayoutEffect(() => {
    if (element.current === null || typeof ResizeObserver === 'undefined') return undefined
    const observer = new ResizeObserver(([entry]) => {
      const measured = entry?.contentRect.height ?? 0
      // A list that is hidden keeps its rows.
      if (measured > 0) flushSync(() => setHeight(measured))
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return height ?? LIKELY_HEIGHT
}

function useOverscan(): number {
  const [overscan, setOverscan] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => setOverscan(OVERSCAN), OVERSCAN_AFTER)
    return () => clearTimeout(timer)
  }, [])
  return overscan
}

/** True while scroll events come; `stir` says that one came. */
function useScrolling(): readonly [boolean, () => void] {
  const [isScrolling, setScrolling] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const stir = () => {
    clearTimeout(timer.current)
    setScrolling(true)
    timer.current = setTimeout(() => setScrolling(false), STILL_AFTER)
  }
  return [isScrolling, stir]
}

/** @returns the window, and the ref of the element that is scrolled */
export function useRowWindow({ count, rowHeight, headerHeight }: Options) {
  const scroller = useRef<HTMLDivElement>(null)
  const viewHeight = Math.max(rowHeight, useHeight(scroller) - headerHeight)
  const overscan = useOverscan()
  const [isScrolling, stir] = useScrolling()
  const size: ListSize = { length: count * rowHeight, view: viewHeight }
  /** The place to the pixel; `shown` is one in which the same rows stand in the same places. */
  const place = useRef(TOP)
  const [shown, setShown] = useState(TOP)

  const inView = ({ offset }: ScrollPlace) => ({
    first: Math.max(0, Math.min(count - 1, Math.floor(offset / rowHeight))),
    last: Math.max(0, Math.min(count - 1, Math.ceil((offset + viewHeight) / rowHeight) - 1)),
  })
  const show = (next: ScrollPlace) => {
    place.current = next
    setShown(before => {
      const [a, b] = [inView(before), inView(next)]
      const isSame = a.first === b.first && a.last === b.last
      return isSame && before.offset - before.scrolled === next.offset - next.scrolled ? before : next
    })
  }
  const scrollTo = (offset: number) => {
    const next = placeAt(offset, size)
    show(next)
    if (scroller.current !== null) scroller.current.scrollTop = next.scrolled
  }

  const onScroll = useEffectEvent((scrolled: number) => {
    if (Math.abs(scrolled - place.current.scrolled) < 1) return
    const next = placeAfterScroll(place.current, scrolled, size)
    // In this very frame: a row that comes into view later was a blank in it.
    flushSync(() => {
      stir()
      show(next)
    })
    if (isAtFalseEnd(next, size)) flushSync(() => scrollTo(next.offset))
  })
  useEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const listener = () => onScroll(element.scrollTop)
    element.addEventListener('scroll', listener, { passive: true })
    return () => element.removeEventListener('scroll', listener)
  }, [scroller])

  const settle = useEffectEvent(() => scrollTo(place.current.offset))
  const { length } = size
  useEffect(() => {
    // At rest the scrollbar of a shortened list says again where the list is.
    if (!isScrolling && length > MOST_HEIGHT) settle()
  }, [isScrolling, length])

  const { first, last } = inView(shown)
  const shift = shown.offset - shown.scrolled
  const window: RowWindow = {
    first,
    last,
    isScrolling,
    viewHeight,
    height: scrolledHeight(size),
    rowsToDraw: pinned => {
      const from = Math.max(0, first - overscan)
      const to = Math.min(count - 1, last + overscan)
      const indexes = Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => from + n)
      if (pinned < count && (pinned < from || pinned > to)) indexes[pinned < from ? 'unshift' : 'push'](pinned)
      return indexes
    },
    topOf: index => {
      const isFar = index < first - overscan || index > last + overscan
      // Out of the way, where it makes nothing longer.
      if (isFar && length > MOST_HEIGHT) return -2 * rowHeight
      return index * rowHeight - shift
    },
    offset: () => place.current.offset,
    scrollTo,
    reveal: index => {
      const top = index * rowHeight
      const { offset } = place.current
      if (top < offset) scrollTo(top)
      else if (top + rowHeight > offset + viewHeight) scrollTo(top + rowHeight - viewHeight)
    },
  }
  return { scroller, ...window }
}

/**
 * Where a long list is scrolled to. Browsers end at some millions of pixels: a list that is longer than that is scrolled
 * in a shorter element, whose scrollbar stands for the whole list. All lengths in pixels. Pure.
 */

/** Firefox has the lowest limit, 17.9 million. */
export const MOST_HEIGHT = 10_000_000

export interface ListSize {
  /** Of all rows. */
  readonly length: number
  /** Of the part in view. */
  readonly view: number
}

export interface ScrollPlace {
  /** The length of the list above the view. */
  readonly offset: number
  /** What the scrollbar says. */
  readonly scrolled: number
}

const between = (value: number, most: number) => Math.max(0, Math.min(value, most))
const lastOffset = ({ length, view }: ListSize) => Math.max(0, length - view)
const lastScrolled = (size: ListSize) => lastOffset({ ...size, length: scrolledHeight(size) })

/** The height of the element that is scrolled. */
export function scrolledHeight({ length }: ListSize): number {
  return Math.min(length, MOST_HEIGHT)
}

/** Near its ends a shortened list is scrolled as any other: the last notch of the wheel leads to the very end. */
const EDGE = 200_000

/** How much of the list one pixel of the scrollbar stands for, between the edges. */
const ratioOf = (size: ListSize) => (lastOffset(size) - 2 * EDGE) / (lastScrolled(size) - 2 * EDGE)

function scrolledAt(offset: number, size: ListSize): number {
  if (offset <= EDGE) return offset
  const below = lastOffset(size) - offset
  return below <= EDGE ? lastScrolled(size) - below : Math.round(EDGE + (offset - EDGE) / ratioOf(size))
}

function offsetAt(scrolled: number, size: ListSize): number {
  if (scrolled <= EDGE) return scrolled
  const below = lastScrolled(size) - scrolled
  return below <= EDGE ? lastOffset(size) - below : EDGE + (scrolled - EDGE) * ratioOf(size)
}

/** The place of an offset. */
export function placeAt(offset: number, size: ListSize): ScrollPlace {
  const within = between(offset, lastOffset(size))
  return { offset: within, scrolled: size.length <= MOST_HEIGHT ? within : scrolledAt(within, size) }
}

/**
 * The place after the scrollbar moved to `scrolled`: a step of the wheel or of a key moves the list by as much, the thumb
 * dragged, or a click beside it, by its share of the whole list.
 */
export function placeAfterScroll(before: ScrollPlace, scrolled: number, size: ListSize): ScrollPlace {
  if (size.length <= MOST_HEIGHT) return { offset: scrolled, scrolled }
  const moved = scrolled - before.scrolled
  const isStep = Math.abs(moved) <= 1.5 * size.view
  const offset = isStep ? before.offset + moved : offsetAt(scrolled, size)
  return { offset: between(offset, lastOffset(size)), scrolled }
}

/** True at an end of the scrollbar that is not the end of the list, or the other way round: it could not be scrolled on. */
export function isAtFalseEnd({ offset, scrolled }: ScrollPlace, size: ListSize): boolean {
  return scrolled <= 0 !== offset <= 0 || scrolled >= lastScrolled(size) !== offset >= lastOffset(size)
}

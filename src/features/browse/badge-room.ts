/** What a cell of badges shows at which width: numbers whole, else abbreviated, else the first badges and a sign for the others. */
import { roomFor, textWidth } from '@/ui/room'

/** A badge's number, whole and as short as it gets. */
export interface Figures {
  readonly whole: string
  readonly short: string
}

export interface BadgeRoom {
  /** Numbers are whole from this width on; undefined where they always are. */
  readonly wholeFrom: number | undefined
  /** The width from which each badge is shown; undefined for always. */
  readonly from: readonly (number | undefined)[]
}

/** The room that a cell of badges has at least, in pixels: the least width of its column. */
export const STATE_LEAST = 132
const ICON = 18
const GAP = 6
/** The sign for more, and the gap before it. */
const MORE = 26

const widthOf = (texts: readonly string[]) =>
  texts.reduce((sum, text) => sum + ICON + textWidth(text), 0) + Math.max(0, texts.length - 1) * GAP

const stepFor = (pixels: number) => (pixels <= STATE_LEAST ? undefined : roomFor(pixels))

export function badgeRoom(figures: readonly Figures[]): BadgeRoom {
  const isShorter = figures.some(({ whole, short }) => whole !== short)
  const shorts = figures.map(({ short }) => short)
  return {
    wholeFrom: isShorter ? stepFor(widthOf(figures.map(({ whole }) => whole))) : undefined,
    from: shorts.map((_, place) => {
      const isLast = place === shorts.length - 1
      return place === 0 ? undefined : stepFor(widthOf(shorts.slice(0, place + 1)) + (isLast ? 0 : MORE))
    }),
  }
}

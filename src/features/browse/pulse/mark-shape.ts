/** The picture of a mark: a bar as high as its products, and a sign above it for every state but Ok. Told apart without colours. */
import type { MarkState } from '@/domain/pulse'

/** Of the picture, in its own units. */
export const HEIGHT = 22
/** Between the bars of two marks. */
const BETWEEN = 3

const TALLEST = 13
/** Also a session without products is seen. */
const LEAST = 1.5
const GAP = 1.5
const SIGN = 6

export interface MarkShape {
  readonly bar: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /** A path; undefined: Ok has no sign. */
  readonly sign: string | undefined
}

/** Signs of 6 by 6 units around their middle: diamond, ring, arrow, dash. */
const SIGNS: Readonly<Record<MarkState, string | undefined>> = {
  errors: 'm0-3l3 3-3 3-3-3z',
  waiting: 'm3 0a3 3 0 1 1-6 0a3 3 0 1 1 6 0zm-1.6 0a1.4 1.4 0 1 0-2.8 0a1.4 1.4 0 1 0 2.8 0z',
  running: 'm-2.5-3v6l5.5-3z',
  leftOut: 'm-3-.9h6v1.8h-6z',
  ok: undefined,
}

/** Rounded, so that the picture is the same text wherever it is drawn. */
const round = (n: number) => Math.round(n * 100) / 100

/**
 * @param share of the tallest bar, 0 to 1
 * @param width of the picture
 */
export function markShape(state: MarkState, share: number, width: number): MarkShape {
  const height = round(Math.max(LEAST, share * TALLEST))
  const y = round(HEIGHT - height)
  const sign = SIGNS[state]
  return {
    bar: { x: BETWEEN / 2, y, width: width - BETWEEN, height },
    sign: sign && `M${width / 2} ${round(y - GAP - SIGN / 2)}${sign}`,
  }
}

/** The picture of a mark: a bar as high as its products, and a sign above it for every state but Ok. Told apart without colours. */
import type { MarkState } from '@/domain/pulse'

/** Of the picture, in its own units. */
export const WIDTH = 8
export const HEIGHT = 22

const TALLEST = 13
/** Also a session without products is seen. */
const LEAST = 1.5
const GAP = 1.5
const SIGN = 6

export interface MarkShape {
  readonly bar: { readonly y: number; readonly height: number }
  /** A path; undefined: Ok has no sign. */
  readonly sign: string | undefined
}

/** Signs around a middle at 4, of 6 by 6 units: diamond, ring, arrow, dash. */
const SIGNS: Readonly<Record<MarkState, ((middle: number) => string) | undefined>> = {
  errors: y => `M4 ${y - 3}l3 3-3 3-3-3z`,
  waiting: y => `M7 ${y}a3 3 0 1 1-6 0a3 3 0 1 1 6 0zm-1.6 0a1.4 1.4 0 1 0-2.8 0a1.4 1.4 0 1 0 2.8 0z`,
  running: y => `M1.5 ${y - 3}v6l5.5-3z`,
  leftOut: y => `M1 ${y - 0.9}h6v1.8h-6z`,
  ok: undefined,
}

/** Rounded, so that the picture is the same text wherever it is drawn. */
const round = (n: number) => Math.round(n * 100) / 100

/** @param share of the tallest bar, 0 to 1 */
export function markShape(state: MarkState, share: number): MarkShape {
  const height = round(Math.max(LEAST, share * TALLEST))
  const y = round(HEIGHT - height)
  return { bar: { y, height }, sign: SIGNS[state]?.(round(y - GAP - SIGN / 2)) }
}

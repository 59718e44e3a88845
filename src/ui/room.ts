/** Shows content only where its cell has room, without measuring: container queries over a scale of widths. */
import { useInsertionEffect } from 'react'
import { adoptStyles } from './adopt-styles'

/** Steps of the scale, in pixels. */
const STEP = 6
const LEAST = 60
const MOST = 240

/** The step of the scale at which so many pixels have room. */
export const roomFor = (pixels: number): number => Math.min(MOST, Math.max(LEAST, Math.ceil(pixels / STEP) * STEP))

/** Bold text of a badge, in pixels, in the widest font a system may have. */
export function textWidth(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + (/[\d\p{L}]/u.test(sign) ? (sign === 'M' ? 13 : 9) : 5), 0)
}

/** In a container named `room`: `data-from` is shown from that width on, `data-below` under it. */
function roomRules(): string {
  const scale = Array.from({ length: (MOST - LEAST) / STEP + 1 }, (_, n) => LEAST + n * STEP)
  return scale
    .map(
      width =>
        `@container room (width < ${width}px){[data-room] [data-from="${width}"]{display:none}}` +
        `@container room (width >= ${width}px){[data-room] [data-below="${width}"]{display:none}}`,
    )
    .join('\n')
}

let isAdopted = false

/** Adds these rules to the page, once. */
export function useRoomRules(): void {
  useInsertionEffect(() => {
    if (isAdopted) return
    isAdopted = true
    adoptStyles(roomRules())
  }, [])
}

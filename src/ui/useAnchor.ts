/** Keeps the row under the eye where it is while rows come and go above it. */
import type { Virtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef } from 'react'

const NEAR = 120

/** Where a key stands now, looked for around the place it had. */
export function findNear(
  keyAt: (index: number) => string | undefined,
  key: string,
  around: number,
): number | undefined {
  if (keyAt(around) === key) return around
  for (let distance = 1; distance <= NEAR; distance++) {
    if (keyAt(around + distance) === key) return around + distance
    if (around >= distance && keyAt(around - distance) === key) return around - distance
  }
  return undefined
}

interface Anchor {
  readonly key: string
  readonly index: number
}

/** Scrolled to the top one wants what is newest; anywhere else the first row in view stays in view. */
export function useAnchor(
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  keyAt: (index: number) => string | undefined,
  rowHeight: number,
  generation: string,
): void {
  const anchor = useRef<Anchor>(undefined)
  useLayoutEffect(() => {
    anchor.current = undefined
    virtualizer.scrollToOffset(0)
  }, [virtualizer, generation])
  useLayoutEffect(() => {
    const offset = virtualizer.scrollOffset ?? 0
    const first = Math.ceil(offset / rowHeight)
    const before = anchor.current
    if (before !== undefined && offset > 0 && keyAt(before.index) !== before.key) {
      const now = findNear(keyAt, before.key, before.index)
      if (now !== undefined && now !== before.index) {
        anchor.current = { key: before.key, index: now }
        virtualizer.scrollToOffset(offset + (now - before.index) * rowHeight)
        return
      }
    }
    const key = keyAt(first)
    anchor.current = key === undefined ? undefined : { key, index: first }
  })
}

/** At which sides of a box that scrolls sideways there is more. */
import type { RefObject } from 'react'
import { useLayoutEffect, useRef, useState } from 'react'

type HiddenEdges = 'none' | 'start' | 'end' | 'both'

function edgesOf({ scrollLeft, clientWidth, scrollWidth }: HTMLElement): HiddenEdges {
  const isBefore = scrollLeft > 1
  const isAfter = scrollLeft + clientWidth < scrollWidth - 1
  if (isBefore) return isAfter ? 'both' : 'start'
  return isAfter ? 'end' : 'none'
}

interface Edges<E> {
  readonly ref: RefObject<E | null>
  readonly edges: HiddenEdges
  readonly onScroll: () => void
}

/** Measured when it scrolls, and when it or what is in it changes its size. */
export function useHiddenEdges<E extends HTMLElement>(): Edges<E> {
  const ref = useRef<E>(null)
  const [edges, setEdges] = useState<HiddenEdges>('none')
  const onScroll = () => {
    if (ref.current !== null) setEdges(edgesOf(ref.current))
  }
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null || typeof ResizeObserver === 'undefined') return undefined
    const observer = new ResizeObserver(() => setEdges(edgesOf(element)))
    for (const one of [element, ...element.children]) observer.observe(one)
    return () => observer.disconnect()
  }, [])
  return { ref, edges, onScroll }
}

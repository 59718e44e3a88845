/** Whether an element has come into view: not one that is drawn ahead, nor one of a column without room. */
import type { RefObject } from 'react'
import { useEffect, useRef, useState } from 'react'

export function useSeen(): readonly [RefObject<HTMLSpanElement | null>, boolean] {
  const element = useRef<HTMLSpanElement>(null)
  // Where nothing tells, as in tests, everything is in view.
  const [isSeen, setSeen] = useState(!('IntersectionObserver' in window))
  useEffect(() => {
    const { current } = element
    if (isSeen || current === null) return
    const observer = new IntersectionObserver(entries => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true)
    })
    observer.observe(current)
    return () => observer.disconnect()
  }, [isSeen])
  return [element, isSeen]
}

/** For a button whose click means something else after it: the second click of a double click does not undo the first. */
import { useEffect, useRef } from 'react'

/** @returns `act`, which a click within 500 ms after `meaning` has changed does not do */
export function useSteadyClick(meaning: unknown, act: () => void): () => void {
  const until = useRef(0)
  useEffect(
    () => () => {
      until.current = performance.now() + 500
    },
    [meaning],
  )
  return () => {
    if (performance.now() >= until.current) act()
  }
}

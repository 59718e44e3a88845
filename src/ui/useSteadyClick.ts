/** For a button whose click means something else after it: the second click of a double click does not undo the first. */
import { useRef } from 'react'

/** In milliseconds. */
const DOUBLE_CLICK = 500

/** @returns `act`, which a click does not do that follows a click so soon that changed what it means */
export function useSteadyClick(meaning: unknown, act: () => void): () => void {
  const last = useRef<{ readonly at: number; readonly meaning: unknown }>(undefined)
  return () => {
    const at = performance.now()
    const before = last.current
    if (before !== undefined && before.meaning !== meaning && at - before.at < DOUBLE_CLICK) return
    last.current = { at, meaning }
    act()
  }
}

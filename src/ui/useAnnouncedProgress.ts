/** Tells screen readers how far something long is: its start, then each quarter. Its end has a message of its own. */
import { useEffect, useEffectEvent, useRef } from 'react'
import { announce } from './announce'

const QUARTERS = 4

/**
 * @param share how much of it is done, from 0 to 1; undefined before anything is known, and when nothing goes on
 * @param text what is said, read when it is said
 */
export function useAnnouncedProgress(share: number | undefined, text: () => string): void {
  const told = useRef(-1)
  const tell = useEffectEvent(() => announce(text()))
  const quarter = share === undefined ? undefined : Math.floor(share * QUARTERS)
  useEffect(() => {
    if (quarter === undefined) {
      told.current = -1
      return
    }
    // What begins anew is not told a second time.
    if (quarter <= told.current || quarter >= QUARTERS) return
    told.current = quarter
    tell()
  }, [quarter])
}

/** Which entry of the tab's history is shown: another one for each place that was gone to, the same after a reload. */
import { useEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router-dom'

export interface Entry {
  readonly key: string
  /** Gone back or forward to, or loaded again; not one that was just made. */
  readonly isReturn: boolean
}

/** @param onReplace an entry took the place of another one, as when the arrow keys step through sessions: both keys */
export function useEntry(onReplace: (before: string, now: string) => void): Entry {
  const { key } = useLocation()
  const type = useNavigationType()
  const before = useRef(key)
  useEffect(() => {
    if (type === 'REPLACE' && before.current !== key) onReplace(before.current, key)
    before.current = key
  }, [key, type, onReplace])
  return { key, isReturn: type === 'POP' }
}

/** The idle moment after the first rows, in a visible page: a background tab sends no further requests. */
import { useState, useSyncExternalStore } from 'react'
import { useIdle } from '@/ui/useIdle'

function subscribe(onChange: () => void): () => void {
  document.addEventListener('visibilitychange', onChange)
  return () => document.removeEventListener('visibilitychange', onChange)
}

const isVisibleNow = () => document.visibilityState !== 'hidden'

/** @param hasRows the first rows are there; what was true once stays true */
export function useIdleInView(hasRows: boolean): boolean {
  const isIdle = useIdle(hasRows)
  const isVisible = useSyncExternalStore(subscribe, isVisibleNow)
  const [isReached, setReached] = useState(false)
  if (isIdle && isVisible && !isReached) setReached(true)
  return isReached
}

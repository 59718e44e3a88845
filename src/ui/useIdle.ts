/** Runs what can wait: a second after the first rows, when the page is idle. */
import { useEffect, useState } from 'react'

const REST = 1_000

/** Calls back in the next idle moment; where the browser tells of none, at once. */
function whenIdle(callback: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    callback()
    return () => undefined
  }
  const handle = window.requestIdleCallback(callback, { timeout: 1_000 })
  return () => window.cancelIdleCallback(handle)
}

/** @param isReady what has to be there before; the second counts from then on */
export function useIdle(isReady = true): boolean {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => {
    if (!isReady) return undefined
    let cancel: (() => void) | undefined
    const timer = setTimeout(() => {
      cancel = whenIdle(() => setIdle(true))
    }, REST)
    return () => {
      clearTimeout(timer)
      cancel?.()
    }
  }, [isReady])
  return isIdle
}

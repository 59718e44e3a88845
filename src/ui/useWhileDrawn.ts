/** Work that begins when a part of the page is drawn, and is aborted when that part goes. */
import { useEffect, useEffectEvent } from 'react'

export function useWhileDrawn(work: (signal: AbortSignal) => Promise<void>): void {
  const begin = useEffectEvent(work)
  useEffect(() => {
    const controller = new AbortController()
    void begin(controller.signal)
    return () => controller.abort()
  }, [])
}

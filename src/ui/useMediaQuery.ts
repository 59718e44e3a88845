/** Whether a media query holds now. */
import { useCallback, useSyncExternalStore } from 'react'

/** Undefined where there is no layout, as in tests. */
const listOf = (query: string) => (window.matchMedia as typeof window.matchMedia | undefined)?.(query)

/** @param query such as `(max-width: 899px)` */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = listOf(query)
      list?.addEventListener('change', listener)
      return () => list?.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => listOf(query)?.matches ?? false)
}

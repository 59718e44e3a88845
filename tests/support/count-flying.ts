/** Counts the requests that are under way. */
import { vi } from 'vitest'

/** From now on; gives how many there were at most. Ends with `vi.restoreAllMocks`. */
export function countFlying(): () => number {
  let [flying, most] = [0, 0]
  const fetching = globalThis.fetch
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (...request) => {
    most = Math.max(most, ++flying)
    try {
      return await fetching(...request)
    } finally {
      flying--
    }
  })
  return () => most
}

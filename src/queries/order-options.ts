/** What holds for every order: given once by a click, never repeated, queued or replayed by itself; then the board is asked again. */
import type { QueryClient } from '@tanstack/react-query'
import { ServiceError } from '@/domain/service-error'
import { keys } from './keys'

/** A gateway that answers nothing more must not keep the outcome from who waits for it. */
const soon = () => new Promise<void>(resolve => setTimeout(resolve, 2_000))

/** Options of a mutation that changes something in REGARDS (trust, "One policy for actions"). */
export function orderOptions(queryClient: QueryClient) {
  return {
    networkMode: 'always',
    retry: 0,
    // What follows an order is read from its entry for as long as the page lives.
    gcTime: Infinity,
    onSettled: (_outcome: unknown, error: ServiceError | null) =>
      // Without a valid token no read is answered either: who waits for them learns too late that nothing was sent.
      error instanceof ServiceError && error.isUnauthorised
        ? undefined
        : Promise.race([queryClient.invalidateQueries({ queryKey: keys.board }), soon()]),
  } as const
}

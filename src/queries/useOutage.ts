/** Whether what is shown is older than it should be, since when, and why: one answer for the whole page. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import type { ServiceError } from '@/domain/service-error'
import { questionsInView } from './round'

export interface Outage {
  /** When the oldest of the failing regions was last answered, in milliseconds. */
  readonly since: number
  readonly error: ServiceError
}

/** Old data beside a failure; a region without any data speaks for itself, and an ended sign-in is another matter. */
export function useOutage(): Outage | undefined {
  const queryClient = useQueryClient()
  const failing = useCallback(
    () =>
      questionsInView(queryClient).filter(
        ({ state: { status, data, error } }) =>
          status === 'error' && data !== undefined && error?.isUnauthorised === false && !error.isNotFound,
      ),
    [queryClient],
  )
  const subscribe = useCallback((tell: () => void) => queryClient.getQueryCache().subscribe(tell), [queryClient])
  // A text, since a snapshot has to be equal to itself.
  const since = useSyncExternalStore(subscribe, () => Math.min(...failing().map(({ state }) => state.dataUpdatedAt)))
  const error = failing()[0]?.state.error
  return error === undefined || error === null || !Number.isFinite(since) ? undefined : { since, error }
}

/** When anything in view was last answered, in milliseconds; 0 before the first answer. */
export function useAnsweredAt(): number {
  const queryClient = useQueryClient()
  const subscribe = useCallback((tell: () => void) => queryClient.getQueryCache().subscribe(tell), [queryClient])
  return useSyncExternalStore(subscribe, () =>
    Math.max(0, ...questionsInView(queryClient).map(({ state }) => state.dataUpdatedAt)),
  )
}

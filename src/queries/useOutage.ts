/** The outage of the whole page: since when, and why. */
import type { Query, QueryClient } from '@tanstack/react-query'
import { notifyManager, useQueryClient } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import type { ServiceError } from '@/domain/service-error'
import { pageTime } from '@/stores/server-clock'
import { isRegion, visibleQueries } from './refetch-board'

interface Outage {
  /** When the oldest of the failing regions was last answered, in milliseconds of page time. */
  readonly since: number
  readonly error: ServiceError
}

/** The cache may also notify during a render: the listener is called after it. */
function useSubscription(queryClient: QueryClient): (tell: () => void) => () => void {
  return useCallback(tell => queryClient.getQueryCache().subscribe(notifyManager.batchCalls(tell)), [queryClient])
}

const isFailing = ({ state: { status, error } }: Query) => status === 'error' && error?.meaning.isOutage === true

/** The regions that get no answer, if that is all of them, and show old data. */
function failingRegions(queryClient: QueryClient): readonly Query[] {
  const all = visibleQueries(queryClient).filter(isRegion)
  return all.every(isFailing) ? all.filter(({ state }) => state.data !== undefined) : []
}

export const isOutage = (queryClient: QueryClient) => failingRegions(queryClient).length > 0

/** No region gets an answer, and old data is shown: a single failing region, or one without data, shows its own error. */
export function useOutage(): Outage | undefined {
  const queryClient = useQueryClient()
  const subscribe = useSubscription(queryClient)
  // A number, since a snapshot has to be equal to itself.
  const since = useSyncExternalStore(subscribe, () =>
    Math.min(...failingRegions(queryClient).map(({ state }) => pageTime(state.dataUpdatedAt))),
  )
  const error = failingRegions(queryClient)[0]?.state.error
  return error === undefined || error === null || !Number.isFinite(since) ? undefined : { since, error }
}

/** Two answers of one round are this far apart at most, in milliseconds. */
const ONE_ROUND = 3_000

const isOfList = ({ queryKey, state }: Query) =>
  (queryKey[1] === 'sources' || queryKey[1] === 'sessions') && state.dataUpdatedAt > 0

/** When the lists in view were answered, the oldest of their rows, in milliseconds of page time; 0 before the first answer. */
export function useAnsweredAt(): number {
  const queryClient = useQueryClient()
  const subscribe = useSubscription(queryClient)
  return useSyncExternalStore(subscribe, () => {
    const lists = visibleQueries(queryClient).filter(isOfList)
    return lists.length === 0 ? 0 : Math.min(...lists.map(({ state }) => pageTime(state.dataUpdatedAt)))
  })
}

/** Whether the bar over the page says another time than this one: a part of the page then says its own age. */
export function useHasOwnAge(answeredAt: number): boolean {
  return Math.abs(useAnsweredAt() - answeredAt) >= ONE_ROUND
}

/** How many sources or sessions are in each state: totals of the server, kept with the lists and asked again with each refresh. */
import type { UseQueryResult } from '@tanstack/react-query'
import { queryOptions, useQueries } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { SessionListParams, SourceListParams } from '@/domain/list-params'
import type { StateFilter } from '@/domain/session'
import { findSessions, findSources } from '@/services/rs-admin'
import { FRESH } from './fresh'
import { keys } from './keys'
import { useOutage } from './useOutage'

/** What is counted: one state, or all of them together. */
export type CountedState = StateFilter | 'all'

/** The other filters of the list: a count does not depend on its sort. */
export type CountFilters =
  | ({ readonly kind: 'sources' } & Omit<SourceListParams, 'state' | 'sort'>)
  | ({ readonly kind: 'sessions' } & Omit<SessionListParams, 'state' | 'sort'>)

export interface StateCount {
  readonly count: number
  /** When the server last gave it, in milliseconds of this computer's clock. */
  readonly answeredAt: number
}

/** One row is the least that REGARDS gives with the total. */
const ONE_ROW = 1

async function countState(filters: CountFilters, state: CountedState, signal: AbortSignal): Promise<number> {
  const { kind, ...others } = filters
  const question = { ...others, ...(state === 'all' ? {} : { state }) }
  const find = kind === 'sources' ? findSources : findSessions
  return (await find(question, 0, signal, ONE_ROW)).total
}

function stateCountQuery(filters: CountFilters, state: CountedState) {
  return queryOptions({
    queryKey: keys.stateCount(filters, state),
    queryFn: ({ signal }) => countState(filters, state, signal),
    staleTime: FRESH,
    // The next refresh is the retry.
    retry: false,
  })
}

/**
 * The counts of these states under the other filters; undefined where the server has not said yet. The last known count stays
 * while the server does not answer.
 * @param isAsked false before the first rows: a count is then only read, where another part of the page has asked for it
 */
export function useStateCounts<State extends CountedState>(
  filters: CountFilters,
  states: readonly State[],
  isAsked: boolean,
): Readonly<Record<State, StateCount | undefined>> {
  const byState = useCallback(
    (results: readonly UseQueryResult<number>[]) =>
      Object.fromEntries(
        states.map((state, place) => {
          const { data: count, dataUpdatedAt: answeredAt = 0 } = results[place] ?? {}
          return [state, count === undefined ? undefined : { count, answeredAt }]
        }),
      ) as Record<State, StateCount | undefined>,
    [states],
  )
  // A gateway that is not responding is asked for the lists alone.
  const isOutage = useOutage() !== undefined
  return useQueries({
    queries: states.map(state => ({ ...stateCountQuery(filters, state), enabled: isAsked && !isOutage })),
    combine: byState,
  })
}

const ALL_SESSIONS: CountFilters = { kind: 'sessions' }
const IN_ERROR = ['errors'] as const

/** Sessions in error, whatever the filters of the list; undefined until known. */
export function useSessionsInError(isAsked: boolean): number | undefined {
  return useStateCounts(ALL_SESSIONS, IN_ERROR, isAsked).errors?.count
}

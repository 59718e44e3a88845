/** Refresh on click, at an interval, and after a failure: one at a time, slower on failures, none while the tab is hidden. */
import type { QueryClient } from '@tanstack/react-query'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { ServiceError } from '@/domain/service-error'
import type { Moment } from '@/domain/moment'
import { momentNow, passedSince } from '@/domain/moment'
import type { RefreshResult } from './refetch-board'
import { refetchBoard, autoRefreshQueries } from './refetch-board'

export interface LastRound extends RefreshResult {
  /** When it ended. */
  readonly at: Moment
  readonly isAutomatic: boolean
}

export interface Refresh {
  readonly refresh: () => void
  readonly isRefreshing: boolean
  readonly last: LastRound | undefined
}

const TICK = 1000
const START: Moment = { wall: 0, steady: 0 }
const RECOVER_AFTER = 10_000
const LONGEST = 300_000

/** Milliseconds until the next round; undefined for none. */
function roundDelay(autoRefresh: number, failures: number, isDown: boolean, retryAfter: number): number | undefined {
  const base = autoRefresh > 0 ? autoRefresh * 1000 : isDown ? RECOVER_AFTER : undefined
  if (base === undefined) return undefined
  return Math.max(Math.min(LONGEST, base * 2 ** failures), retryAfter * 1000)
}

/** Why the data in view could not be refreshed, where a retry may succeed. */
const failuresThatMayEnd = (queryClient: QueryClient): readonly ServiceError[] =>
  autoRefreshQueries(queryClient).flatMap(({ state: { status, error } }) =>
    status === 'error' && error?.meaning.isTransient === true ? [error] : [],
  )

/**
 * @param autoRefresh seconds; 0 for off: then only a failure is asked about again
 * @param isPaused no user is signed in
 */
export function useRefresh(autoRefresh: number, isPaused: boolean): Refresh {
  const queryClient = useQueryClient()
  const [isRefreshing, setRefreshing] = useState(false)
  const [last, setLast] = useState<LastRound>()
  const failures = useRef(0)
  const since = useRef(START)

  const round = useCallback(
    async (isAutomatic: boolean) => {
      setRefreshing(true)
      const result = await refetchBoard(queryClient, isAutomatic)
      failures.current = result.hasFailed ? failures.current + 1 : 0
      since.current = momentNow()
      setLast({ ...result, at: since.current, isAutomatic })
      setRefreshing(false)
    },
    [queryClient],
  )

  const tick = useEffectEvent(() => {
    if (isPaused || isRefreshing || document.visibilityState === 'hidden') return
    const errors = failuresThatMayEnd(queryClient)
    if (errors.length === 0) failures.current = 0
    const retryAfter = Math.max(0, ...errors.map(error => error.retryAfter ?? 0))
    const delay = roundDelay(autoRefresh, failures.current, errors.length > 0, retryAfter)
    if (delay !== undefined && passedSince(since.current) >= delay) void round(true)
  })
  useEffect(() => {
    since.current = momentNow()
    const timer = setInterval(() => tick(), TICK)
    return () => clearInterval(timer)
  }, [autoRefresh])

  // The browser cannot know whether the gateway is reachable: its "online" event causes one retry.
  const tryNow = useEffectEvent(() => {
    if (!isPaused && !isRefreshing && failuresThatMayEnd(queryClient).length > 0) void round(true)
  })
  useEffect(() => {
    const onOnline = () => tryNow()
    window.addEventListener('online', onOnline)
    return () => window.removeEventListener('online', onOnline)
  }, [])

  const refresh = useCallback(() => void round(false), [round])
  return { refresh, isRefreshing, last }
}

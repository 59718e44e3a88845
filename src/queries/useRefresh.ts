/** Refresh by hand, by the clock, and by itself after a failure: one round at a time, slower on failures, silent while hidden. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { RoundResult } from './round'
import { askAgain, mayEnd, questionsOfItself } from './round'

export interface LastRound extends RoundResult {
  /** In milliseconds. */
  readonly at: number
  readonly isAutomatic: boolean
}

export interface Refresh {
  readonly refresh: () => void
  readonly isRefreshing: boolean
  readonly last: LastRound | undefined
}

const TICK = 1000
const RECOVER_AFTER = 10_000
const LONGEST = 300_000

/** Milliseconds until the next round; undefined for none. */
export function roundDelay(
  autoRefresh: number,
  failures: number,
  isDown: boolean,
  retryAfter: number,
): number | undefined {
  const base = autoRefresh > 0 ? autoRefresh * 1000 : isDown ? RECOVER_AFTER : undefined
  if (base === undefined) return undefined
  return Math.max(Math.min(LONGEST, base * 2 ** failures), retryAfter * 1000)
}

/**
 * @param autoRefresh seconds; 0 for off: then only a failure is asked about again
 * @param isPaused nobody is signed in
 */
export function useRefresh(autoRefresh: number, isPaused: boolean): Refresh {
  const queryClient = useQueryClient()
  const [isRefreshing, setRefreshing] = useState(false)
  const [last, setLast] = useState<LastRound>()
  const failures = useRef(0)
  const since = useRef(0)

  const round = useCallback(
    async (isAutomatic: boolean) => {
      setRefreshing(true)
      const result = await askAgain(queryClient, isAutomatic)
      failures.current = result.hasFailed ? failures.current + 1 : 0
      since.current = Date.now()
      setLast({ ...result, at: Date.now(), isAutomatic })
      setRefreshing(false)
    },
    [queryClient],
  )

  const tick = useEffectEvent(() => {
    if (isPaused || isRefreshing || document.visibilityState === 'hidden' || !navigator.onLine) return
    const errors = questionsOfItself(queryClient).flatMap(({ state: { status, error } }) =>
      status === 'error' && error !== null && mayEnd(error) ? [error] : [],
    )
    if (errors.length === 0) failures.current = 0
    const retryAfter = Math.max(0, ...errors.map(error => error.retryAfter ?? 0))
    const delay = roundDelay(autoRefresh, failures.current, errors.length > 0, retryAfter)
    if (delay !== undefined && Date.now() - since.current >= delay) void round(true)
  })
  useEffect(() => {
    since.current = Date.now()
    const timer = setInterval(() => tick(), TICK)
    return () => clearInterval(timer)
  }, [autoRefresh])

  const refresh = useCallback(() => void round(false), [round])
  return { refresh, isRefreshing, last }
}

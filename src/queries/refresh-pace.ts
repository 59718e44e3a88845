/** Asks the open session again every 5 s while an action on it is followed; the user's own auto-refresh is the rounds of useRefresh. */
import { useQuery } from '@tanstack/react-query'
import type { Phase } from '@/domain/relaunch-progress'
import { isExpected } from '@/domain/relaunch-progress'
import type { SessionRef } from '@/domain/session'
import { pageTime } from '@/stores/server-clock'
import { sessionQuery } from './board'

/** REGARDS folds events every 5 s: asking faster shows nothing new (docs/regards-api/sessions.md 3). */
export const FOLLOW_INTERVAL = 5_000
const LONGEST_INTERVAL = 300_000

/**
 * Milliseconds until the next question, or false for none.
 * @param phase of the last action on the session; undefined when there was none
 * @param sinceAnswer milliseconds since REGARDS last answered: while it does not, each wait doubles the last
 */
export function refreshPace(phase: Phase | undefined, sinceAnswer: number): number | false {
  return isExpected(phase) && Math.min(LONGEST_INTERVAL, Math.max(FOLLOW_INTERVAL, sinceAnswer))
}

/** A second observer of the same query: it draws nothing and only keeps polling. */
export function useSessionPace(ref: SessionRef, phase: Phase | undefined): void {
  useQuery({
    ...sessionQuery(ref),
    enabled: isExpected(phase),
    refetchOnMount: false,
    retry: false,
    notifyOnChangeProps: [],
    refetchInterval: ({ state: { dataUpdatedAt, errorUpdatedAt } }) =>
      refreshPace(phase, Math.max(0, pageTime(errorUpdatedAt) - pageTime(dataUpdatedAt))),
  })
}

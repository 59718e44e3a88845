/** Asks the open session again at the pace of what is followed; the user's own auto-refresh is the rounds of useRefresh. */
import { useQuery } from '@tanstack/react-query'
import type { Phase } from '@/domain/relaunch-progress'
import { isExpected } from '@/domain/relaunch-progress'
import type { SessionRef } from '@/domain/session'
import { pageTime } from '@/stores/server-clock'
import { sessionQuery } from './board'
import { refreshPace } from './refresh-pace'

/** A second look at the same query: it draws nothing, it only keeps asking. */
export function useSessionPace(ref: SessionRef, phase: Phase | undefined): void {
  useQuery({
    ...sessionQuery(ref),
    enabled: isExpected(phase),
    refetchOnMount: false,
    retry: false,
    notifyOnChangeProps: [],
    refetchInterval: ({ state: { dataUpdatedAt, errorUpdatedAt } }) =>
      refreshPace({
        phase,
        autoRefresh: 0,
        sinceAnswer: Math.max(0, pageTime(errorUpdatedAt) - pageTime(dataUpdatedAt)),
      }),
  })
}

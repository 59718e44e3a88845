/** How far a deletion by several orders has come, and the wish to stop it between two of them. */
import type { QueryClient } from '@tanstack/react-query'
import { queryOptions, skipToken, useQuery } from '@tanstack/react-query'
import type { ExactPartId } from '@/domain/deletion-reach'
import type { DeletionProgress, DeletionProgresses } from '@/domain/exact-outcome'
import type { SessionRef } from '@/domain/session'
import { sessionKey } from '@/domain/session'
import { keys } from './keys'

/** Told by who orders, never asked. */
const progresses = (ref: SessionRef) =>
  queryOptions<DeletionProgresses>({
    queryKey: keys.deletionProgressOf(ref),
    queryFn: skipToken,
    gcTime: Infinity,
    staleTime: Infinity,
  })

const toStop = new Set<string>()

/** Ends the deletion of this session's products before its next order; one that is under way is waited for. */
export function stopDeletion(ref: SessionRef): void {
  toStop.add(sessionKey(ref))
}

/** For who orders. */
export function progressOf(queryClient: QueryClient, ref: SessionRef) {
  const { queryKey } = progresses(ref)
  const set = (change: (before: DeletionProgresses) => DeletionProgresses) =>
    queryClient.setQueryData(queryKey, (before: DeletionProgresses = {}) => change(before))
  return {
    begin: () => {
      toStop.delete(sessionKey(ref))
      set(() => ({}))
    },
    told: (part: ExactPartId) => (now: DeletionProgress) => {
      set(before => ({ ...before, [part]: now }))
    },
    isToStop: () => toStop.has(sessionKey(ref)),
  }
}

/** How far the latest deletion of this session has come, part by part; empty for one by a single order. */
export function useDeletionProgress(ref: SessionRef): DeletionProgresses {
  return useQuery(progresses(ref)).data ?? {}
}

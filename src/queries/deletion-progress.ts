/** The progress of a deletion in several calls, and the request to stop between two of them. */
import type { QueryClient } from '@tanstack/react-query'
import { queryOptions, skipToken, useQuery } from '@tanstack/react-query'
import type { ExactPartId } from '@/domain/deletion-reach'
import type { DeletionProgress, DeletionProgresses } from '@/domain/exact-outcome'
import type { SessionRef } from '@/domain/session'
import { sessionKey } from '@/domain/session'
import { perVisit, visitNow } from '@/stores/credentials'
import { keys } from './keys'

/** Written by the sender, never loaded. */
const deletionProgressQuery = (ref: SessionRef) =>
  queryOptions<DeletionProgresses>({
    queryKey: keys.deletionProgressOf(ref),
    queryFn: skipToken,
    gcTime: Infinity,
    staleTime: Infinity,
  })

const toStop = perVisit(() => new Set<string>())

/** Stops the deletion of this session's products before its next call; a running call is waited for. */
export function stopDeletion(ref: SessionRef): void {
  toStop().add(sessionKey(ref))
}

const sentItems = perVisit(() => new WeakMap<QueryClient, Map<string, Set<string | number>>>())

/** The deletions this user requested for one part of one session since the page was loaded. */
function sentItemsOf(queryClient: QueryClient, key: string): Set<string | number> {
  const all = sentItems().get(queryClient) ?? new Map<string, Set<string | number>>()
  sentItems().set(queryClient, all)
  const some = all.get(key) ?? new Set()
  all.set(key, some)
  return some
}

/** For the sender. */
export function progressOf(queryClient: QueryClient, ref: SessionRef, id: number) {
  const visit = visitNow()
  // Nothing is left for the next user.
  const isSameUser = () => visitNow() === visit
  const { queryKey } = deletionProgressQuery(ref)
  const set = (change: (before: DeletionProgresses) => DeletionProgresses) =>
    queryClient.setQueryData(queryKey, (before: DeletionProgresses = {}) => change(before))
  return {
    begin: () => {
      toStop().delete(sessionKey(ref))
      set(() => ({}))
    },
    listenerOf: (part: ExactPartId) => (now: DeletionProgress) => {
      if (isSameUser()) set(before => ({ ...before, [part]: now }))
    },
    sentBefore: (part: ExactPartId) => sentItemsOf(queryClient, `${part} ${id} ${sessionKey(ref)}`),
    isToStop: () => toStop().has(sessionKey(ref)) || !isSameUser(),
  }
}

/** The progress of the latest deletion of this session, part by part; empty for one in a single call. */
export function useDeletionProgress(ref: SessionRef): DeletionProgresses {
  return useQuery(deletionProgressQuery(ref)).data ?? {}
}

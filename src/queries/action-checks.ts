/** The checks before an action is confirmed, never cached: what prevents it, and what it would delete in other sessions. */
import type { QueryClient } from '@tanstack/react-query'
import { queryOptions } from '@tanstack/react-query'
import type { DeletionReach } from '@/domain/deletion-reach'
import type { SessionRef } from '@/domain/session'
import { findReach } from '@/services/deletion-reach'
import { findChains } from '@/services/rs-dataprovider'
import { keys } from './keys'

/** It changes by the minute: an answer is valid for one dialog only. */
const NEVER_KEPT = { staleTime: 0, gcTime: 0, refetchOnWindowFocus: false } as const

/** The acquisition chains that have the source's name (docs/regards-api/actions.md 3.2). */
export function chainsQuery(source: string) {
  return queryOptions({
    ...NEVER_KEPT,
    queryKey: keys.chains(source),
    queryFn: ({ signal }) => findChains(source, signal),
  })
}

/** What the deletion of a session would delete in others. */
export function deletionReachQuery(ref: SessionRef) {
  return queryOptions({
    ...NEVER_KEPT,
    queryKey: keys.deletionReach(ref),
    queryFn: ({ signal }) => findReach(ref, signal),
    retry: false,
  })
}

/**
 * The same before an action: never cached data (queries/board.ts, readSession).
 * @throws ServiceError when one of the services cannot say
 */
export async function readReach(queryClient: QueryClient, ref: SessionRef): Promise<DeletionReach> {
  const found = await findReach(ref)
  queryClient.setQueryData(deletionReachQuery(ref).queryKey, found)
  return found
}

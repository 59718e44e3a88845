/** What the deletion of a session would take of others: asked when one is about to be confirmed, never kept. */
import type { QueryClient } from '@tanstack/react-query'
import { queryOptions } from '@tanstack/react-query'
import type { DeletionReach } from '@/domain/deletion-reach'
import type { SessionRef } from '@/domain/session'
import { findReach } from '@/services/deletion-reach'
import { keys } from './keys'

export function deletionReachQuery(ref: SessionRef) {
  return queryOptions({
    queryKey: keys.deletionReach(ref),
    queryFn: ({ signal }) => findReach(ref, signal),
    // An answer is good for the dialog it was asked for.
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  })
}

/**
 * The same, for who is about to order: never what was known before (queries/board.ts, readSession).
 * @throws ServiceError when one of the services cannot say
 */
export async function readReach(queryClient: QueryClient, ref: SessionRef): Promise<DeletionReach> {
  const found = await findReach(ref)
  queryClient.setQueryData(deletionReachQuery(ref).queryKey, found)
  return found
}

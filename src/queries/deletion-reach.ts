/** What the deletion of a session would take of others: asked when one is about to be confirmed, never kept. */
import { queryOptions } from '@tanstack/react-query'
import type { SessionRef } from '@/domain/session'
import { findReach } from '@/services/deletion-reach'
import { keys } from './keys'

export function deletionReach(ref: SessionRef) {
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

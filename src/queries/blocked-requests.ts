/** The worker requests a deletion would take: asked when one is about to be confirmed, never kept. */
import { queryOptions } from '@tanstack/react-query'
import type { SessionRef } from '@/domain/session'
import { findBlocked } from '@/services/rs-worker-manager'
import { keys } from './keys'

/** Those of the session and of every one whose names hold its names (sessions.md 7). */
export function blockedRequests(ref: SessionRef) {
  return queryOptions({
    queryKey: keys.blockedRequests(ref),
    queryFn: ({ signal }) => findBlocked(ref, signal),
    // An answer is good for the dialog it was asked for.
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
}

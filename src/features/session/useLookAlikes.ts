/** Which other sessions lose blocked worker requests with this one: REGARDS compares their names as substrings (sessions.md 7). */
import { useQuery } from '@tanstack/react-query'
import type { LookAlike } from '@/domain/deletion'
import { lookAlikes } from '@/domain/deletion'
import type { SessionRef } from '@/domain/session'
import { blockedRequests } from '@/queries/blocked-requests'

export interface LookAlikeCheck {
  readonly isChecking: boolean
  /** It could not be found out. */
  readonly isUnchecked: boolean
  readonly found: readonly LookAlike[]
  /** Requests that the server counts and did not list: whose they are is not known. */
  readonly unlisted: number
  readonly again: () => void
}

export function useLookAlikes(ref: SessionRef): LookAlikeCheck {
  const { data, isFetching, failureCount, isError, refetch } = useQuery(blockedRequests(ref))
  return {
    // Once a try has failed nobody is kept waiting for the next ones.
    isChecking: data === undefined && isFetching && failureCount === 0,
    isUnchecked: data === undefined && (isError || failureCount > 0),
    found: data === undefined ? [] : lookAlikes(ref, data),
    unlisted: data === undefined ? 0 : Math.max(0, data.total - data.listed.length),
    again: () => void refetch(),
  }
}

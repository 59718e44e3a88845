/** What the user may do, for calls that no link announces; read once per sign-in (README.md 4 of the contract). */
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Right } from '@/domain/relaunch'
import { rightName } from '@/domain/relaunch'
import { findResources } from '@/services/rs-admin'
import { useCredentials } from '@/stores/credentials'
import { useForbidden } from '@/stores/forbidden'
import { keys } from './keys'

export function resources() {
  return queryOptions({
    queryKey: keys.resources,
    queryFn: ({ signal }) => findResources(signal),
    staleTime: Infinity,
    gcTime: Infinity,
    retry: false,
  })
}

/** unknown: the list is not there; the order may be tried, and its refusal is explained. */
export function useRight(right: Right): 'granted' | 'missing' | 'unknown' {
  const { data } = useQuery(resources())
  if (data === undefined) return 'unknown'
  const name = rightName(right)
  return data.some(open => rightName(open) === name) ? 'granted' : 'missing'
}

/** What stands in the way of a call that is not for this user. */
export interface MissingRight {
  readonly right: string
  readonly role: string
  /** What REGARDS said when it refused the call once. */
  readonly words: string | undefined
}

/** Known from REGARDS' list of rights, or learnt from its first refusal (trust F15); undefined when the call may be tried. */
export function useMissingRight(right: Right): MissingRight | undefined {
  const name = rightName(right)
  const isMissing = useRight(right) === 'missing'
  const words = useForbidden(forbidden => forbidden.calls[name])
  const role = useCredentials(credentials => credentials.identity?.role ?? '')
  return isMissing || words !== undefined ? { right: name, role, words } : undefined
}

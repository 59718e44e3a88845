/** What the user may do, for calls that no link announces; read once per sign-in (README.md 4 of the contract). */
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Right } from '@/domain/relaunch'
import { rightName } from '@/domain/relaunch'
import { findResources } from '@/services/rs-admin'
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

/** Suggestions while a name is typed: at most ten, letter case ignored (docs/regards-api/sessions.md 1.2, 2.2). */
import { queryOptions } from '@tanstack/react-query'
import { findSessionNames, findSourceNames } from '@/services/rs-admin'
import { keys } from './keys'

export type NamedThing = 'sources' | 'sessions'

const FIND = { sources: findSourceNames, sessions: findSessionNames } as const

export function namesQuery(kind: NamedThing, text: string) {
  return queryOptions({
    queryKey: keys.names(kind, text),
    queryFn: ({ signal }) => FIND[kind](text, signal),
    // Suggestions only: no retry, and valid for a minute.
    retry: false,
    staleTime: 60_000,
    gcTime: 60_000,
  })
}

/** What the page was answered anyway, for those who follow sessions: they need not ask again. */
import type { QueryClient } from '@tanstack/react-query'
import type { Page, Session } from '@/domain/session'
import { isUnreadable } from '@/domain/session'
import { pageTime } from '@/stores/server-clock'
import { keys } from './keys'

/** The sessions of what the lists and the drawer were answered since then, each with when. */
export function answeredSince(queryClient: QueryClient, since: number): readonly (readonly [Session, number])[] {
  const queries = queryClient.getQueryCache().findAll({ queryKey: keys.board })
  return queries.flatMap(({ queryKey, state: { data, dataUpdatedAt } }) => {
    const at = pageTime(dataUpdatedAt)
    if (data === undefined || at <= since) return []
    if (queryKey[1] === 'session') return [[data as Session, at] as const]
    if (queryKey[1] !== 'sessions') return []
    return (data as Page<Session>).entries.flatMap(entry => (isUnreadable(entry) ? [] : [[entry, at] as const]))
  })
}

/** Reads the sessions for a mark, and what changed since one. */
import type { QueryClient } from '@tanstack/react-query'
import { queryOptions } from '@tanstack/react-query'
import type { Present, SeenMark, Updated } from '@/domain/changes'
import { markOf } from '@/domain/changes'
import { LOOKED_THROUGH, UNION_LIMIT } from '@/domain/list-params'
import type { StateFilter } from '@/domain/session'
import { isUnreadable } from '@/domain/session'
import { findSessions } from '@/services/rs-admin'
import { pageNow, seeDates, useServerClock } from '@/stores/server-clock'
import { FRESH } from './fresh'
import { keys } from './keys'
import { fetchShared } from './range'
import { readUpdated, readable } from './read-since'

interface ListTop extends Present {
  readonly total: number
}

/** The newest sessions, those in one state, or all. */
async function newest(
  state: StateFilter | undefined,
  signal: AbortSignal | undefined,
  size = LOOKED_THROUGH,
): Promise<ListTop> {
  const { entries, total } = await findSessions(state === undefined ? {} : { state }, 0, signal, size)
  const sessions = readable(entries)
  const unreadable = entries.filter(isUnreadable).map(({ label }) => label)
  return { sessions, total, isCut: sessions.length < total, unreadable }
}

/**
 * The sessions as they are now. Where one request gives all of them, their states are known by it.
 * @throws ServiceError
 */
export async function readMark(signal?: AbortSignal): Promise<SeenMark> {
  const all = await newest(undefined, signal)
  seeDates(all.sessions.map(({ lastUpdateDate }) => lastUpdateDate))
  // After the answer, so that no session it left out was created later than this.
  const now = pageNow() + useServerClock.getState().offset
  if (!all.isCut) return markOf(now, all.total, { all, error: all, active: all })
  const [error, running, waiting] = await Promise.all([
    newest('errors', signal),
    newest('running', signal),
    newest('waiting', signal),
  ])
  const active = { sessions: [...running.sessions, ...waiting.sessions], isCut: running.isCut || waiting.isCut }
  return markOf(now, all.total, { all, error, active })
}

/** What may have changed since a mark, asked again with each refresh. */
export function updatedQuery(mark: SeenMark) {
  // The moment stands for the mark, which may be large.
  const ask = ({ signal }: { readonly signal: AbortSignal }) => readUpdated({}, mark, signal)
  return queryOptions({
    queryKey: keys.updated(mark.at),
    queryFn: ask,
    staleTime: FRESH,
    // The next refresh is the retry.
    retry: false,
  })
}

/**
 * The same for a list: it shows what the line over it and the chips count, of one reading.
 * @throws ServiceError
 */
export function sharedUpdated(client: QueryClient, mark: SeenMark, signal: AbortSignal): Promise<Updated> {
  const query = updatedQuery(mark)
  return fetchShared(client, query.queryKey, staleTime => client.query({ ...query, staleTime }), signal)
}

/** All sessions that one request gives, for the names of those that are gone; read again only when their number changes. */
export function presentQuery(mark: SeenMark, gone: number) {
  return queryOptions({
    queryKey: keys.present(mark.at, gone),
    queryFn: ({ signal }): Promise<Present> => newest(undefined, signal, UNION_LIMIT),
    staleTime: Infinity,
  })
}

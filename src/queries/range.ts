/** The sessions of a range of time: read once for the list and for what the chips count, whatever the states. */
import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { CancelledError, queryOptions } from '@tanstack/react-query'
import type { SessionListParams } from '@/domain/list-params'
import { UNION_LIMIT } from '@/domain/list-params'
import { rangeOf, rangeStart } from '@/domain/range'
import { keepRows } from '@/domain/same-rows'
import type { Page, Session } from '@/domain/session'
import { pageNow, useServerClock } from '@/stores/server-clock'
import { FRESH } from './fresh'
import { keys } from './keys'
import { readSince } from './read-since'

type RangeFilters = Pick<SessionListParams, 'source' | 'name'>

/** Sessions that were updated since a moment, the latest first; up to 2,000, and it says so when there are more. */
export async function readRange(filters: RangeFilters, since: string, signal?: AbortSignal): Promise<Page<Session>> {
  const from = rangeStart(since, pageNow() + useServerClock.getState().offset)
  return rangeOf(await readSince(filters, from, UNION_LIMIT, signal), from)
}

const keepSessions = (before: unknown, now: unknown): unknown =>
  before === undefined ? now : keepRows(before as Page<Session>, now as Page<Session>, ({ id }) => id)

export function rangeQuery({ source, name }: RangeFilters, since: string) {
  const filters = { ...(source === undefined ? {} : { source }), ...(name === undefined ? {} : { name }) }
  return queryOptions({
    queryKey: keys.range(filters, since),
    queryFn: ({ signal }) => readRange(filters, since, signal),
    structuralSharing: keepSessions,
    // As long as a page of the list: nothing is new before, and soon forgotten.
    staleTime: FRESH,
    gcTime: 20_000,
  })
}

/** What another part of the page reads at the same time is not read again. It ends when nobody waits any more. */
export async function fetchShared<T>(
  client: QueryClient,
  queryKey: QueryKey,
  fetch: (staleTime: number) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  const cancel = () => {
    const isObserved = client.getQueryCache().find({ queryKey, exact: true })?.isActive() === true
    if (!isObserved) void client.cancelQueries({ queryKey, exact: true })
  }
  signal.addEventListener('abort', cancel, { once: true })
  try {
    for (;;) {
      try {
        // A round that has begun is waited for: what was read before it is no longer shown.
        return await fetch(client.isFetching({ queryKey, exact: true }) > 0 ? 0 : FRESH)
      } catch (error) {
        signal.throwIfAborted()
        // The other part began anew: what it reads now is as good.
        if (!(error instanceof CancelledError)) throw error
      }
    }
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}

/** The range for a list, which shows what the chips count. */
export function sharedRange(
  client: QueryClient,
  filters: RangeFilters,
  since: string,
  signal: AbortSignal,
): Promise<Page<Session>> {
  const query = rangeQuery(filters, since)
  return fetchShared(client, query.queryKey, staleTime => client.query({ ...query, staleTime }), signal)
}

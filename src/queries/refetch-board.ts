/** A round: one reload of everything in view of the board, never two at a time. */
import type { Query, QueryClient } from '@tanstack/react-query'
import { isSameData } from '@/domain/same-rows'
import type { Page, Session } from '@/domain/session'
import { isUnreadable, sessionKey } from '@/domain/session'
import { perVisit } from '@/stores/credentials'
import { keys } from './keys'

/** A round of one user does not count for the next one. */
const refreshes = perVisit(() => ({ currentRefresh: undefined as Promise<RefreshResult> | undefined }))

export function isRefreshing(): boolean {
  return refreshes().currentRefresh !== undefined
}

export interface RefreshResult {
  /** The gateway failed; a deleted session or a forbidden list is a proper answer. */
  readonly hasFailed: boolean
  /** Sessions in view whose figures have changed. */
  readonly changed: number
}

export function visibleQueries(queryClient: QueryClient): readonly Query[] {
  return queryClient
    .getQueryCache()
    .findAll({ queryKey: keys.board, type: 'active' })
    .filter(query => !query.isDisabled())
}

/** A list with more pages than this is reloaded only when the user asks for it. */
const MOST_PAGES = 4

/** True for a list of which more than so many pages were read. */
export function isLongRead({ queryKey, state: { data } }: Query, most: number): boolean {
  if (queryKey[1] !== 'records' || typeof data !== 'object' || data === null || !('pages' in data)) return false
  return Array.isArray(data.pages) && data.pages.length > most
}

/** The queries of an automatic refresh: everything in view except lists with more than 4 pages read. */
export function autoRefreshQueries(queryClient: QueryClient): readonly Query[] {
  return visibleQueries(queryClient).filter(query => !isLongRead(query, MOST_PAGES))
}

/** Counts by state, and what changed since the last look, are no regions: nothing else is shown for want of them. */
export const isRegion = ({ queryKey }: Query) => queryKey[1] !== 'count' && queryKey[1] !== 'updated'

type Sessions = ReadonlyMap<string, Session>

function isPage(data: unknown): data is Page<Session> {
  return typeof data === 'object' && data !== null && 'entries' in data
}

/** The sessions in the lists now, by their keys. */
function sessionsIn(queries: readonly Query[]): Sessions {
  const pages = queries.flatMap(({ queryKey, state: { data } }) =>
    queryKey[1] === 'sessions' && isPage(data) ? [data] : [],
  )
  const sessions = pages.flatMap(({ entries }) => entries.flatMap(entry => (isUnreadable(entry) ? [] : [entry])))
  return new Map(sessions.map(session => [sessionKey(session), session]))
}

/** What did not change is mostly the same object: all of it is compared only where a row came from another page. */
function countChanges(before: Sessions, after: Sessions): number {
  return [...after].filter(([key, session]) => !isSameData(before.get(key), session)).length
}

const isFailing = ({ state: { status, error } }: Query) => status === 'error' && error?.meaning.isTransient === true

async function ask(queryClient: QueryClient, queries: readonly Query[]): Promise<void> {
  await Promise.all(
    queries.map(({ queryKey }) =>
      queryClient.refetchQueries({ queryKey, exact: true, type: 'active' }, { cancelRefetch: false }),
    ),
  )
}

async function refresh(queryClient: QueryClient, isAutomatic: boolean): Promise<RefreshResult> {
  const questions = isAutomatic ? autoRefreshQueries : visibleQueries
  const asked = questions(queryClient)
  const all = asked.filter(isRegion)
  // A first answer, or a page scrolled into view meanwhile, is no change.
  const shown = all.filter(({ state }) => state.data !== undefined)
  const before = sessionsIn(shown)
  const [probe] = all
  // When nothing answers, one request is sent for all: the gateway is not overloaded.
  // A region that fails does not prevent the refresh of the others.
  if (isAutomatic && probe !== undefined && all.every(isFailing)) {
    await ask(queryClient, [probe])
    if (isFailing(probe)) return { hasFailed: true, changed: 0 }
    await ask(
      queryClient,
      all.filter(query => query !== probe),
    )
  } else await ask(queryClient, all)
  // After the lists, which matter more: a gateway that gives none is not asked for their counts.
  if (!all.every(isFailing))
    await ask(
      queryClient,
      asked.filter(query => !isRegion(query)),
    )
  return {
    hasFailed: questions(queryClient).filter(isRegion).some(isFailing),
    changed: countChanges(before, sessionsIn(shown)),
  }
}

/** Reloads everything in view; during a round it returns that round. */
export async function refetchBoard(queryClient: QueryClient, isAutomatic: boolean): Promise<RefreshResult> {
  const own = refreshes()
  own.currentRefresh ??= refresh(queryClient, isAutomatic)
  try {
    return await own.currentRefresh
  } finally {
    own.currentRefresh = undefined
  }
}

/** What the board asks: pages of sources and sessions, and one session. */
import type { QueryClient } from '@tanstack/react-query'
import { notifyManager, queryOptions, useQueryClient } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import type { SessionListQuestion, SourceListQuestion } from '@/domain/list-params'
import { keepRows } from '@/domain/same-rows'
import { ServiceError } from '@/domain/service-error'
import type { Page, Session, SessionRef, Source } from '@/domain/session'
import { isSameSession, isUnreadable } from '@/domain/session'
import { findSession, findSessionById, findSessions, findSources } from '@/services/rs-admin'
import { seeDates } from '@/stores/server-clock'
import { FRESH } from './fresh'
import { keys } from './keys'

/** Pages one has scrolled past are soon forgotten: 2000 of them would fill the memory. */
const PAGE_KEPT = 20_000
const PAGE = { staleTime: FRESH, gcTime: PAGE_KEPT } as const

/** The same rows, their dates noted: REGARDS' clock is not behind any of them. */
function dated<T extends { readonly lastUpdateDate: string | undefined }>(page: Page<T>): Page<T> {
  seeDates(page.entries.map(entry => (isUnreadable(entry) ? undefined : entry.lastUpdateDate)))
  return page
}

/** For React Query, which would compare row by row at the same place: after one that moved, every row would be a new one. */
function keepSources(before: unknown, now: unknown): unknown {
  return before === undefined ? now : keepRows(before as Page<Source>, now as Page<Source>, ({ name }) => name)
}

function keepSessions(before: unknown, now: unknown): unknown {
  return before === undefined ? now : keepRows(before as Page<Session>, now as Page<Session>, ({ id }) => id)
}

/** Several states are read as one; the code for that is loaded when it is needed. */
async function readSources(question: SourceListQuestion, page: number, signal: AbortSignal) {
  const { state, ...others } = question
  if (typeof state === 'object') return (await import('./union')).sourcesInStates({ ...others, state }, signal)
  return findSources(state === undefined ? others : { ...others, state }, page, signal)
}

async function readSessions(question: SessionListQuestion, page: number, signal: AbortSignal, client: QueryClient) {
  const { state, ...others } = question
  if (typeof state === 'object') return (await import('./union')).sessionsInStates({ ...others, state }, signal, client)
  return findSessions(state === undefined ? others : { ...others, state }, page, signal)
}

export function sourcesPageQuery(question: SourceListQuestion, page: number) {
  return queryOptions({
    queryKey: keys.sourcesPage(question, page),
    queryFn: async ({ signal }) => dated(await readSources(question, page, signal)),
    structuralSharing: keepSources,
    ...PAGE,
  })
}

export function sessionsPageQuery(question: SessionListQuestion, page: number) {
  return queryOptions({
    queryKey: keys.sessionsPage(question, page),
    queryFn: async ({ signal, client }) => dated(await readSessions(question, page, signal, client)),
    structuralSharing: keepSessions,
    ...PAGE,
  })
}

const isNotFound = (error: unknown): error is ServiceError => error instanceof ServiceError && error.isNotFound

/** By its id when that still leads to it; a session that was purged and came again has another one. */
async function findByIdOrNames(ref: SessionRef, id: number, signal: AbortSignal): Promise<Session> {
  let idRefusal: ServiceError | undefined
  try {
    const found = await findSessionById(id, signal)
    if (isSameSession(found, ref)) return found
  } catch (error) {
    if (!isNotFound(error)) throw error
    idRefusal = error
  }
  try {
    return await findSession(ref, signal)
  } catch (error) {
    // What REGARDS says of the id says more than that no row bears the names.
    throw isNotFound(error) && idRefusal !== undefined ? idRefusal : error
  }
}

/**
 * The session as REGARDS counts it now, for who is about to order something: a question of the screen may be given up
 * by the screen, and is then answered with what was known before.
 * @throws ServiceError also when there is none, or REGARDS cannot say
 */
export async function readSession(
  queryClient: QueryClient,
  ref: SessionRef,
  id?: number,
  { signal }: { readonly signal: AbortSignal } = new AbortController(),
): Promise<Session> {
  const { queryKey } = sessionQuery(ref)
  const shortcut = queryClient.getQueryData(queryKey)?.id ?? id
  try {
    const found = await (shortcut === undefined ? findSession(ref, signal) : findByIdOrNames(ref, shortcut, signal))
    queryClient.setQueryData(queryKey, found)
    return found
  } catch (error) {
    signal.throwIfAborted()
    // What the reader looks at says the same.
    void queryClient.invalidateQueries({ queryKey, exact: true })
    throw error
  }
}

/** Several parts of the page ask this question and not all know the id: an answer that is there has it. */
const askSession =
  (ref: SessionRef, id: number | undefined) =>
  ({ signal, client }: { readonly signal: AbortSignal; readonly client: QueryClient }) => {
    const shortcut = client.getQueryData<Session>(keys.session(ref))?.id ?? id
    return shortcut === undefined ? findSession(ref, signal) : findByIdOrNames(ref, shortcut, signal)
  }

/** One session by its names; the id is a shortcut to it and no part of its identity. */
export function sessionQuery(ref: SessionRef, id?: number) {
  return queryOptions({ queryKey: keys.session(ref), queryFn: askSession(ref, id), staleTime: FRESH })
}

/** True once REGARDS has said that there is no such session; asks nothing itself. */
export function useIsMissing(ref: SessionRef | undefined): boolean {
  const queryClient = useQueryClient()
  const subscribe = useCallback(
    // Later: a question may be begun while something is drawn.
    (onChange: () => void) => queryClient.getQueryCache().subscribe(notifyManager.batchCalls(onChange)),
    [queryClient],
  )
  return useSyncExternalStore(subscribe, () => {
    if (ref === undefined) return false
    return queryClient.getQueryState<Session>(keys.session(ref))?.error?.missing !== undefined
  })
}

/** A session of which a link bears the id only. */
export function sessionByIdQuery(id: number) {
  return queryOptions({
    queryKey: keys.sessionById(id),
    queryFn: ({ signal }) => findSessionById(id, signal),
    staleTime: FRESH,
  })
}

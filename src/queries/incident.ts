/** Reads the errors of many sessions, list by list, two requests at a time: what was read is kept, whatever stops it. */
import type { QueryClient } from '@tanstack/react-query'
import { queryOptions, skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import { groupByCause } from '@/domain/causes'
import type { IncidentSession, IncidentSize, ListReading, ReadErrorList } from '@/domain/incident'
import {
  INCIDENT_SIZES,
  forgetFailures,
  keepReadings,
  newestInError,
  unreadSession,
  withReading,
} from '@/domain/incident'
import type { SessionListQuestion } from '@/domain/list-params'
import { receivedOn, rowsOn } from '@/domain/list-reading'
import type { RecordListId, RecordListParams, RecordPage, RecordRows } from '@/domain/record-list'
import { LIST_RIGHTS, rightName } from '@/domain/rights'
import { ServiceError } from '@/domain/service-error'
import type { SessionFilter, SessionRef } from '@/domain/session'
import { isUnreadable, sessionKey } from '@/domain/session'
import { findRecords } from '@/services/record-lists'
import { SIZE } from '@/services/record-page'
import { findSessions } from '@/services/rs-admin'
import { useCredentials, visitNow } from '@/stores/credentials'
import { useForbidden } from '@/stores/forbidden'
import { useSelectedSessions } from '@/stores/selected-sessions'
import type { SeenSession } from '@/stores/selected-sessions'
import { pageNow } from '@/stores/server-clock'
import { keys } from './keys'
import { readAgain } from './retry-policy'
import type { SessionPointer } from './selected-sessions'
import { RECENT, readAnew, twoAtATime } from './selected-sessions'
import { sessionsInStates } from './union'

/** Errors of a list that are read, the newest. */
export const LIST_LIMIT = SIZE.light
/** Pages of a list that are asked for at most: rows of sessions with similar names fill some. */
export const MOST_PAGES = 3
/** A reading that is no longer looked at is kept so long, in milliseconds: Back returns to it. */
const KEPT = 900_000

/** Of which sessions. */
export type IncidentScope =
  /** Those in error among what a list shows. */
  | { readonly kind: 'list'; readonly question: SessionListQuestion }
  /** The newest of those selected that were in error, and how many were. */
  | { readonly kind: 'selected'; readonly sessions: readonly SessionPointer[]; readonly total: number }

export interface IncidentReading {
  /** `away`: it goes on by itself once it is looked at again, or its user is signed in again. */
  readonly state: 'reading' | 'stopped' | 'away' | 'failed' | 'done'
  /** Why the sessions themselves could not be read. */
  readonly error: ServiceError | undefined
  /** How many sessions were asked for. */
  readonly size: IncidentSize
  /** The newest first; undefined before they are known. */
  readonly sessions: readonly IncidentSession[] | undefined
  /** Sessions in error there are. */
  readonly total: number
  /** There are more. */
  readonly isTotalCut: boolean
  /** Rows of sessions that could not be read, and selected ones. */
  readonly missing: number
  /** When the sessions were read, in page time. */
  readonly at: number
}

const NOTHING: IncidentReading = {
  state: 'away',
  error: undefined,
  size: INCIDENT_SIZES[0],
  sessions: undefined,
  total: 0,
  isTotalCut: false,
  missing: 0,
  at: 0,
}

function incidentQuery(scope: IncidentScope) {
  return queryOptions<IncidentReading>({
    queryKey: keys.incident(scope),
    // What reads it puts it there, list by list.
    queryFn: skipToken,
    staleTime: Infinity,
    gcTime: KEPT,
    structuralSharing: false,
  })
}

/** One page of sessions in error, as far as the reading needs it. */
type Listed = Pick<IncidentReading, 'total' | 'isTotalCut' | 'missing'> & { readonly found: readonly SeenSession[] }

const LATEST_FIRST = { property: 'lastUpdateDate', direction: 'desc' } as const

/** Filters that let every session in error through. */
const HOLDS_ERRORS: readonly SessionFilter[] = ['errors', 'attention']

async function listedSessions(question: SessionListQuestion, size: number, signal: AbortSignal): Promise<Listed> {
  const { state, sort, ...others } = question
  const states: readonly SessionFilter[] = typeof state === 'object' ? state.anyOf : state === undefined ? [] : [state]
  const isEvery = states.length === 0 || states.some(one => HOLDS_ERRORS.includes(one))
  const since = typeof state === 'object' ? state.since : undefined
  const range = since === undefined ? {} : { since }
  const anyOf = isEvery ? (['errors'] as const) : states
  const page =
    isEvery && since === undefined
      ? await findSessions({ ...others, state: 'errors', sort: LATEST_FIRST }, 0, signal, size)
      : await sessionsInStates({ ...others, state: { anyOf, ...range }, sort: LATEST_FIRST }, signal)
  const at = pageNow()
  const readable = page.entries.flatMap(entry => (isUnreadable(entry) ? [] : [entry]))
  const failing = isEvery ? readable : newestInError(readable, readable.length)
  return {
    found: failing.slice(0, size).map(session => ({ session, at })),
    total: isEvery ? page.total : failing.length,
    isTotalCut: page.isCut === true || page.looked !== undefined,
    missing: page.entries.length - readable.length,
  }
}

interface Asking {
  readonly queryClient: QueryClient
  readonly signal: AbortSignal
}

/** What the lists of one reading have in common. */
type Reading = Asking & Required<Pick<RecordListParams, 'chainIds'>>

const isSignedOut = (error: unknown): error is ServiceError => error instanceof ServiceError && error.isUnauthorised

/** Those seen a moment ago as they were, the others read again; in their order. */
async function selectedSessions(pointers: readonly SessionPointer[], asking: Asking): Promise<Omit<Listed, 'total'>> {
  const known = new Map<string, SeenSession>()
  const start = pageNow()
  for (const [key, seen] of useSelectedSessions.getState().sessions) if (start - seen.at <= RECENT) known.set(key, seen)
  const isOld = (ref: SessionRef) => !known.has(sessionKey(ref))
  let missing = 0
  await readAnew(pointers.filter(isOld), asking, answer => {
    if ('session' in answer) known.set(sessionKey(answer.session), answer)
    else if (isSignedOut(answer.error)) throw answer.error
    else missing++
  })
  return { found: pointers.flatMap(ref => known.get(sessionKey(ref)) ?? []), missing, isTotalCut: false }
}

async function findInError(scope: IncidentScope, size: number, asking: Asking): Promise<Listed> {
  if (scope.kind === 'list') {
    const { signal } = asking
    return readAgain(() => listedSessions(scope.question, size, signal), signal)
  }
  return { ...(await selectedSessions(scope.sessions.slice(0, size), asking)), total: scope.total }
}

/** The newest errors of one list. */
async function readErrors(
  { list, part }: ReadErrorList,
  ref: SessionRef,
  { signal, chainIds }: Reading,
): Promise<ListReading> {
  const question = { ref, direction: 'desc', chainIds, ...(part === undefined ? {} : { part }) } as const
  const pages: RecordPage<RecordRows[RecordListId]>[] = []
  for (;;) {
    pages.push(await readAgain(() => findRecords(list, question, pages.length, signal, SIZE.light), signal))
    const { rows, unreadable, repeated } = rowsOn(pages)
    const last = pages.at(-1)
    const isEnd = last === undefined || last.received === 0 || receivedOn(pages) >= last.total
    if (!isEnd && rows.length < LIST_LIMIT && pages.length < MOST_PAGES) continue
    return {
      kind: 'read',
      groups: groupByCause(rows.slice(0, LIST_LIMIT)),
      unreadable,
      // A row that came twice pushed another one away.
      isWhole: isEnd && rows.length <= LIST_LIMIT && repeated === 0,
    }
  }
}

/** The right this user does not have; undefined when the list may be asked. */
function missingRight(queryClient: QueryClient, list: RecordListId): string | undefined {
  const name = rightName(LIST_RIGHTS[list])
  const isListed = queryClient.getQueryData<ReadonlySet<string>>(keys.resources)?.has(name) ?? true
  return isListed && useForbidden.getState().calls[name] === undefined ? undefined : name
}

/** What becomes of one list; a failure is its own, and stops no other. */
async function readOne(list: ReadErrorList, ref: SessionRef, reading: Reading): Promise<ListReading> {
  const { queryClient, signal } = reading
  const right = missingRight(queryClient, list.list)
  if (right !== undefined) return { kind: 'right', right }
  try {
    return await readErrors(list, ref, reading)
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof ServiceError) || error.isUnauthorised) throw error
    if (error.failureClass !== 'forbidden') return { kind: 'failed', error }
    const name = rightName(LIST_RIGHTS[list.list])
    useForbidden.getState().remember(name, error.messages.join(' '))
    return { kind: 'right', right: name }
  }
}

interface Wanted {
  readonly scope: IncidentScope
  readonly size: IncidentSize
  /** `anew`: all of it; `failed`: lists that failed too. */
  readonly again?: 'anew' | 'failed' | undefined
}

/** Reads on from where it is, until all is read or the signal is aborted. */
async function readOn({ scope, size, again }: Wanted, { queryClient, signal }: Asking): Promise<void> {
  const { queryKey } = incidentQuery(scope)
  const visit = visitNow()
  const now = () => queryClient.getQueryData<IncidentReading>(queryKey) ?? NOTHING
  const put = (change: Partial<IncidentReading>) => {
    // What was read for a user who has signed out meanwhile is dropped.
    if (!signal.aborted && visitNow() === visit)
      queryClient.setQueryData<IncidentReading>(queryKey, { ...now(), ...change })
  }
  // A lost sign-in stops all of it at once.
  const lost = new AbortController()
  const asking: Reading = { queryClient, signal: AbortSignal.any([signal, lost.signal]), chainIds: new Map() }
  put({ state: 'reading', error: undefined })
  try {
    if (again === 'anew' || now().sessions === undefined || now().size !== size) {
      const { found, ...figures } = await findInError(scope, size, asking)
      const sessions = found.map(({ session, at }) => unreadSession(session, at))
      const before = again === 'anew' ? [] : (now().sessions ?? [])
      put({
        ...figures,
        size,
        sessions: keepReadings(before, sessions),
        at: Math.min(pageNow(), ...found.map(({ at }) => at)),
      })
    }
    if (again === 'failed') put({ sessions: forgetFailures(now().sessions ?? []) })
    const work = (now().sessions ?? []).flatMap(({ session, lists }) =>
      lists.flatMap((list, index) => (list.reading === undefined ? [{ session, list, index }] : [])),
    )
    await twoAtATime(work, async ({ session, list, index }) => {
      asking.signal.throwIfAborted()
      const { source, name } = session
      const reading = await readOne(list, { source, name }, asking)
      put({ sessions: withReading(now().sessions ?? [], sessionKey(session), index, reading) })
    })
    put({ state: 'done' })
  } catch (error) {
    lost.abort()
    if (isSignedOut(error)) put({ state: 'away' })
    else if (error instanceof ServiceError) put({ state: 'failed', error })
    else if (!signal.aborted) throw error
  }
}

export interface Incident {
  readonly reading: IncidentReading
  readonly stop: () => void
  /** Goes on after it was stopped. */
  readonly goOn: () => void
  /** Reads the lists that failed once more. */
  readonly retry: () => void
  /** Reads all of it anew. */
  readonly reload: () => void
}

/** The errors of many sessions, read while this is drawn. */
export function useIncident(scope: IncidentScope, size: IncidentSize): Incident {
  const queryClient = useQueryClient()
  const query = incidentQuery(scope)
  const { data: reading = NOTHING } = useQuery(query)
  const isSignedIn = useCredentials(({ status }) => status === 'signedIn')
  const running = useRef<AbortController>(undefined)
  const key = JSON.stringify(scope)

  const halt = (state: 'stopped' | 'away') => {
    running.current?.abort()
    queryClient.setQueryData<IncidentReading>(query.queryKey, before =>
      before?.state === 'reading' ? { ...before, state } : before,
    )
  }
  const start = (again?: Wanted['again']) => {
    halt('away')
    const own = new AbortController()
    running.current = own
    void readOn({ scope, size, again }, { queryClient, signal: own.signal })
  }
  const begin = useEffectEvent(() => {
    const { state, size: before } = queryClient.getQueryData<IncidentReading>(query.queryKey) ?? NOTHING
    if (state === 'away' || state === 'reading' || before !== size) start()
  })
  const leave = useEffectEvent(() => halt('away'))
  useEffect(() => {
    if (!isSignedIn) return
    begin()
    return () => leave()
  }, [key, size, isSignedIn])
  return {
    reading,
    stop: () => halt('stopped'),
    goOn: () => start(),
    retry: () => start('failed'),
    reload: () => start('anew'),
  }
}

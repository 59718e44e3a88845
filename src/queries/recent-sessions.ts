/** The newest sessions of a source, by creation: from lists that were read anyway, else by one request that can wait. */
import type { Query, QueryClient } from '@tanstack/react-query'
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { SessionListQuestion } from '@/domain/list-params'
import { PULSE_LENGTH, newestFirst } from '@/domain/pulse'
import type { ServiceError } from '@/domain/service-error'
import type { Page, Session, Source } from '@/domain/session'
import { isUnreadable } from '@/domain/session'
import type { RecentSessions } from '@/domain/usual'
import { isEnough } from '@/domain/usual'
import { findSessions } from '@/services/rs-admin'
import { inView, requestsInTurn } from './in-turn'
import { keys } from './keys'
import { recentKeys } from './recent-keys'
import { NOT_NOW, PAUSE, idle } from './source-audit'
import { isOutage } from './useOutage'

/** The newest first, of one moment the last id; a session that is relaunched keeps its place. */
const BY_CREATION = { property: 'creationDate', direction: 'desc', ties: 'desc' } as const
/** A source that keeps changing is read again so rarely, in milliseconds. One that does not change is read once. */
const AGAIN_AFTER = 60_000
const KEPT_FOR = 1_800_000
/** A list read so recently, in milliseconds, is as good as an answer of its own. */
const RECENT = 60_000
/** Sessions read where those of the pulse are not enough. */
const FURTHER = 100
/** Finished sessions hardly change: so long, in milliseconds, they are not read again. */
const FURTHER_AGAIN = 300_000
/** Sessions that are only passed by are not compared, in milliseconds. */
const REST = 500

/** However often it is copied from one question to another. */
interface DatedReading extends RecentSessions {
  /** When REGARDS said so, in milliseconds. */
  readonly readAt: number
}

interface RecentReading extends DatedReading {
  /** The date of the source then: while it is the same, nothing has changed. Null where it is not known. */
  readonly asOf: string | undefined | null
}

const inTurn = requestsInTurn(2)

const readable = ({ entries }: Page<Session>) => entries.flatMap(entry => (isUnreadable(entry) ? [] : [entry]))

/**
 * While nothing that is in view gets an answer, this is not asked for either.
 * @throws ServiceError when it is given up meanwhile
 */
const answering = (client: QueryClient, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const look = () => {
      if (isOutage(client)) return
      stop()
      resolve()
    }
    const stop = client.getQueryCache().subscribe(look)
    signal.addEventListener('abort', () => {
      stop()
      reject(NOT_NOW)
    })
    look()
  })

interface SourceDate {
  /** Null where no list has the source. */
  readonly date: string | undefined | null
  /** When that list was read, in milliseconds. */
  readonly readAt: number
}

/** The date of the source in the list of sources that was read last. */
function dateOf(client: QueryClient, source: string): SourceDate {
  let newest: SourceDate = { date: null, readAt: 0 }
  for (const { state } of client.getQueryCache().findAll({ queryKey: [...keys.board, 'sources'] })) {
    const page = state.data as Page<Source> | undefined
    const found = page?.entries.find(entry => !isUnreadable(entry) && entry.name === source)
    if (found === undefined || isUnreadable(found) || state.dataUpdatedAt < newest.readAt) continue
    newest = { date: found.lastUpdateDate, readAt: state.dataUpdatedAt }
  }
  return newest
}

/** Lists order sessions of one moment by ascending ids: with the same moment at the end, the newest ids may be missing. */
function hasAllOfNewest(page: Page<Session>): boolean {
  const found = readable(page)
  return found.length > PULSE_LENGTH && found[PULSE_LENGTH - 1]?.creationDate !== found.at(-1)?.creationDate
}

/** A list that holds all sessions of the source, or the newest by creation. */
function answers(question: SessionListQuestion, page: Page<Session>, source: string): boolean {
  const isFiltered = question.name !== undefined || question.state !== undefined
  if (isFiltered || (question.source !== undefined && question.source !== source)) return false
  const isWhole = page.entries.length === page.total && page.isCut !== true
  const { property, direction } = question.sort ?? {}
  const isNewest = property === BY_CREATION.property && direction === BY_CREATION.direction
  return isWhole || (isNewest && question.source === source && hasAllOfNewest(page))
}

/** What the lists on the screen say of the source, that read last; undefined when none says enough. */
function fromLists(client: QueryClient, source: string): DatedReading | undefined {
  let newest: DatedReading | undefined
  const lists = client.getQueryCache().findAll({ queryKey: [...keys.board, 'sessions'] })
  for (const { queryKey, state } of lists) {
    const [, , question, number] = queryKey as ReturnType<typeof keys.sessionsPage>
    const page = state.data as Page<Session> | undefined
    if (page === undefined || number !== 0 || Date.now() - state.dataUpdatedAt > RECENT) continue
    if (!answers(question, page, source)) continue
    const readAt = state.dataUpdatedAt
    if (newest !== undefined && newest.readAt >= readAt) continue
    const sessions = readable(page).filter(session => session.source === source)
    newest = { sessions, total: page.entries.length === page.total ? sessions.length : page.total, readAt }
  }
  return newest
}

const asPulse = <T extends RecentSessions>(reading: T): T => ({
  ...reading,
  sessions: newestFirst(reading.sessions).slice(0, PULSE_LENGTH),
})

async function ask(source: string, size: number, signal: AbortSignal): Promise<DatedReading> {
  const readAt = Date.now()
  const page = await findSessions({ source, sort: BY_CREATION }, 0, signal, size)
  return { sessions: readable(page), total: page.total, readAt }
}

/** The sessions of a pulse. */
function recentSessionsQuery(source: string) {
  return queryOptions({
    queryKey: recentKeys.recentSessions(source),
    queryFn: async ({ signal, client }): Promise<RecentReading> => {
      await idle(signal)
      const { date: asOf, readAt } = dateOf(client, source)
      const known = fromLists(client, source)
      // A list from before the date may lack the change that the date tells of: it serves until it is asked for again.
      if (known !== undefined) return { ...asPulse(known), asOf: known.readAt < readAt ? null : asOf }
      const found = await inTurn(async () => {
        await inView(signal)
        await answering(client, signal)
        return ask(source, PULSE_LENGTH, signal)
      }, signal)
      return { ...asPulse(found), asOf }
    },
    retry: false,
    staleTime: AGAIN_AFTER,
    gcTime: KEPT_FOR,
  })
}

type Recent = Query<RecentReading, ServiceError, RecentReading, ReturnType<typeof recentKeys.recentSessions>>

interface Recency {
  /** Undefined until they are known. */
  readonly recent: RecentSessions | undefined
  readonly error: ServiceError | null
  readonly retry: () => void
}

/**
 * The newest sessions of a source in view: read once, and again only after a change of the source.
 * @param date of the source as its row has it; null where no row says it
 */
export function useRecentSessions(source: string, date: string | undefined | null, isWanted: boolean): Recency {
  const isOutdated = ({ state: { data } }: Recent) => data !== undefined && date !== null && data.asOf !== date
  const { data, error, refetch } = useQuery({
    ...recentSessionsQuery(source),
    enabled: isWanted,
    staleTime: (query: Recent) => (isOutdated(query) ? AGAIN_AFTER : Infinity),
    refetchInterval: (query: Recent) => {
      const { data: known, error: failure, dataUpdatedAt } = query.state
      if (known === undefined) return failure !== null && PAUSE
      return isOutdated(query) && Math.max(1_000, AGAIN_AFTER - (Date.now() - dataUpdatedAt))
    },
  })
  const retry = () => {
    inTurn.resume()
    void refetch()
  }
  return { recent: data, error, retry }
}

const changedAt = ({ lastUpdateDate }: Session) => Date.parse(lastUpdateDate ?? '')

/** Sessions as lists have them now in place of what was read before, and those that were created since. */
export function withRows(sessions: readonly Session[], rows: readonly Session[]): readonly Session[] {
  const known = new Map(sessions.map(session => [session.id, session]))
  for (const row of rows) {
    const before = known.get(row.id)
    // A row may be older than the reading.
    if (before === undefined || !(changedAt(row) < changedAt(before))) known.set(row.id, row)
  }
  return [...known.values()]
}

/** Sessions of its source that were read already, enough to compare this one with. */
function knownEarlier(client: QueryClient, session: Session): DatedReading | undefined {
  const { source } = session
  const recent = client.getQueryState<RecentReading>(recentKeys.recentSessions(source))
  const asOf = recent?.data?.asOf ?? undefined
  const isCurrent = asOf !== undefined && asOf === dateOf(client, source).date
  const readings = client
    .getQueryCache()
    .findAll({ queryKey: recentKeys.earlierSessions(source) })
    .flatMap(({ state }) => (state.data as DatedReading | undefined) ?? [])
    .filter(({ readAt }) => Date.now() - readAt < FURTHER_AGAIN)
  return [
    ...(isCurrent && recent?.data !== undefined ? [recent.data] : []),
    fromLists(client, source),
    ...readings,
  ].find(reading => reading !== undefined && (reading.sessions.length >= FURTHER || isEnough(session, reading)))
}

const rest = (signal: AbortSignal) =>
  new Promise<void>(resolve => {
    const timer = setTimeout(resolve, REST)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })

/** Sessions of its source to compare a session with: those read already, else the newest 100 by one request. */
export function earlierSessionsQuery(session: Session) {
  const { source, id } = session
  // eslint-disable-next-line @tanstack/query/exhaustive-deps -- its names and its id are all that is read of the session's figures
  return queryOptions({
    queryKey: [...recentKeys.earlierSessions(source), id],
    queryFn: async ({ signal, client }): Promise<DatedReading> => {
      const known = knownEarlier(client, session)
      if (known !== undefined) return known
      await rest(signal)
      signal.throwIfAborted()
      return ask(source, FURTHER, signal)
    },
    // A copy is as old as what it was copied from.
    staleTime: ({ state: { data, dataUpdatedAt } }) =>
      Math.max(0, FURTHER_AGAIN - (dataUpdatedAt - (data?.readAt ?? dataUpdatedAt))),
  })
}

/** Suggestions of a search. */
const SUGGESTED = 10

/** Sessions of a source whose names contain this text, the newest first. */
export function otherSessionsQuery(source: string, text: string) {
  return queryOptions({
    queryKey: recentKeys.otherSessions(source, text),
    queryFn: async ({ signal }) =>
      readable(await findSessions({ source, name: text, sort: BY_CREATION }, 0, signal, SUGGESTED)),
    staleTime: AGAIN_AFTER,
  })
}

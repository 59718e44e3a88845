/** Reads many sessions at once: all that a list lets through, and those selected as they are before they are relaunched. */
import type { QueryClient } from '@tanstack/react-query'
import { queryOptions } from '@tanstack/react-query'
import type { Chain } from '@/domain/chain'
import type { CsvRow } from '@/domain/list-csv'
import { SESSION_CSV, readingOrder } from '@/domain/list-csv'
import type { SessionListQuestion } from '@/domain/list-params'
import { sourcesToCheck } from '@/domain/relaunch-preview'
import { ServiceError } from '@/domain/service-error'
import type { Session, SessionRef } from '@/domain/session'
import { isUnreadable, sessionKey } from '@/domain/session'
import { sessionRules } from '@/domain/union'
import { findSessions } from '@/services/rs-admin'
import { findChains } from '@/services/rs-dataprovider'
import { MOST_SELECTED } from '@/stores/selected-sessions'
import type { SeenSession } from '@/stores/selected-sessions'
import { pageNow } from '@/stores/server-clock'
import { readSession } from './board'
import { keys } from './keys'
import { readAgain } from './retry-policy'
import { sessionsInStates } from './union'

const SIZE = 200
const AT_ONCE = 2
/** What was seen so recently, in milliseconds, is not read again. */
export const RECENT = 60_000

type OnProgress = (read: number, total: number) => void

/** Does it with each, two at a time, in order. */
export async function twoAtATime<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all]
  const worker = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

/**
 * All sessions of a question, each once, as far as they can be selected, in the order of the list. An order that moves
 * while it is read is made afterwards; of more sessions than can be selected, the first of the list are read in it.
 * @throws ServiceError, or what the signal was aborted with: a part is never given for the whole
 */
export async function readMatching(
  { state, ...others }: SessionListQuestion,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<{ readonly sessions: readonly Session[]; readonly total: number }> {
  const found = new Map<string, Session>()
  if (typeof state === 'object') {
    const { entries, total } = await sessionsInStates({ ...others, state }, signal)
    const sessions = entries.flatMap(entry => (isUnreadable(entry) ? [] : [entry]))
    return { sessions: sessions.slice(0, MOST_SELECTED), total }
  }
  const question = state === undefined ? others : { ...others, state }
  const { server, afterwards } = readingOrder(question.sort)
  let sort: NonNullable<SessionListQuestion['sort']> = server ?? { property: 'id', direction: 'asc' }
  for (let page = 0, received = 0; ; page++) {
    const { entries, total } = await readAgain(() => findSessions({ ...question, sort }, page, signal, SIZE), signal)
    if (page === 0 && afterwards !== undefined && sort !== afterwards && total > MOST_SELECTED) {
      sort = afterwards
      page--
      continue
    }
    for (const entry of entries) if (!isUnreadable(entry)) found.set(sessionKey(entry), entry)
    received += entries.length
    onProgress(received, total)
    if (entries.length > 0 && received < total && found.size < MOST_SELECTED) continue
    const sessions = [...found.values()]
    // A date orders alike whatever the database does with texts.
    const order = afterwards && sessionRules(afterwards).orders[0]
    if (order !== undefined && sort !== afterwards) sessions.sort(order)
    return { sessions: sessions.slice(0, MOST_SELECTED), total }
  }
}

interface Asking {
  readonly queryClient: QueryClient
  readonly signal: AbortSignal
}

/** A session by its names, and its id as a shortcut. */
export type SessionPointer = SessionRef & { readonly id: number }

/**
 * These sessions as REGARDS counts them now, two at a time.
 * @param onAnswer called with each, or with why it could not be read; what it throws ends the reading
 * @throws what the signal was aborted with
 */
export async function readAnew(
  sessions: readonly SessionPointer[],
  { queryClient, signal }: Asking,
  onAnswer: (answer: SeenSession | { readonly error: unknown }) => void,
): Promise<void> {
  await twoAtATime(sessions, async ({ source, name, id }) => {
    signal.throwIfAborted()
    let answer: Parameters<typeof onAnswer>[0]
    try {
      const session = await readAgain(() => readSession(queryClient, { source, name }, id, { signal }), signal)
      answer = { session, at: pageNow() }
    } catch (error) {
      signal.throwIfAborted()
      answer = { error }
    }
    onAnswer(answer)
  })
}

/** What a preview is made of. */
export interface PreviewReading {
  /** In the order they were selected in; those that are gone, or could not be read, left out. */
  readonly sessions: readonly Session[]
  /** Those that could not be read. */
  readonly failed: number
  /** By source; none for a source that could not be asked about. */
  readonly chains: ReadonlyMap<string, readonly Chain[]>
  /** When the oldest of them was read, in page time. */
  readonly at: number
}

interface Wanted {
  readonly selected: readonly SeenSession[]
  /** Those too that were seen just now. */
  readonly isAnew: boolean
  readonly onProgress: OnProgress
}

/**
 * The sessions as they are now, and the acquisition chains that decide on them.
 * @throws what the signal was aborted with
 */
async function readForPreview(wanted: Wanted & Asking): Promise<PreviewReading> {
  const { queryClient, selected, isAnew, signal, onProgress } = wanted
  const known = new Map<string, SeenSession>()
  const start = pageNow()
  const isOld = ({ at }: SeenSession) => isAnew || start - at > RECENT
  for (const one of selected) if (!isOld(one)) known.set(sessionKey(one.session), one)
  let failed = 0
  let read = known.size
  onProgress(read, selected.length)
  const old = selected.filter(isOld).map(({ session }) => session)
  await readAnew(old, { queryClient, signal }, answer => {
    if ('session' in answer) known.set(sessionKey(answer.session), answer)
    else if (!(answer.error instanceof ServiceError) || !answer.error.isNotFound) failed++
    onProgress(++read, selected.length)
  })
  const found = selected.flatMap(({ session }) => known.get(sessionKey(session)) ?? [])
  const sessions = found.map(({ session }) => session)
  const chains = new Map<string, readonly Chain[]>()
  await twoAtATime(sourcesToCheck(sessions), async source => {
    signal.throwIfAborted()
    try {
      chains.set(source, await findChains(source, signal))
    } catch {
      signal.throwIfAborted()
    }
  })
  return { sessions, failed, chains, at: Math.min(pageNow(), ...found.map(({ at }) => at)) }
}

/** The selected sessions as a file needs them. */
export interface SelectedReading {
  /** In the order they were selected in. */
  readonly rows: readonly CsvRow['cells'][]
  /** Those that REGARDS no longer has. */
  readonly gone: number
  /** Those that could not be read. */
  readonly failed: number
}

/**
 * Reads the selected sessions anew, two at a time.
 * @throws ServiceError when the sign-in has ended, or what the signal was aborted with
 */
export async function readSelected(
  queryClient: QueryClient,
  selected: readonly Session[],
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<SelectedReading> {
  const cells = new Map<string, CsvRow['cells']>()
  let [gone, failed, read] = [0, 0, 0]
  onProgress(read, selected.length)
  await readAnew(selected, { queryClient, signal }, answer => {
    if ('session' in answer)
      cells.set(
        sessionKey(answer.session),
        SESSION_CSV.map(({ value }) => value(answer.session)),
      )
    else if (!(answer.error instanceof ServiceError) || answer.error.isUnauthorised) throw answer.error
    else if (answer.error.isNotFound) gone++
    else failed++
    onProgress(++read, selected.length)
  })
  return {
    rows: selected.map(session => cells.get(sessionKey(session))).filter(row => row !== undefined),
    gone,
    failed,
  }
}

/**
 * For one dialog, and never kept.
 * @param round counts up each time it is to be read anew
 */
export function previewQuery(dialog: string, round: number, wanted: Wanted) {
  // eslint-disable-next-line @tanstack/query/exhaustive-deps -- a dialog asks about the same sessions all its life
  return queryOptions({
    queryKey: keys.relaunchPreview(dialog, round),
    queryFn: ({ signal, client }) => readForPreview({ ...wanted, signal, queryClient: client }),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  })
}

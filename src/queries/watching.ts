/** Reads what this tab watches, also while it is hidden: one question after the other, each watch once a minute at most there. */
import type { QueryClient } from '@tanstack/react-query'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import { comparisonWith } from '@/domain/changes'
import { UNION_LIMIT } from '@/domain/list-params'
import { ServiceError } from '@/domain/service-error'
import { isFollowedItem } from '@/domain/relaunch-run'
import type { Page, Session, SessionRef } from '@/domain/session'
import { isSameSession, isUnreadable, sessionKey } from '@/domain/session'
import type { BoardWatch, ListPart, Look, WatchEvent, WatchTarget } from '@/domain/watching'
import {
  MOST_WATCHES,
  afterLook,
  dueAt,
  isFiltered,
  isUnread,
  matchedKeys,
  membersOf,
  nextLook,
  startWatch,
  targetKey,
} from '@/domain/watching'
import { findSession, findSessionById, findSessions } from '@/services/rs-admin'
import { useConfiguration } from '@/stores/configuration'
import { ownerNow, perVisit, useCredentials, visitNow } from '@/stores/credentials'
import { keepInTab, keptInTab } from '@/stores/kept-in-tab'
import { usePreferences } from '@/stores/preferences'
import { useRelaunchRun } from '@/stores/relaunch-run'
import { claim } from '@/stores/run-claims'
import { seenNow } from '@/stores/seen'
import { pageNow, useServerClock } from '@/stores/server-clock'
import { WATCHES_KIND, forgetWatches, useWatches } from '@/stores/watches'
import { isFollowed, readAction } from './actions'
import { answeredSince } from './answered'
import { keys } from './keys'
import { restoredWatches } from './kept-watches'

const TICK = 1_000
/** A hidden tab reads each watch so rarely, in milliseconds; a visible one, too, unless it refreshes more often. */
const SLOW_PACE = 60_000
const FASTEST_PACE = 30_000
/** A timer of a hidden tab is a little early or late: the round it was set for is not missed. */
const SLACK = 500
/** Of all watches together. */
const MOST_A_MINUTE = 20
/** Shorter than the pace of a round, so that those of the round before do not count. */
const MINUTE = 59_000

const hasEnded = ({ end }: BoardWatch) => end !== undefined

function put(watches: readonly BoardWatch[]): void {
  const owner = ownerNow()
  if (watches.length === 0) {
    forgetWatches()
    return
  }
  useWatches.setState({ watches, owner })
  keepInTab(WATCHES_KIND, owner, watches)
}

const watchesNow = () => useWatches.getState().watches

/** The watch of the same thing that is on; undefined for none. */
export function watchOf(watches: readonly BoardWatch[], target: WatchTarget): BoardWatch | undefined {
  const key = targetKey(target)
  return watches.find(watch => !hasEnded(watch) && targetKey(watch.target) === key)
}

/** No more can be begun. */
export const isFull = (watches: readonly BoardWatch[]) =>
  watches.filter(watch => !hasEnded(watch)).length >= MOST_WATCHES

/** Begins to watch it, unless it is watched already or there are too many; how an earlier watch of it ended is forgotten. */
export function beginWatch(target: WatchTarget): 'begun' | 'known' | 'full' {
  takeUpWatches(ownerNow())
  const watches = watchesNow()
  if (watchOf(watches, target) !== undefined) return 'known'
  if (isFull(watches)) return 'full'
  const key = targetKey(target)
  const others = watches.filter(watch => targetKey(watch.target) !== key)
  // As many ended ones as can be watched.
  const ended = others.filter(hasEnded).slice(-MOST_WATCHES)
  const kept = others.filter(watch => !hasEnded(watch) || ended.includes(watch))
  put([...kept, startWatch(target, `${Date.now()}-${Math.random()}`, pageNow())])
  return 'begun'
}

/** Ends a watch, or takes one that has ended off the list. */
export function removeWatch(id: string): void {
  put(watchesNow().filter(watch => watch.id !== id))
}

/** All that have ended. */
export function removeEnded(): void {
  put(watchesNow().filter(watch => !hasEnded(watch)))
}

/** Takes up what this tab kept for the user: it goes on without a click, since it only reads. */
export function takeUpWatches(owner: string): void {
  if (owner === '' || watchesNow().length > 0) return
  // Nothing of use, or of somebody else: then the tab keeps nothing.
  put(restoredWatches(keptInTab(WATCHES_KIND, owner), pageNow()))
}

/** Lets something have been found out about a watch; gives the watch when it ended by that. */
function tellWatch(id: string, event: WatchEvent): BoardWatch | undefined {
  const watches = watchesNow()
  const before = watches.find(watch => watch.id === id)
  if (before === undefined) return undefined
  const after = afterLook(before, event, usePreferences.getState().noNewsMinutes)
  if (after === before) return undefined
  put(watches.map(watch => (watch === before ? after : watch)))
  return hasEnded(after) && !hasEnded(before) ? after : undefined
}

/** The tab is looked at: how its watches ended is known. */
export function visitEnded(): void {
  for (const { id } of watchesNow().filter(hasEnded)) tellWatch(id, { type: 'visited' })
}

/** Whether this tab tells how the watch ended: a tab that was duplicated has the same watch. */
export function claimEnd({ id }: BoardWatch): Promise<boolean> {
  return claim({ owner: ownerNow(), run: id, place: JSON.stringify(['watch', id]), attempt: 0 })
}

const rowsOf = ({ entries }: Page<Session>) => entries.flatMap(entry => (isUnreadable(entry) ? [] : [entry]))

function circumstancesNow() {
  const mark = seenNow()
  const compared = mark && comparisonWith(mark)
  return {
    now: pageNow() + useServerClock.getState().offset,
    minutes: usePreferences.getState().noNewsMinutes,
    isChanged: (session: Session) => compared?.kindOf(session) !== undefined,
  }
}

/** What one part of a list says: a total of REGARDS where that is enough, else rows that are looked at. */
async function readPart(
  target: WatchTarget & { readonly kind: 'list' },
  { state, by, isFigure }: ListPart,
  signal: AbortSignal,
): Promise<Pick<WatchEvent & { readonly type: 'part' }, 'count' | 'print' | 'isCut' | 'keys'>> {
  const { state: filter, ...others } = target.question
  const page = await findSessions({ ...others, state }, 0, signal, by === 'total' ? 1 : UNION_LIMIT)
  const rows = rowsOf(page)
  const print = (count: number, [first]: readonly Session[]) => JSON.stringify([count, first?.lastUpdateDate])
  if (by === 'total') return { count: page.total, print: print(page.total, rows) }
  const matching = rows.filter(membersOf(target, circumstancesNow()))
  const notRead = Math.max(0, page.total - page.entries.length)
  // What was not read may match, and what may run or wait ends no watch. It is no figure of the list but of its own state.
  const count = matching.length + (isFigure === true && filter !== state ? 0 : notRead)
  const isCut = isFigure === true && filter !== state && notRead > 0
  return { count, print: print(count, matching), keys: matching.map(sessionKey), ...(isCut ? { isCut } : {}) }
}

async function readLook({ target }: BoardWatch, look: Look, signal: AbortSignal): Promise<WatchEvent> {
  if (look.kind === 'part') {
    if (target.kind !== 'list') throw new Error('A part is of a list')
    const found = await readPart(target, look.part, signal)
    return { type: 'part', index: look.index, ...found, at: pageNow() }
  }
  if (look.kind === 'rows') {
    const { source, size } = look
    const page = await findSessions(source === undefined ? {} : { source }, 0, signal, size)
    const rows = rowsOf(page)
    return { type: 'seen', sessions: rows, at: pageNow(), rows: { isWhole: rows.length >= page.total, size } }
  }
  const { session } = look
  try {
    const found = await (session.id === undefined ? findSession(session, signal) : findSessionById(session.id, signal))
    // Ids are given anew by no REGARDS that is known: the names decide all the same.
    if (!isSameSession(found, session)) return { type: 'missing', session, at: pageNow() }
    return { type: 'seen', sessions: [found], at: pageNow() }
  } catch (error) {
    if (error instanceof ServiceError && error.isNotFound) return { type: 'missing', session, at: pageNow() }
    throw error
  }
}

/** When each question of the last minute was sent; of this user. */
const sent = perVisit(() => ({ at: [] as number[] }))

function mayAsk(now: number): boolean {
  const own = sent()
  own.at = own.at.filter(at => Math.abs(now - at) < MINUTE)
  return own.at.length < MOST_A_MINUTE
}

/** The pace of a visible tab: with its rounds, but no faster than something new is worth it. */
function visiblePace(): number {
  const seconds = usePreferences.getState().autoRefresh ?? useConfiguration.getState().autoRefresh ?? 0
  return seconds === 0 ? SLOW_PACE : Math.max(FASTEST_PACE, seconds * 1000)
}

/** Sessions of a target among what the page was answered. */
function amongAnswers({ target }: BoardWatch, answers: readonly (readonly [Session, number])[]) {
  if (target.kind !== 'sessions') return []
  const own = new Set(target.sessions.map(sessionKey))
  return answers.filter(([session]) => own.has(sessionKey(session)))
}

/** One question about one watch. An answer for who has left, or about what is no longer watched, is none. */
async function ask(watch: BoardWatch, at: number, signal: AbortSignal): Promise<BoardWatch | undefined> {
  const look = nextLook(watch)
  if (look === undefined) return undefined
  tellWatch(watch.id, { type: 'looking', at })
  sent().at.push(pageNow())
  const visit = visitNow()
  const isCurrent = () => !signal.aborted && visitNow() === visit
  try {
    const event = await readLook(watch, look, signal)
    return isCurrent() ? tellWatch(watch.id, event) : undefined
  } catch (error) {
    if (!isCurrent()) return undefined
    if (!(error instanceof ServiceError)) {
      // A fault of the dashboard: told as what it is, and the other watches go on.
      reportError(error)
      return tellWatch(watch.id, { type: 'failed', isRefused: false, retryAfter: 0 })
    }
    // The page asks for the password, and the watch goes on after it.
    if (error.isUnauthorised) return undefined
    const { status, retryAfter = 0, isForbidden } = error
    const said = status === undefined ? {} : { status }
    return tellWatch(watch.id, { type: 'failed', isRefused: isForbidden, ...said, retryAfter })
  }
}

interface Reading {
  /** When the last round of the hidden tab began. */
  hiddenRound: number
  /** Answers of the page until then are known. */
  takenUntil: number
  isReading: boolean
}

/** What is due now, the longest waiting first; in a visible tab what was just begun is read to its end at once. */
function dueWatches(now: number, pace: number): readonly BoardWatch[] {
  const isNew = (watch: BoardWatch) => isUnread(watch) && watch.failures === 0 && document.visibilityState === 'visible'
  // A clock that was ahead and is right again holds nothing back.
  const isDue = (watch: BoardWatch) => dueAt(watch, pace) <= now || watch.lookedAt > now + SLACK
  return watchesNow()
    .filter(watch => !hasEnded(watch) && (isNew(watch) || isDue(watch)))
    .sort((a, b) => a.lookedAt - b.lookedAt)
}

/** Those whose errors are relaunched in this tab, or were: they are in error no more, and may not be at work yet. */
function relaunchedNow(queryClient: QueryClient): readonly SessionRef[] {
  const actions = queryClient.getMutationCache().findAll({ mutationKey: keys.actions })
  const single = actions.flatMap(mutation => {
    const found = readAction(mutation)
    return found?.action.kind === 'relaunch' && isFollowed(found) ? [found.action.ref] : []
  })
  const items = useRelaunchRun.getState().run?.items ?? []
  const ofRun = items.filter(
    item => item.state.kind === 'waiting' || item.state.kind === 'sending' || isFollowedItem(item),
  )
  return [...single, ...ofRun.map(({ ref }) => ref)]
}

/** What the lists and the drawer were answered says how the watched sessions are, and which are watched, without a question. */
function takeAnswers(queryClient: QueryClient, reading: Reading, onEnd: (watch: BoardWatch) => void): void {
  const until = reading.takenUntil
  // An answer of this very millisecond may still come: twice is no harm.
  reading.takenUntil = pageNow() - 1
  const watches = watchesNow().filter(watch => !hasEnded(watch))
  const lists = watches.filter(({ target }) => isFiltered(target))
  // A list that is new is what was on the screen before.
  const isNew = (watch: BoardWatch) => lists.includes(watch) && watch.lookedAt === 0
  const known = watches.length === 0 ? [] : answeredSince(queryClient, watches.some(isNew) ? 0 : until)
  const answers = known.filter(([, at]) => at > until)
  for (const watch of answers.length === 0 ? [] : watches) {
    for (const [session, at] of amongAnswers(watch, answers)) {
      const ended = tellWatch(watch.id, { type: 'seen', sessions: [session], at, isInView: true })
      if (ended !== undefined) onEnd(ended)
    }
  }
  const relaunched = lists.length === 0 ? [] : relaunchedNow(queryClient)
  for (const watch of lists) {
    const sessions = (isNew(watch) ? known : answers).map(([session]) => session)
    const matched = matchedKeys(watch, sessions, relaunched, circumstancesNow())
    if (matched.length > 0) tellWatch(watch.id, { type: 'matched', keys: matched })
  }
}

/** All that is due, one after the other. */
async function readDue(at: number, pace: number, signal: AbortSignal, onEnd: (watch: BoardWatch) => void) {
  for (const { id } of dueWatches(at, pace)) {
    // It may have been stopped meanwhile, and the user may have been signed out.
    const watch = watchesNow().find(one => one.id === id)
    const isSignedIn = useCredentials.getState().status === 'signedIn'
    if (signal.aborted || !isSignedIn || !mayAsk(pageNow())) return
    const ended = watch === undefined || hasEnded(watch) ? undefined : await ask(watch, at, signal)
    if (ended !== undefined) onEnd(ended)
  }
}

/**
 * To be called once in the page, for as long as anything is watched.
 * @param onEnd called once for each watch that ends
 */
export function useWatching(onEnd: (watch: BoardWatch) => void): void {
  const queryClient = useQueryClient()
  const reading = useRef<Reading>({ hiddenRound: 0, takenUntil: 0, isReading: false })
  const tell = useEffectEvent(onEnd)

  const tick = useEffectEvent((signal: AbortSignal) => {
    const own = reading.current
    if (useCredentials.getState().status !== 'signedIn') return
    takeAnswers(queryClient, own, watch => tell(watch))
    if (own.isReading) return
    const now = pageNow()
    const isHidden = document.visibilityState === 'hidden'
    const pace = isHidden ? SLOW_PACE : visiblePace()
    if (own.hiddenRound > now + SLACK) own.hiddenRound = 0
    // The rounds of a hidden tab keep to their minute, however late its timers are.
    const next = own.hiddenRound + SLOW_PACE
    if (isHidden && now < next - SLACK) return
    const at = isHidden && now < next + SLACK ? next : now
    if (dueWatches(at, pace).length === 0) return
    if (isHidden) own.hiddenRound = at
    own.isReading = true
    void readDue(at, pace, signal, watch => tell(watch)).finally(() => {
      own.isReading = false
    })
  })
  useEffect(() => {
    const giveUp = new AbortController()
    const timer = setInterval(() => tick(giveUp.signal), TICK)
    return () => {
      clearInterval(timer)
      giveUp.abort()
    }
  }, [])
}

/** What is watched, what is read of it next, and when it is over, as its counters tell. Pure: words are the screen's. */
import type { Watch as Patience } from './attention'
import { hasLeftOut, isStalled } from './attention'
import type { BoardView } from './board-view'
import { closeSession, selectSession, sessionStates, setFilters } from './board-view'
import type { SessionListQuestion } from './list-params'
import { UNION_LIMIT } from './list-params'
import { isUpdatedSince, rangeStart } from './range'
import type { Session, SessionFilter, SessionRef } from './session'
import { isSameSession, sessionKey, sessionOutput, totalCounters } from './session'
import { workingCount } from './step-reading'

/** More are not watched at a time: each is read once a minute. */
export const MOST_WATCHES = 20
/** What neither runs nor waits may start again for so long, in milliseconds: a relaunch takes its time to show. */
export const STILL_AFTER = 120_000
/** After failures nothing is read more rarely than that, in milliseconds. */
const LONGEST_WAIT = 300_000
const FEWEST_ROWS = 100
/** Sessions of a filtered list that are known to have matched; more are not kept in the tab. */
export const MOST_MATCHED = 500
/** Those that put products into REGARDS. */
const REFERENCING = ['oais', 'feature']

/** A session as it was last seen. */
interface Seen {
  readonly at: number
  readonly errors: number
  readonly running: number
  readonly waiting: number
  /** Products referenced; absent where the session has no such step. */
  readonly products?: number
  /** Equal as long as no counter has changed. */
  readonly print: string
}

interface WatchedSession extends SessionRef {
  /** A shortcut to it. */
  readonly id?: number
  readonly seen?: Seen
  readonly isGone?: true
}

/** A session, or those that were selected. */
interface Sessions {
  readonly kind: 'sessions'
  readonly sessions: readonly WatchedSession[]
  /** The last time many were read as rows of one list: when, and how many rows to ask for next. */
  readonly rows?: { readonly at: number; readonly size: number }
}

/** What was found in one part of a list. */
interface SeenPart {
  readonly at: number
  readonly count: number
  readonly print: string
  /** Not all of it was looked at: the count is none of the list. */
  readonly isCut?: true
}

/** All sessions that match, whichever they are; of a filter also those that matched once, until they are still. */
interface List {
  readonly kind: 'list'
  readonly question: Omit<SessionListQuestion, 'sort'>
  /** By the places of `listParts`. */
  readonly parts: Readonly<Record<number, SeenPart>>
  /** The place of the part to read next. */
  readonly next: number
  /** Keys of those that have matched the filter, at most `MOST_MATCHED`; what ran or waited last is at the end. */
  readonly matched?: readonly string[]
}

export type WatchTarget = Sessions | List

export type EndKind =
  /** Nothing runs or waits any more. */
  | 'done'
  /** Something runs or waits, and no counter has changed for what the user takes for long. */
  | 'stalled'
  /** REGARDS no longer has it. */
  | 'gone'

export interface BoardWatch {
  readonly id: string
  readonly target: WatchTarget
  readonly startedAt: number
  /** When a counter was last seen changed; the start before that. */
  readonly changedAt: number
  /** When it was last read, or tried to; 0 for never. */
  readonly lookedAt: number
  /** How often in a row reading has failed. */
  readonly failures: number
  /** Why the last reading failed. */
  readonly trouble?: { readonly isRefused: boolean; readonly status?: number; readonly retryAfter: number }
  readonly end?: {
    readonly kind: EndKind
    readonly at: number
    /** The tab was looked at since. */
    readonly isSeen: boolean
  }
}

function seenNow(session: Session, at: number): Seen {
  const { errors, waiting } = totalCounters(session.steps)
  const running = session.steps.reduce((total, step) => total + workingCount(step), 0)
  const products = sessionOutput(session, REFERENCING)
  const flows = session.steps.map(({ inputRelated, outputRelated }) => [inputRelated, outputRelated])
  return {
    ...{ at, errors, running, waiting, ...(products === undefined ? {} : { products }) },
    print: JSON.stringify([session.lastUpdateDate, errors, running, waiting, flows]),
  }
}

/** These sessions as a target, as they were when the watch begins. */
export function sessionsTarget(found: readonly { readonly session: Session; readonly at: number }[]): Sessions {
  return {
    kind: 'sessions',
    sessions: found.map(({ session, at }) => {
      const { source, name, id } = session
      return { source, name, id, seen: seenNow(session, at) }
    }),
  }
}

export function listTarget({ sort, ...question }: SessionListQuestion): List {
  return { kind: 'list', question, parts: {}, next: 0 }
}

/** Equal for equal things. */
export function targetKey(target: WatchTarget): string {
  if (target.kind === 'sessions') return JSON.stringify(target.sessions.map(sessionKey).sort())
  const { source, name, state } = target.question
  return JSON.stringify({ source, name, state })
}

export function startWatch(target: WatchTarget, id: string, now: number): BoardWatch {
  const isSeen = target.kind === 'sessions' && target.sessions.every(({ seen }) => seen !== undefined)
  const seenAt = isSeen ? Math.min(...target.sessions.map(({ seen }) => seen?.at ?? 0)) : 0
  return { id, target, startedAt: now, changedAt: now, lookedAt: seenAt, failures: 0 }
}

/** A part of a list that is read at one time. */
export interface ListPart {
  readonly state: 'running' | 'waiting' | 'errors'
  /** All of them count, or those that match. */
  readonly by: 'total' | 'rows'
  /** A figure that ends no watch. */
  readonly isFigure?: true
}

/** What has to be read of a list: those that run, those that wait, and which of it are in error. */
export function listParts({ state }: Pick<SessionListQuestion, 'state'>): readonly ListPart[] {
  // What runs, or waits, no longer is of no state that could be counted as one of the list.
  if (state === 'running' || state === 'waiting') return [{ state, by: 'total' }]
  const by = state === undefined ? 'total' : 'rows'
  return [
    { state: 'running', by },
    { state: 'waiting', by },
    { state: 'errors', by, isFigure: true },
  ]
}

/** A filtered list: what has matched it belongs to it until it is still. */
export const isFiltered = (target: WatchTarget): target is List =>
  target.kind === 'list' && listParts(target.question).some(({ by }) => by === 'rows')

/** What a filter depends on besides the session. */
interface Circumstances extends Patience {
  /** It changed since the user's last look. */
  readonly isChanged: (session: Session) => boolean
}

const MATCHES: Readonly<Record<SessionFilter, (session: Session, circumstances: Circumstances) => boolean>> = {
  errors: ({ steps }) => totalCounters(steps).errors > 0,
  waiting: ({ steps }) => totalCounters(steps).waiting > 0,
  running: ({ steps }) => totalCounters(steps).running > 0,
  ok: () => false,
  stalled: isStalled,
  leftOut: hasLeftOut,
  changed: (session, { isChanged }) => isChanged(session),
  attention: (session, circumstances) =>
    (['errors', 'waiting', 'stalled', 'leftOut'] as const).some(filter => MATCHES[filter](session, circumstances)),
}

/** Whether a session that runs, waits or is in error matches the filter now. */
export function isInList(
  { state }: Pick<SessionListQuestion, 'state'>,
  session: Session,
  circumstances: Circumstances,
): boolean {
  const filters = state === undefined ? [] : typeof state === 'object' ? state.anyOf : [state]
  const since = typeof state === 'object' ? state.since : undefined
  if (since !== undefined && !isUpdatedSince(session, rangeStart(since, circumstances.now))) return false
  return filters.length === 0 || filters.some(filter => MATCHES[filter](session, circumstances))
}

/**
 * Keys of the sessions that a filtered list takes in: those that match it now.
 * @param relaunched those that were in error when they were relaunched in this tab
 */
export function matchedKeys(
  { target }: BoardWatch,
  sessions: readonly Session[],
  relaunched: readonly SessionRef[],
  circumstances: Circumstances,
): readonly string[] {
  if (!isFiltered(target)) return []
  const { source, name, state } = target.question
  const isNamed = (ref: SessionRef) =>
    (source === undefined || ref.source === source) && (name === undefined || ref.name.includes(name))
  const filters: readonly SessionFilter[] = state === undefined ? [] : typeof state === 'object' ? state.anyOf : [state]
  const takesErrors = filters.length === 0 || filters.includes('errors') || filters.includes('attention')
  const found = sessions.filter(session => isNamed(session) && isInList(target.question, session, circumstances))
  return [...found, ...(takesErrors ? relaunched.filter(isNamed) : [])].map(sessionKey)
}

/** Tells the sessions of a filtered list from others: they match it now, or have matched. */
export function membersOf({ question, matched }: List, circumstances: Circumstances): (session: Session) => boolean {
  const known = new Set(matched)
  return session => known.has(sessionKey(session)) || isInList(question, session, circumstances)
}

/** What is read next of a watch: always one question. */
export type Look =
  | { readonly kind: 'session'; readonly session: WatchedSession }
  | { readonly kind: 'rows'; readonly source: string | undefined; readonly size: number }
  | { readonly kind: 'part'; readonly index: number; readonly part: ListPart }

const present = ({ sessions }: Sessions) => sessions.filter(({ isGone }) => isGone === undefined)
const seenAt = ({ seen }: WatchedSession) => seen?.at ?? 0
const isBusySession = ({ seen }: WatchedSession) => seen === undefined || seen.running > 0 || seen.waiting > 0

/** The one that was not among the rows and is known for the longest time; those that run or wait first. */
function leftBehind(target: Sessions, lookedAt: number): WatchedSession | undefined {
  const { rows } = target
  if (rows === undefined || rows.at < lookedAt) return undefined
  const rank = (session: WatchedSession) => Number(!isBusySession(session))
  return present(target)
    .filter(session => seenAt(session) < rows.at)
    .sort((a, b) => rank(a) - rank(b) || seenAt(a) - seenAt(b))[0]
}

/** The next question; undefined when nothing is left to ask about. */
export function nextLook({ target, lookedAt }: BoardWatch): Look | undefined {
  if (target.kind === 'list') {
    const parts = listParts(target.question)
    const index = target.next % parts.length
    const part = parts[index]
    return part && { kind: 'part', index, part }
  }
  const sessions = present(target)
  const [first] = sessions
  if (first === undefined) return undefined
  if (sessions.length === 1) return { kind: 'session', session: first }
  const behind = leftBehind(target, lookedAt)
  if (behind !== undefined) return { kind: 'session', session: behind }
  const isOneSource = sessions.every(({ source }) => source === first.source)
  const size = target.rows?.size ?? Math.min(UNION_LIMIT, Math.max(FEWEST_ROWS, 2 * sessions.length))
  return { kind: 'rows', source: isOneSource ? first.source : undefined, size }
}

/** When it may be read again, at this pace in milliseconds. */
export function dueAt({ lookedAt, failures, trouble }: BoardWatch, pace: number): number {
  if (lookedAt === 0) return 0
  const wait = failures === 0 ? pace : Math.max(pace, Math.min(LONGEST_WAIT, pace * 2 ** failures))
  return lookedAt + Math.max(wait, (trouble?.retryAfter ?? 0) * 1000)
}

export type WatchEvent =
  /** It is about to be read. */
  | { readonly type: 'looking'; readonly at: number }
  /** Sessions as REGARDS counts them; `rows`: of a list, which may be all of it; `isInView`: the page has asked for them anyway. */
  | {
      readonly type: 'seen'
      readonly sessions: readonly Session[]
      readonly at: number
      readonly rows?: { readonly isWhole: boolean; readonly size: number }
      readonly isInView?: true
    }
  /** There is no session with this id, or with these names. */
  | { readonly type: 'missing'; readonly session: WatchedSession; readonly at: number }
  | {
      readonly type: 'part'
      readonly index: number
      readonly count: number
      readonly print: string
      readonly isCut?: true
      readonly at: number
      /** Those of it that were looked at. */
      readonly keys?: readonly string[]
    }
  /** Sessions of a filtered list, as the page knew them. */
  | { readonly type: 'matched'; readonly keys: readonly string[] }
  | { readonly type: 'failed'; readonly isRefused: boolean; readonly status?: number; readonly retryAfter: number }
  /** The tab is looked at. */
  | { readonly type: 'visited' }

/** A watch without the trouble it had. */
function answered({ trouble, ...watch }: BoardWatch): BoardWatch {
  return { ...watch, failures: 0 }
}

function afterSeen(watch: BoardWatch, target: Sessions, event: WatchEvent & { readonly type: 'seen' }): BoardWatch {
  const found = new Map(event.sessions.map(session => [sessionKey(session), session]))
  let changedAt = watch.changedAt
  const sessions = target.sessions.map((session): WatchedSession => {
    const now = found.get(sessionKey(session))
    if (now === undefined) {
      return event.rows?.isWhole === true && seenAt(session) < event.at ? { ...session, isGone: true } : session
    }
    // Another part of the page may have asked later, and been answered earlier.
    if (event.isInView === true && seenAt(session) > event.at) return session
    const seen = seenNow(now, event.at)
    if (session.seen?.print !== seen.print) changedAt = Math.max(changedAt, event.at)
    // Purged and come again, it has another id.
    return { source: session.source, name: session.name, id: now.id, seen }
  })
  const isAllSeen = sessions.every(session => session.isGone === true || seenAt(session) >= event.at)
  const size = Math.min(UNION_LIMIT, (event.rows?.size ?? 0) * (isAllSeen ? 1 : 2))
  const rows = event.rows === undefined ? target.rows : { at: event.at, size }
  return {
    ...answered(watch),
    changedAt,
    // An answer to the watch itself counts from when it was asked: its pace does not depend on how long REGARDS takes.
    lookedAt: isAllSeen && event.isInView === true ? Math.max(watch.lookedAt, event.at) : watch.lookedAt,
    target: { ...target, sessions, ...(rows === undefined ? {} : { rows }) },
  }
}

/** First its id leads nowhere, and it is looked for by its names; then there is none. */
function afterMissing(watch: BoardWatch, target: Sessions, missing: WatchedSession): BoardWatch {
  const sessions = target.sessions.map((session): WatchedSession => {
    if (!isSameSession(session, missing)) return session
    const { id, ...rest } = session
    return missing.id === undefined ? { ...rest, isGone: true } : rest
  })
  return { ...answered(watch), target: { ...target, sessions } }
}

/**
 * The part after this one. How many are in error is asked when the others are empty; which are, also at first: they may
 * run soon.
 */
function partAfter(index: number, { question, parts }: List): number {
  const all = listParts(question)
  const next = (index + 1) % all.length
  const part = all[next]
  if (part?.isFigure !== true || (part.by === 'rows' && parts[next] === undefined)) return next
  return all.every(({ isFigure }, place) => isFigure === true || parts[place]?.count === 0) ? next : 0
}

/** @param isAtWork they run or wait: they are the last to be given up */
function withMatched(target: List, keys: readonly string[], isAtWork: boolean): List {
  if (!isFiltered(target) || keys.length === 0) return target
  const { matched = [] } = target
  const known = new Set(matched)
  if (!isAtWork && keys.every(key => known.has(key))) return target
  const found = new Set(keys)
  const all = isAtWork
    ? [...matched.filter(key => !found.has(key)), ...found]
    : [...[...found].filter(key => !known.has(key)).reverse(), ...matched]
  return { ...target, matched: all.slice(-MOST_MATCHED) }
}

function afterPart(watch: BoardWatch, target: List, event: WatchEvent & { readonly type: 'part' }): BoardWatch {
  const { index, count, print, at, isCut, keys = [] } = event
  const before = target.parts[index]
  const isFigure = listParts(target.question)[index]?.isFigure === true
  const isChanged = !isFigure && before !== undefined && before.print !== print
  const part = { at, count, print, ...(isCut === undefined ? {} : { isCut }) }
  const next = withMatched({ ...target, parts: { ...target.parts, [index]: part } }, keys, !isFigure)
  return {
    ...answered(watch),
    changedAt: isChanged ? at : watch.changedAt,
    target: { ...next, next: partAfter(index, next) },
  }
}

interface WatchFigures {
  /** Of sessions by name: how many still exist; of a list: how many run or wait. */
  readonly sessions: number
  readonly gone: number
  /** Sessions in error; of a list, undefined until they are counted, and where they cannot be. */
  readonly inError: number | undefined
  /** Work items; of a list, sessions. */
  readonly running: number
  readonly waiting: number
  /** Of sessions by name. */
  readonly errors: number | undefined
  /** Undefined where none of them has any. */
  readonly products: number | undefined
}

/** What is known of it now. */
export function watchFigures({ target }: BoardWatch): WatchFigures {
  if (target.kind === 'list') {
    const parts = listParts(target.question)
    const found = (state: ListPart['state']) => target.parts[parts.findIndex(part => part.state === state)]
    const [running = 0, waiting = 0] = [found('running')?.count, found('waiting')?.count]
    const errors = found('errors')
    const inError = errors?.isCut === true ? undefined : errors?.count
    return { sessions: running + waiting, gone: 0, inError, running, waiting, errors: undefined, products: undefined }
  }
  const sessions = present(target)
  const seen = sessions.flatMap(session => session.seen ?? [])
  const sum = (pick: (one: Seen) => number) => seen.reduce((total, one) => total + pick(one), 0)
  const counted = seen.filter(({ products }) => products !== undefined)
  return {
    sessions: sessions.length,
    gone: target.sessions.length - sessions.length,
    inError: seen.filter(({ errors }) => errors > 0).length,
    running: sum(one => one.running),
    waiting: sum(one => one.waiting),
    errors: sum(one => one.errors),
    products: counted.length === 0 ? undefined : counted.reduce((total, { products = 0 }) => total + products, 0),
  }
}

/** Whether it runs or waits is not known for a part of it. */
export function isUnread({ target }: BoardWatch): boolean {
  if (target.kind === 'sessions') return present(target).some(({ seen }) => seen === undefined)
  return listParts(target.question).some(
    ({ by, isFigure }, index) => (isFigure !== true || by === 'rows') && target.parts[index] === undefined,
  )
}

/** All of it was read since the last change. */
function isKnown({ target, changedAt }: BoardWatch): boolean {
  if (target.kind === 'sessions') return true
  return listParts(target.question).every((_, index) => (target.parts[index]?.at ?? 0) >= changedAt)
}

/** Something of it runs or waits, as far as is known. */
export function isBusy({ target }: BoardWatch): boolean {
  if (target.kind === 'sessions') return present(target).some(isBusySession)
  return listParts(target.question).some(
    ({ isFigure }, index) => isFigure !== true && (target.parts[index]?.count ?? 1) > 0,
  )
}

/** @param minutes what the user takes for long */
function endKind(watch: BoardWatch, at: number, minutes: number): EndKind | undefined {
  const { target, changedAt } = watch
  if (target.kind === 'sessions' && present(target).length === 0) return 'gone'
  const still = at - changedAt
  if (isBusy(watch)) return still >= minutes * 60_000 ? 'stalled' : undefined
  return !isUnread(watch) && isKnown(watch) && still >= STILL_AFTER ? 'done' : undefined
}

function applied(watch: BoardWatch, event: WatchEvent): BoardWatch {
  const { target } = watch
  switch (event.type) {
    case 'looking':
      return { ...watch, lookedAt: event.at }
    case 'seen':
      return target.kind === 'sessions' ? afterSeen(watch, target, event) : watch
    case 'missing':
      return target.kind === 'sessions' ? afterMissing(watch, target, event.session) : watch
    case 'part':
      return target.kind === 'list' ? afterPart(watch, target, event) : watch
    case 'matched': {
      const next = target.kind === 'list' ? withMatched(target, event.keys, false) : target
      return next === target ? watch : { ...watch, target: next }
    }
    case 'failed': {
      const { type, ...trouble } = event
      return { ...watch, failures: watch.failures + 1, trouble }
    }
    case 'visited':
      return watch
  }
}

/**
 * The watch after something was found out. It ends only on an answer: what nobody has read is not said to be still.
 * @param minutes what the user takes for long
 */
export function afterLook(watch: BoardWatch, event: WatchEvent, minutes: number): BoardWatch {
  if (watch.end !== undefined) {
    if (event.type !== 'visited' || watch.end.isSeen) return watch
    return { ...watch, end: { ...watch.end, isSeen: true } }
  }
  const found = applied(watch, event)
  if (event.type !== 'seen' && event.type !== 'missing' && event.type !== 'part') return found
  // A clock that was ahead and is right again makes no change of the future.
  const next = found.changedAt > event.at ? { ...found, changedAt: event.at } : found
  const kind = endKind(next, event.at, minutes)
  return kind === undefined ? next : { ...next, end: { kind, at: event.at, isSeen: false } }
}

/** The board with what is watched on it; undefined where the board has no place for it. */
export function watchView({ target, end }: BoardWatch): ((view: BoardView) => BoardView) | undefined {
  if (target.kind === 'list') {
    const { source, name, state } = target.question
    const states = state === undefined ? [] : typeof state === 'object' ? state.anyOf : [state]
    return view => {
      const { source: before, ...rest } = closeSession(view)
      const own = source === undefined ? rest : { ...rest, source }
      const sessionSince = typeof state === 'object' ? state.since : undefined
      return setFilters(own, { sessionName: name, sessionState: sessionStates(states), sessionSince })
    }
  }
  const [only] = target.sessions
  if (only === undefined || target.sessions.length > 1 || end?.kind === 'gone') return undefined
  return view => selectSession(view, only, only.id)
}

/** Errors of many sessions grouped by cause: which cause, how many errors, in which sessions, since when. Pure. */
import type { CauseGroup } from './causes'
import type { ErrorList } from './error-lists'
import { errorListsOf } from './error-lists'
import type { ServiceError } from './service-error'
import type { Session } from './session'
import { sessionKey, totalCounters } from './session'
import { inCatalogueOrder } from './step-catalogue'

/** How many of the newest sessions in error are looked at. */
export const INCIDENT_SIZES = [30, 100] as const
export type IncidentSize = (typeof INCIDENT_SIZES)[number]

/** What the causes are sorted by, the most first. */
export const INCIDENT_SORTS = ['errors', 'sessions'] as const
export type IncidentSort = (typeof INCIDENT_SORTS)[number]

/** What became of reading a list. */
export type ListReading =
  | {
      readonly kind: 'read'
      readonly groups: readonly CauseGroup[]
      /** Rows that could not be read. */
      readonly unreadable: number
      /** It has no errors but these. */
      readonly isWhole: boolean
    }
  | { readonly kind: 'failed'; readonly error: ServiceError }
  /** The right to read such a list is missing: it was not asked, or refused. */
  | { readonly kind: 'right'; readonly right: string }

export interface ReadErrorList extends ErrorList {
  /** Undefined until it is read. */
  readonly reading: ListReading | undefined
}

/** Errors of a step. */
interface StepErrors {
  readonly stepId: string
  readonly errors: number
}

/** A session in error with its lists, as far as they were read. */
export interface IncidentSession {
  readonly session: Session
  /** When REGARDS answered about it, in page time. */
  readonly at: number
  readonly lists: readonly ReadErrorList[]
  /** Errors that REGARDS lists for no single session. */
  readonly unlisted: readonly StepErrors[]
}

/** A session of which no list was read yet. */
export function unreadSession(session: Session, at: number): IncidentSession {
  const steps = inCatalogueOrder(session.steps).map(step => ({ step, lists: errorListsOf(step) }))
  return {
    session,
    at,
    lists: steps.flatMap(({ lists }) => lists.map(list => ({ ...list, reading: undefined }))),
    unlisted: steps.flatMap(({ step: { stepId, state }, lists }) =>
      lists.length === 0 && state.errors > 0 ? [{ stepId, errors: state.errors }] : [],
    ),
  }
}

/** The newest of these that are in error, the newest first; without a date last. */
export function newestInError<S extends Session>(sessions: readonly S[], most: number): readonly S[] {
  const time = ({ lastUpdateDate }: Session) => (lastUpdateDate === undefined ? -Infinity : Date.parse(lastUpdateDate))
  const failing = sessions.filter(({ steps }) => totalCounters(steps).errors > 0)
  return failing.sort((a, b) => (time(a) === time(b) ? b.id - a.id : time(b) - time(a))).slice(0, most)
}

/** The sessions found now; of one that has not changed since, what was read stays. */
export function keepReadings(
  before: readonly IncidentSession[],
  found: readonly IncidentSession[],
): readonly IncidentSession[] {
  const known = new Map(before.map(one => [sessionKey(one.session), one]))
  return found.map(one => {
    const old = known.get(sessionKey(one.session))
    const { lastUpdateDate } = one.session
    const isSame = old !== undefined && lastUpdateDate !== undefined && old.session.lastUpdateDate === lastUpdateDate
    return isSame ? { ...one, lists: old.lists, unlisted: old.unlisted } : one
  })
}

/** The same sessions with what became of reading one list. */
export function withReading(
  sessions: readonly IncidentSession[],
  key: string,
  index: number,
  reading: ListReading | undefined,
): readonly IncidentSession[] {
  return sessions.map(one =>
    sessionKey(one.session) === key
      ? { ...one, lists: one.lists.map((list, place) => (place === index ? { ...list, reading } : list)) }
      : one,
  )
}

/** Lists that failed are to be read again. */
export function forgetFailures(sessions: readonly IncidentSession[]): readonly IncidentSession[] {
  return sessions.map(one => ({
    ...one,
    lists: one.lists.map(list => (list.reading?.kind === 'failed' ? { ...list, reading: undefined } : list)),
  }))
}

/** Every list of the session was read, or cannot be. */
const isDone = ({ lists }: IncidentSession) => lists.every(({ reading }) => reading !== undefined)

/** Where the errors of a cause are in a session. */
export interface CausePlace extends Pick<ErrorList, 'stepId' | 'list' | 'part'> {
  readonly count: number
}

interface CauseSession {
  readonly session: Session
  readonly at: number
  readonly count: number
  readonly first: string | undefined
  readonly last: string | undefined
  /** The list with most of them first. */
  readonly places: readonly CausePlace[]
}

/** One cause over all sessions. */
export interface IncidentCause extends CauseGroup {
  /** The session with most of them first. */
  readonly sessions: readonly CauseSession[]
  readonly steps: readonly StepErrors[]
}

/** Examples of the texts of a cause. */
const EXAMPLES = 3

type Dated = Pick<CauseGroup, 'first' | 'last'>

/** The earlier, or the later, of two dates; one that is none counts as missing. */
function outer(a: string | undefined, b: string | undefined, isLater: boolean): string | undefined {
  if (a === undefined || Number.isNaN(Date.parse(a))) return b
  if (b === undefined || Number.isNaN(Date.parse(b))) return a
  return isLater === Date.parse(a) >= Date.parse(b) ? a : b
}

function between(all: readonly Dated[]): Dated {
  return all.reduce<Dated>(
    (sum, { first, last }) => ({ first: outer(sum.first, first, false), last: outer(sum.last, last, true) }),
    { first: undefined, last: undefined },
  )
}

const sumOf = (all: readonly { readonly count: number }[]) => all.reduce((sum, { count }) => sum + count, 0)

/** A cause as it was met in one list. */
interface Met {
  readonly one: IncidentSession
  readonly list: ErrorList
  readonly group: CauseGroup
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function causeSession(met: readonly Met[], { session, at }: IncidentSession): CauseSession {
  const groups = met.map(({ group }) => group)
  const places = met.map(({ list: { stepId, list, part }, group: { count } }) => ({ stepId, list, part, count }))
  return { session, at, count: sumOf(groups), ...between(groups), places: places.sort((a, b) => b.count - a.count) }
}

function causeOf(pattern: string, met: readonly Met[], errors: number): IncidentCause {
  const bySession = new Map<IncidentSession, Met[]>()
  const bySteps = new Map<string, number>()
  for (const one of met) {
    bySession.set(one.one, [...(bySession.get(one.one) ?? []), one])
    bySteps.set(one.list.stepId, (bySteps.get(one.list.stepId) ?? 0) + one.group.count)
  }
  const groups = met.map(({ group }) => group)
  const count = sumOf(groups)
  return {
    pattern,
    count,
    share: count / errors,
    ...between(groups),
    examples: [...new Set(groups.flatMap(({ examples }) => examples))].slice(0, EXAMPLES),
    sessions: [...bySession].map(([one, own]) => causeSession(own, one)).sort((a, b) => b.count - a.count),
    steps: inCatalogueOrder([...bySteps].map(([stepId, own]) => ({ stepId, errors: own }))),
  }
}

/** Causes in an order: by one figure, where it is equal by the other, then by their texts. */
export function sortCauses(causes: readonly IncidentCause[], sort: IncidentSort): readonly IncidentCause[] {
  const byErrors = (a: IncidentCause, b: IncidentCause) => b.count - a.count
  const bySessions = (a: IncidentCause, b: IncidentCause) => b.sessions.length - a.sessions.length
  const [first, second] = sort === 'errors' ? [byErrors, bySessions] : [bySessions, byErrors]
  return causes.toSorted((a, b) => first(a, b) || second(a, b) || byText(a.pattern, b.pattern))
}

/** The causes of all errors read, most errors first. In whatever order the sessions come, it is the same. */
export function causesAcross(sessions: readonly IncidentSession[]): readonly IncidentCause[] {
  const inOrder = sessions.toSorted((a, b) => byText(sessionKey(a.session), sessionKey(b.session)))
  const met = new Map<string, Met[]>()
  let errors = 0
  for (const one of inOrder)
    for (const list of one.lists)
      if (list.reading?.kind === 'read')
        for (const group of list.reading.groups) {
          errors += group.count
          const own = met.get(group.pattern)
          if (own === undefined) met.set(group.pattern, [{ one, list, group }])
          else own.push({ one, list, group })
        }
  return sortCauses(
    [...met].map(([pattern, own]) => causeOf(pattern, own, errors)),
    'errors',
  )
}

/** A list that could not be read. */
export interface FailedList {
  readonly session: Session
  readonly list: ErrorList
  readonly error: ServiceError
}

/** Errors that cannot be looked at for want of a right. */
interface BarredErrors extends StepErrors {
  readonly right: string
}

/** What the causes are made of, and what is missing. */
export interface IncidentFigures {
  readonly sessions: number
  /** Sessions of which every list was read, or cannot be. */
  readonly done: number
  /** Sessions of which a list was read, or cannot be. */
  readonly begun: number
  /** Errors read. */
  readonly errors: number
  readonly unreadable: number
  /** Lists with more errors than were read. */
  readonly cut: number
  readonly failed: readonly FailedList[]
  readonly barred: readonly BarredErrors[]
  /** Errors that REGARDS lists for no single session, by step. */
  readonly unlisted: readonly StepErrors[]
  /** Every list that may be read was read to its end: no figure of a cause can be larger. */
  readonly isExact: boolean
}

/** Adds up by step, and by the right where there is one. */
function summed<E extends StepErrors>(all: readonly E[], keyOf: (one: E) => string): readonly E[] {
  const sums = new Map<string, E>()
  for (const one of all) {
    const key = keyOf(one)
    sums.set(key, { ...one, errors: one.errors + (sums.get(key)?.errors ?? 0) })
  }
  return inCatalogueOrder([...sums.values()])
}

export function incidentFigures(sessions: readonly IncidentSession[]): IncidentFigures {
  const all = sessions.flatMap(({ session, lists }) => lists.map(list => ({ session, list, reading: list.reading })))
  const read = all.flatMap(({ reading }) => (reading?.kind === 'read' ? [reading] : []))
  const failed = all.flatMap(({ session, list, reading }) =>
    reading?.kind === 'failed' ? [{ session, list, error: reading.error }] : [],
  )
  const barred = all.flatMap(({ list: { stepId, count }, reading }) =>
    reading?.kind === 'right' ? [{ stepId, errors: count, right: reading.right }] : [],
  )
  const done = sessions.filter(isDone).length
  const begun = sessions.filter(one => isDone(one) || one.lists.some(({ reading }) => reading !== undefined)).length
  const unreadable = read.reduce((sum, one) => sum + one.unreadable, 0)
  const cut = read.filter(({ isWhole }) => !isWhole).length
  return {
    ...{ sessions: sessions.length, done, begun, unreadable, cut, failed },
    errors: read.reduce((sum, { groups }) => sum + sumOf(groups), 0),
    barred: summed(barred, ({ stepId, right }) => `${stepId} ${right}`),
    unlisted: summed(
      sessions.flatMap(one => one.unlisted),
      ({ stepId }) => stepId,
    ),
    isExact: done === sessions.length && failed.length === 0 && cut === 0 && unreadable === 0,
  }
}

/** The answer to the question of every incident: one fault or thirty? */
export type IncidentVerdict =
  | { readonly kind: 'none' }
  /** Every error has the same cause. */
  | { readonly kind: 'all'; readonly sessions: number }
  /** One cause, or a few, explain most errors. */
  | { readonly kind: 'most'; readonly causes: number; readonly share: number; readonly sessions: number }
  /** No few causes do. */
  | { readonly kind: 'many'; readonly causes: number; readonly largest: number }

/** A single cause explains most errors from here on, a few from there on. */
const ONE_EXPLAINS = 0.5
const FEW_EXPLAIN = 0.8
const FEW = 3

/** The share of some of all, as it can be said: never all when some are left. */
export function shareSaid(share: number): number {
  return Math.floor(share * 100 + 1e-9) / 100
}

/** @param causes most errors first */
export function verdictOn(causes: readonly IncidentCause[]): IncidentVerdict {
  const [first] = causes
  if (first === undefined) return { kind: 'none' }
  if (causes.length === 1) return { kind: 'all', sessions: first.sessions.length }
  const errors = sumOf(causes)
  for (let count = 1; count <= Math.min(FEW, causes.length - 1); count++) {
    const some = causes.slice(0, count)
    const share = sumOf(some) / errors
    if (share < (count === 1 ? ONE_EXPLAINS : FEW_EXPLAIN)) continue
    const sessions = new Set(some.flatMap(one => one.sessions.map(({ session }) => sessionKey(session))))
    return { kind: 'most', causes: count, share: shareSaid(share), sessions: sessions.size }
  }
  return { kind: 'many', causes: causes.length, largest: first.count }
}

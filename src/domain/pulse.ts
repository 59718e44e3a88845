/** The last sessions of a source as marks: how many products each has, and how it stands. Pure. */
import type { Counters, Session } from './session'
import { sessionOutput, totalCounters } from './session'
import { setAsideCount, workingCount } from './step-reading'

/** Sessions of a pulse. */
export const PULSE_LENGTH = 10

/** How a session stands, the most urgent first: the first that applies is its shape. */
export const MARK_STATES = ['errors', 'waiting', 'running', 'leftOut', 'ok'] as const
export type MarkState = (typeof MARK_STATES)[number]

export interface Mark {
  readonly session: Session
  /** Undefined when no step of it counts products. */
  readonly products: number | undefined
  /** Of the session with most products, from 0 to 1: its height. */
  readonly share: number
  readonly state: MarkState
  readonly counters: Counters
  readonly leftOut: number
}

/** Where products are counted, the first that a session has. Steps of one line count different products. */
const PRODUCTS = [['oais', 'feature'], ['scan'], ['catalog']] as const

/** The products of a session: referenced, or generated where nothing references, or indexed. May be negative. */
export function sessionProducts(session: Session): number | undefined {
  for (const stepIds of PRODUCTS) {
    const output = sessionOutput(session, stepIds)
    if (output !== undefined) return output
  }
  return undefined
}

function stateOf(counters: Counters, leftOut: number): MarkState {
  const counts: Readonly<Record<Exclude<MarkState, 'ok'>, number>> = { ...counters, leftOut }
  return MARK_STATES.find(state => state !== 'ok' && counts[state] > 0) ?? 'ok'
}

const createdAt = ({ creationDate }: Session) => {
  const at = creationDate === undefined ? NaN : Date.parse(creationDate)
  return Number.isNaN(at) ? -Infinity : at
}

/** Below zero when `a` was created after `b`. Ids grow: they decide between sessions of one moment, and of none. */
function byCreation(a: Session, b: Session): number {
  const [before, after] = [createdAt(a), createdAt(b)]
  return before === after ? b.id - a.id : before < after ? 1 : -1
}

/** By creation: a relaunch of an old session does not make it a new one. */
export function newestFirst(sessions: readonly Session[]): readonly Session[] {
  return [...sessions].sort(byCreation)
}

export const isEarlier = (one: Session, other: Session) => byCreation(other, one) < 0

/** Nothing in it is running or waits for anything; one without counters has not begun. */
export function isFinished({ steps }: Session): boolean {
  return steps.length > 0 && steps.every(step => workingCount(step) === 0 && step.state.waiting <= 0)
}

/** A mark for each of the newest sessions, the newest last. */
export function pulseOf(sessions: readonly Session[]): readonly Mark[] {
  const shown = newestFirst(sessions).slice(0, PULSE_LENGTH).reverse()
  const products = shown.map(sessionProducts)
  const most = Math.max(0, ...products.map(count => count ?? 0))
  return shown.map((session, place) => {
    const count = products[place]
    const counters = totalCounters(session.steps)
    const leftOut = setAsideCount(session.steps)
    return {
      session,
      products: count,
      share: most === 0 ? 0 : Math.max(0, count ?? 0) / most,
      state: stateOf(counters, leftOut),
      counters,
      leftOut,
    }
  })
}

/** How many marks have each state, in the order of MARK_STATES; states without any left out. */
export function countStates(marks: readonly Mark[]): readonly (readonly [state: MarkState, count: number])[] {
  return MARK_STATES.flatMap(state => {
    const count = marks.filter(mark => mark.state === state).length
    return count === 0 ? [] : [[state, count] as const]
  })
}

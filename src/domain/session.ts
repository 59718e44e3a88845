/** Sources, sessions, steps and their counters, as used in the whole application (contract: docs/regards-api/sessions.md 1 and 2). */

/** The step types REGARDS knows, in the order data flows through them. */
export const STEP_TYPES = ['ACQUISITION', 'REFERENCING', 'STORAGE', 'DISSEMINATION'] as const
export type StepType = (typeof STEP_TYPES)[number]

/** What the lists can be filtered by, in the order of the screen; the values are the server's own (docs/regards-api/sessions.md 1.1). */
export const STATE_FILTERS = ['errors', 'waiting', 'running', 'ok'] as const
export type StateFilter = (typeof STATE_FILTERS)[number]

/** What sessions can be filtered by besides, which REGARDS does not know: rows are read and looked at. `attention` stands alone. */
export const SESSION_FILTERS = [...STATE_FILTERS, 'stalled', 'leftOut', 'changed', 'attention'] as const
export type SessionFilter = (typeof SESSION_FILTERS)[number]

/** How many work items of a step, a session or a source are in each state. Items, in the unit of the step. */
export interface Counters {
  readonly errors: number
  readonly waiting: number
  readonly running: number
}

/** A session's key: its name is unique only within its source. */
export interface SessionRef {
  readonly source: string
  readonly name: string
}

/** One step of a session, published by one microservice. */
export interface Step {
  readonly stepId: string
  /** One of STEP_TYPES, or a word of a newer REGARDS. */
  readonly type: string
  readonly inputRelated: number
  readonly outputRelated: number
  readonly state: Counters
  /** Every property the publisher counts, numbers already read from their text; NaN where the text is no number. */
  readonly properties: Readonly<Record<string, number>>
  /** ISO date of the last event. */
  readonly lastUpdateDate: string | undefined
}

export interface Session extends SessionRef {
  readonly id: number
  readonly creationDate: string | undefined
  readonly lastUpdateDate: string | undefined
  readonly steps: readonly Step[]
  /** REGARDS offered the `delete` link to this user (docs/regards-api/README.md 4). */
  readonly canDelete: boolean
}

/** What REGARDS adds up over the sessions of a source, per step type (docs/regards-api/sessions.md 1.1). */
interface SourceStep {
  readonly type: string
  /** May be negative: a purge makes it drift (docs/regards-api/sessions.md 1.4). */
  readonly totalIn: number
  readonly totalOut: number
  readonly state: Counters
}

export interface Source {
  readonly name: string
  readonly sessionCount: number
  readonly lastUpdateDate: string | undefined
  readonly steps: readonly SourceStep[]
}

/** A row the server sent that could not be read: shown as such and never acted on. */
export interface Unreadable {
  readonly unreadable: true
  /** The readable part of its name or id. */
  readonly label: string | undefined
}

/** One page of a list; `entries` keeps the server's places, so a broken row does not move the others. */
export interface Page<T> {
  readonly entries: readonly (T | Unreadable)[]
  readonly total: number
  /** There are more rows than `total`: several lists were read as one, up to a limit (src/domain/union.ts). */
  readonly isCut?: boolean
  /** They are the latest of a range of time, whatever their order. */
  readonly isOfRange?: boolean
  readonly looked?: Looked
}

/** Why rows of a list may be missing though it was not cut; each is there where it is so. */
export interface Looked {
  /** Some of its rows were looked for among the first of a longer list: how many of how many. */
  readonly read?: number
  readonly total?: number
  /** Those that changed were looked for among so many, updated last. */
  readonly compared?: number
  /** States were looked for among so many, updated last in the range of time. */
  readonly ofRange?: number
  /** Rows moved faster than they could be read. */
  readonly isMoved?: true
}

export function isUnreadable(entry: object): entry is Unreadable {
  return 'unreadable' in entry
}

/** Text that is equal for equal keys only, for maps and React. */
export function sessionKey(ref: SessionRef): string {
  return JSON.stringify([ref.source, ref.name])
}

export function isSameSession(a: SessionRef, b: SessionRef): boolean {
  return a.source === b.source && a.name === b.name
}

/** REGARDS stores no longer name, in characters. */
export const LONGEST_NAME = 255

/** True when no session can have these names. */
export function isTooLong({ source, name }: SessionRef): boolean {
  return Array.from(source).length > LONGEST_NAME || Array.from(name).length > LONGEST_NAME
}

/** Sums of the steps' states: what the badges show. A negative counter (events out of order, docs/regards-api/sessions.md 5) never enters a sum. */
export function totalCounters(steps: readonly { readonly state: Counters }[]): Counters {
  const sum = (pick: (c: Counters) => number) => steps.reduce((total, step) => total + Math.max(0, pick(step.state)), 0)
  return { errors: sum(c => c.errors), waiting: sum(c => c.waiting), running: sum(c => c.running) }
}

/** A source's figure for one step type as REGARDS adds it up; undefined when it has no such step. May be negative. */
export function sourceTotalOut(source: Source, type: StepType): number | undefined {
  return source.steps.find(step => step.type === type)?.totalOut
}

/** Products a session's publishers of these step ids put out; undefined when it has none of them. */
export function sessionOutput(session: Session, stepIds: readonly string[]): number | undefined {
  const steps = session.steps.filter(step => stepIds.includes(step.stepId))
  return steps.length === 0 ? undefined : steps.reduce((total, step) => total + step.outputRelated, 0)
}

/**
 * A run: the relaunches of many sessions, sent in order, two sessions at a time. Pure: what happens is an event, and
 * nothing is sent twice unless somebody asked for it again.
 */
import type { NotSentReason } from './action'
import type { RelaunchPlan } from './relaunch-preview'
import { relaunchesOf } from './relaunch-preview'
import type { Figures } from './relaunch-progress'
import { stepFigures } from './relaunch-progress'
import type { RelaunchOutcome } from './relaunch'
import { isFullSuccess, isRightRefusal, mayBeWorking, mergeOutcomes } from './relaunch'
import type { RequestType } from './request-type'
import type { Session, SessionRef } from './session'
import { isSameSession, sessionKey } from './session'
import type { RelaunchableStepId } from './step-catalogue'
import { relaunchOf } from './step-catalogue'

/** Sessions that are relaunched at the same time. */
const AT_ONCE = 2
/** So many relaunches without an answer in a row, and the run waits for somebody to look. */
const FAILING_AFTER = 2
/** An acquisition chain that runs is looked at again so rarely, in milliseconds, and so often at most. */
const CHAIN_AFTER = 10_000
const CHAIN_LOOKS = 60

/** Why a relaunch of a run was not sent; `stopped`: by the user; `elsewhere`, `otherTab`: the same was just sent there. */
type RunNotSent = Exclude<NotSentReason, 'signedOut'> | 'stopped' | 'elsewhere' | 'otherTab'

type ItemState =
  | { readonly kind: 'waiting' | 'sending' }
  | { readonly kind: 'answered'; readonly outcome: RelaunchOutcome }
  | { readonly kind: 'notSent'; readonly reason: RunNotSent }

/** One step of one session. */
export interface RunItem {
  readonly ref: SessionRef
  readonly id: number
  readonly stepId: RelaunchableStepId
  /** Errors it takes, as they were shown. */
  readonly count: number
  /** Counts up each time it is to be sent anew. */
  readonly attempt: number
  /** Only these FEM request types, when it is asked for again for those that failed. */
  readonly only?: readonly RequestType[]
  /** What came back the time before, for the parts that are not repeated. */
  readonly before?: RelaunchOutcome
  readonly state: ItemState
  /** When it was sent, in milliseconds; 0 before. */
  readonly since: number
  /** What the step counted when it was sent. */
  readonly baseline?: Figures
  /** What it counted last. */
  readonly current?: Figures
  /** When an answer first showed that. */
  readonly movedAt: number
  /** It waits for its acquisition chain until then, in milliseconds. */
  readonly notBefore?: number
  /** How often it has waited for it. */
  readonly looks?: number
  /** Its session is no longer there. */
  readonly isGone?: boolean
}

/** Why a run waits for a click. */
type PauseReason = 'user' | 'reloaded' | 'signedOut' | 'failing'

export interface Run {
  readonly id: string
  /** When it was started, in milliseconds. */
  readonly startedAt: number
  readonly items: readonly RunItem[]
  /** Undefined while it goes on. */
  readonly paused: PauseReason | undefined
  /** Relaunches without an answer since the last one that had one. */
  readonly unanswered: number
}

export type RunEvent =
  | { readonly type: 'sending'; readonly index: number; readonly at: number }
  | {
      readonly type: 'answered'
      readonly index: number
      readonly outcome: RelaunchOutcome
      /** The session as it was when it was sent. */
      readonly baseline: Session | undefined
    }
  | { readonly type: 'notSent'; readonly index: number; readonly reason: RunNotSent | 'signedOut' }
  /** Not sent yet: an earlier relaunch of this run keeps its acquisition chain busy. */
  | { readonly type: 'postponed'; readonly index: number; readonly at: number }
  | { readonly type: 'paused'; readonly reason: PauseReason }
  | { readonly type: 'resumed' | 'stopped' | 'reloaded' | 'again' }
  /** One relaunch whose outcome is unknown, by somebody who read what that means. */
  | { readonly type: 'againUnknown'; readonly index: number }
  | { readonly type: 'seen'; readonly session: Session; readonly at: number }
  | { readonly type: 'gone'; readonly ref: SessionRef }

export type Result =
  | 'waiting'
  | 'sending'
  | 'accepted'
  /** Some of it. */
  | 'partly'
  /** Nothing was there to relaunch. */
  | 'nothing'
  | 'refused'
  | 'unknown'
  | 'notSent'

/** Everything that is relaunched of a plan, in its order. */
export function startRun(plan: RelaunchPlan, id: string, at: number): Run {
  const items = plan.sessions.flatMap(one =>
    relaunchesOf(one).map(({ stepId, taken }): RunItem => {
      const { source, name, id: sessionId } = one.session
      const own = { ref: { source, name }, id: sessionId, stepId, count: taken }
      return { ...own, attempt: 0, state: { kind: 'waiting' }, since: 0, movedAt: 0 }
    }),
  )
  return { id, startedAt: at, items, paused: undefined, unanswered: 0 }
}

/** The source whose acquisition chain carries out this relaunch: it takes one at a time (docs/regards-api/actions.md 2.1). */
function chainOf({ ref, stepId }: RunItem): string | undefined {
  return relaunchOf(stepId)?.needsChain === true ? ref.source : undefined
}

/** The place of what is to be sent next; undefined when nothing is, for now or at all. */
export function nextItem({ items, paused }: Run, now = Infinity): number | undefined {
  if (paused !== undefined) return undefined
  const sending = items.filter(({ state }) => state.kind === 'sending')
  const busy = new Set(sending.map(({ ref }) => sessionKey(ref)))
  const chains = new Set(sending.map(chainOf))
  if (busy.size >= AT_ONCE) return undefined
  const next = items.findIndex(item => {
    const { state, ref, notBefore = 0 } = item
    const chain = chainOf(item)
    const isFree = !busy.has(sessionKey(ref)) && (chain === undefined || !chains.has(chain))
    return state.kind === 'waiting' && isFree && notBefore <= now
  })
  return next < 0 ? undefined : next
}

/** When, after now, the first relaunch that waits for its acquisition chain is to be looked at again; undefined when none is. */
export function nextLook({ items, paused }: Run, now: number): number | undefined {
  const times = items.flatMap(({ state, notBefore }) =>
    state.kind === 'waiting' && notBefore !== undefined && notBefore > now ? [notBefore] : [],
  )
  return paused !== undefined || times.length === 0 ? undefined : Math.min(...times)
}

/** Whether an earlier relaunch of this run may keep the acquisition chain of this one busy. */
export function mayMeetOwnRun({ items }: Run, item: RunItem): boolean {
  const chain = chainOf(item)
  return (
    chain !== undefined &&
    (item.looks ?? 0) < CHAIN_LOOKS &&
    items.some(other => other !== item && chainOf(other) === chain && isFollowedItem(other))
  )
}

/** What became of an item, in one word. */
export function resultOf({ state }: RunItem): Result {
  if (state.kind !== 'answered') return state.kind
  const kinds = new Set(state.outcome.parts.map(({ outcome }) => outcome.kind))
  if (isFullSuccess(state.outcome)) return 'accepted'
  if (kinds.has('unknown')) return 'unknown'
  if (mayBeWorking(state.outcome)) return 'partly'
  return kinds.has('refused') ? 'refused' : 'nothing'
}

/** Whether "relaunch these again" takes it: it failed or was not sent, and another try is not in vain. */
export function isToRepeat(item: RunItem): boolean {
  const { state, stepId } = item
  if (state.kind === 'notSent') return state.reason !== 'otherTab' && state.reason !== 'gone'
  if (state.kind !== 'answered') return false
  const result = resultOf(item)
  const isDenied = state.outcome.parts.some(({ outcome }) => isRightRefusal(stepId, outcome))
  return (result === 'refused' || result === 'partly') && !isDenied
}

/** The item, to be sent again: of FEM requests only the types that were refused. */
function repeated({ before: _before, only: _only, ...item }: RunItem): RunItem {
  const outcome = item.state.kind === 'answered' ? item.state.outcome : undefined
  const refused = (outcome?.parts ?? []).flatMap(({ type, outcome: part }) =>
    type !== undefined && (part.kind === 'refused' || part.kind === 'unknown') ? [type] : [],
  )
  return {
    ...item,
    ...(outcome !== undefined && refused.length > 0 ? { before: outcome, only: refused } : {}),
    attempt: item.attempt + 1,
    state: { kind: 'waiting' },
  }
}

const LOST: RelaunchOutcome = { parts: [{ outcome: { kind: 'unknown', reason: 'reloaded' } }] }

const at = (run: Run, index: number, change: (item: RunItem) => RunItem): Run => ({
  ...run,
  items: run.items.map((item, place) => (place === index ? change(item) : item)),
})

/** The same run where nothing is another: it is neither drawn nor kept anew. */
function each(run: Run, change: (item: RunItem) => RunItem): Run {
  const items = run.items.map(change)
  return items.every((item, place) => item === run.items[place]) ? run : { ...run, items }
}

/** The run with one more relaunch that was, or was not, answered. */
function counting(run: Run, isAnswered: boolean): Run {
  const unanswered = isAnswered ? 0 : run.unanswered + 1
  const isFailing = unanswered >= FAILING_AFTER && isUnfinished(run)
  return { ...run, unanswered, paused: run.paused ?? (isFailing ? 'failing' : undefined) }
}

const figuresIn = (session: Session | undefined, stepId: string): Figures | undefined => {
  const step = session?.steps.find(one => one.stepId === stepId)
  return step && stepFigures(step)
}

function answered(item: RunItem, outcome: RelaunchOutcome, session: Session | undefined): RunItem {
  const baseline = figuresIn(session, item.stepId)
  return {
    ...item,
    state: { kind: 'answered', outcome: mergeOutcomes(item.before, outcome) },
    ...(baseline === undefined ? {} : { baseline, current: baseline }),
    movedAt: 0,
  }
}

function seen(item: RunItem, session: Session, time: number): RunItem {
  const current = figuresIn(session, item.stepId)
  // A session that came anew under the same names is another one.
  if (!isSameSession(item.ref, session) || item.id !== session.id || current === undefined || !isFollowedItem(item))
    return item
  if (item.current?.fingerprint === current.fingerprint) return item
  return { ...item, current, movedAt: time }
}

/** The run after something has happened. */
export function afterEvent(run: Run, event: RunEvent): Run {
  switch (event.type) {
    case 'sending':
      return at(run, event.index, item => ({ ...item, state: { kind: 'sending' }, since: event.at }))
    case 'answered': {
      const { index, outcome, baseline } = event
      const isUnknown = outcome.parts.every(part => part.outcome.kind === 'unknown')
      return counting(
        at(run, index, item => answered(item, outcome, baseline)),
        !isUnknown,
      )
    }
    case 'notSent': {
      const { index, reason } = event
      if (reason === 'signedOut')
        return {
          // Another attempt: this one was begun, and no tab begins it again.
          ...at(run, index, item => ({ ...item, attempt: item.attempt + 1, state: { kind: 'waiting' } })),
          paused: 'signedOut',
        }
      return counting(
        at(run, index, item => ({ ...item, state: { kind: 'notSent', reason } })),
        reason !== 'unread',
      )
    }
    case 'postponed': {
      const notBefore = event.at + CHAIN_AFTER
      const chain = run.items.map(chainOf)[event.index]
      const after = at(run, event.index, item => ({
        ...item,
        state: { kind: 'waiting' },
        looks: (item.looks ?? 0) + 1,
      }))
      // One look tells all that wait for the same chain.
      return each(after, item =>
        item.state.kind === 'waiting' && chain !== undefined && chainOf(item) === chain ? { ...item, notBefore } : item,
      )
    }
    case 'paused':
      return isUnfinished(run) ? { ...run, paused: run.paused ?? event.reason } : run
    case 'resumed':
      return { ...run, paused: undefined, unanswered: 0 }
    case 'stopped':
      return {
        ...each(run, item =>
          item.state.kind === 'waiting' ? { ...item, state: { kind: 'notSent', reason: 'stopped' } } : item,
        ),
        paused: undefined,
      }
    case 'reloaded': {
      const after = each(run, item =>
        item.state.kind === 'sending'
          ? { ...item, state: { kind: 'answered', outcome: mergeOutcomes(item.before, LOST) } }
          : item,
      )
      return isUnfinished(after) ? { ...after, paused: after.paused ?? 'reloaded' } : after
    }
    case 'again':
      return { ...each(run, item => (isToRepeat(item) ? repeated(item) : item)), paused: undefined, unanswered: 0 }
    case 'againUnknown':
      return {
        ...at(run, event.index, item => (resultOf(item) === 'unknown' ? repeated(item) : item)),
        paused: undefined,
        unanswered: 0,
      }
    case 'seen':
      return each(run, item => seen(item, event.session, event.at))
    case 'gone':
      return each(run, item => (isSameSession(item.ref, event.ref) ? { ...item, isGone: true } : item))
  }
}

/** Something is left to send, or under way. */
export function isUnfinished({ items }: Run): boolean {
  return items.some(({ state: { kind } }) => kind === 'waiting' || kind === 'sending')
}

export function isSending({ items }: Run): boolean {
  return items.some(({ state }) => state.kind === 'sending')
}

/** REGARDS works on it, or may: its counters are worth watching. */
export function isFollowedItem({ state }: RunItem): boolean {
  return state.kind === 'answered' && mayBeWorking(state.outcome)
}

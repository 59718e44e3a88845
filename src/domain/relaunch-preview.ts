/** What relaunching the errors of many sessions would do, step by step, before anything is sent. Pure. */
import type { Chain, ChainObstacle } from './chain'
import { chainObstacle } from './chain'
import type { Right } from './rights'
import { RELAUNCH_RIGHTS, rightName } from './rights'
import type { Session, Step } from './session'
import type { RelaunchableStepId } from './step-catalogue'
import { STEP_CATALOGUE, isRelaunchable, relaunchOf } from './step-catalogue'
import { relaunchableCount } from './step-reading'

/** What is known of the user and of REGARDS besides the counters. */
export interface RelaunchFacts {
  /** Names of the rights this user does not have. */
  readonly missing: ReadonlySet<string>
  /** The acquisition chains that have the name of a source; none for a source that could not be asked about. */
  readonly chains: ReadonlyMap<string, readonly Chain[]>
}

/** Whether the errors of a step are relaunched, and why not. */
type StepVerdict =
  | { readonly kind: 'relaunched' }
  /** Relaunched, though its acquisition chain could not be checked. */
  | { readonly kind: 'unchecked' }
  | { readonly kind: 'right'; readonly right: Right }
  | { readonly kind: 'chain'; readonly obstacle: ChainObstacle }
  /** Only invalid products; no relaunch for such a step; a session without a name, which REGARDS would take for all. */
  | { readonly kind: 'invalid' | 'noRelaunch' | 'nameless' }

export interface PlannedStep {
  readonly stepId: string
  /** Items in error. */
  readonly errors: number
  /** Those among them that one relaunch takes at most. */
  readonly taken: number
  readonly verdict: StepVerdict
}

export interface SessionPlan {
  readonly session: Session
  /** Those with errors, in the order of the session. */
  readonly steps: readonly PlannedStep[]
}

/** What is relaunched of a session. */
export type PlannedRelaunch = PlannedStep & { readonly stepId: RelaunchableStepId }

export interface RelaunchPlan {
  /** Sessions of which something is relaunched. */
  readonly sessions: readonly SessionPlan[]
  /** Those of which nothing is. */
  readonly others: readonly SessionPlan[]
  /** Relaunches that would be sent. */
  readonly relaunches: number
  /** Errors they take. */
  readonly errors: number
  /** Errors that stay for want of a right. */
  readonly notAllowed: number
  /** Errors that stay for any other reason. */
  readonly notPossible: number
}

export const isRelaunched = ({ verdict: { kind } }: PlannedStep): boolean =>
  kind === 'relaunched' || kind === 'unchecked'

function verdictOf({ source, name }: Session, step: Step, { missing, chains }: RelaunchFacts): StepVerdict {
  const { stepId } = step
  if (!isRelaunchable(stepId)) return { kind: 'noRelaunch' }
  if (relaunchableCount(step) === 0) return { kind: 'invalid' }
  const right = RELAUNCH_RIGHTS[stepId]
  if (missing.has(rightName(right))) return { kind: 'right', right }
  if (name === '') return { kind: 'nameless' }
  if (relaunchOf(stepId)?.needsChain !== true) return { kind: 'relaunched' }
  const found = chains.get(source)
  if (found === undefined) return { kind: 'unchecked' }
  const obstacle = chainObstacle(found)
  return obstacle === undefined ? { kind: 'relaunched' } : { kind: 'chain', obstacle }
}

function planStep(session: Session, step: Step, facts: RelaunchFacts): PlannedStep {
  const most = relaunchOf(step.stepId)?.most ?? Infinity
  const count = relaunchableCount(step)
  return {
    stepId: step.stepId,
    errors: Math.max(step.state.errors, count),
    taken: Math.min(count, most),
    verdict: verdictOf(session, step, facts),
  }
}

const PLACES: readonly string[] = Object.keys(STEP_CATALOGUE)

const placeOf = (stepId: string) => (PLACES.includes(stepId) ? PLACES.indexOf(stepId) : PLACES.length)

/** As data flows through the steps; those the catalogue does not know come last. */
const inFlow = (a: string, b: string) => placeOf(a) - placeOf(b)

function planSession(session: Session, facts: RelaunchFacts): SessionPlan {
  const failing = session.steps
    .filter(step => step.state.errors > 0 || relaunchableCount(step) > 0)
    .sort((a, b) => inFlow(a.stepId, b.stepId))
  return { session, steps: failing.map(step => planStep(session, step, facts)) }
}

/** The steps of a plan that are relaunched. */
export function relaunchesOf({ steps }: SessionPlan): readonly PlannedRelaunch[] {
  return steps.flatMap(step => {
    const { stepId } = step
    return isRelaunched(step) && isRelaunchable(stepId) ? [{ ...step, stepId }] : []
  })
}

/** What relaunching the errors of these sessions would do, each session in its place. */
export function planRelaunch(sessions: readonly Session[], facts: RelaunchFacts): RelaunchPlan {
  const plans = sessions.map(session => planSession(session, facts))
  const steps = plans.flatMap(plan => plan.steps)
  const sum = (of: (step: PlannedStep) => number) => steps.reduce((total, step) => total + of(step), 0)
  return {
    sessions: plans.filter(({ steps: planned }) => planned.some(isRelaunched)),
    others: plans.filter(({ steps: planned }) => !planned.some(isRelaunched)),
    relaunches: steps.filter(isRelaunched).length,
    errors: sum(step => (isRelaunched(step) ? step.taken : 0)),
    notAllowed: sum(({ verdict, errors }) => (verdict.kind === 'right' ? errors : 0)),
    notPossible: sum(step =>
      isRelaunched(step) ? step.errors - step.taken : step.verdict.kind === 'right' ? 0 : step.errors,
    ),
  }
}

/** The sources whose acquisition chain decides on a relaunch. */
export function sourcesToCheck(sessions: readonly Session[]): readonly string[] {
  const needing = sessions.filter(({ steps }) =>
    steps.some(step => relaunchOf(step.stepId)?.needsChain === true && relaunchableCount(step) > 0),
  )
  return [...new Set(needing.map(({ source }) => source))]
}

/** The kinds of steps that a plan relaunches, in the order of the catalogue, each with the steps it stands for. */
export function relaunchedSteps({ sessions }: RelaunchPlan): ReadonlyMap<RelaunchableStepId, readonly Step[]> {
  const found = new Map<RelaunchableStepId, Step[]>()
  for (const plan of sessions) {
    for (const { stepId } of relaunchesOf(plan)) {
      const own = plan.session.steps.filter(step => step.stepId === stepId)
      found.set(stepId, [...(found.get(stepId) ?? []), ...own])
    }
  }
  return new Map([...found].sort(([a], [b]) => inFlow(a, b)))
}

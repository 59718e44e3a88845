/** Progress of an action, computed from counter changes. Pure. */
import type { Session, Step } from './session'
import { totalCounters } from './session'
import { workingCount } from './step-reading'

/** After this time without a change, none is expected any more. */
export const STALLED_AFTER_MS = 120_000
/**
 * Between "no longer in error" and "running" a step can show neither for one folding (5 s + 2 s): "nothing left" counts
 * only after this time.
 */
const SETTLED_AFTER_MS = 10_000

/** The counters at one moment of an action. */
export interface Snapshot {
  /** Nothing of it is left to do. */
  readonly isOver: boolean
  /** Equal as long as no counter has changed. */
  readonly fingerprint: string
}

/** The figures of a step, or of a whole session, at one moment. */
export interface Figures extends Snapshot {
  readonly errors: number
  readonly working: number
}

/** An action, as it is now. */
export interface FollowedWork {
  /** When the action was confirmed. */
  readonly since: number
  /** As re-read when the action was confirmed; undefined while that reading is running. */
  readonly baseline: Snapshot | undefined
  readonly current: Snapshot
  /** When an answer first showed `current`; 0 when it has not changed since the start. */
  readonly movedAt: number
}

export type Phase =
  /** No counter has changed since the action. */
  | 'waiting'
  | 'moving'
  /** Nothing of it is left to do: of a relaunch, no errors and nothing running. */
  | 'done'
  /** 120 s without a counter change. */
  | 'stalled'

const fingerprint = (step: Step) => [step.stepId, step.state, Object.entries(step.properties).sort()]

function figures(errors: number, working: number, fingerprints: unknown): Figures {
  return { errors, working, isOver: errors === 0 && working === 0, fingerprint: JSON.stringify(fingerprints) }
}

export function stepFigures(step: Step): Figures {
  return figures(Math.max(0, step.state.errors), workingCount(step), fingerprint(step))
}

export function sessionFigures(session: Session): Figures {
  const steps = [...session.steps].sort((a, b) => (a.stepId < b.stepId ? -1 : 1))
  const working = steps.reduce((total, step) => total + workingCount(step), 0)
  return figures(totalCounters(steps).errors, working, steps.map(fingerprint))
}

/** The progress of an action in REGARDS. */
export function phaseOf({ since, baseline, current, movedAt }: FollowedWork, now: number): Phase {
  const stalledFor = now - Math.max(since, movedAt)
  const hasMoved = baseline !== undefined && baseline.fingerprint !== current.fingerprint
  if (hasMoved && current.isOver && stalledFor >= SETTLED_AFTER_MS) return 'done'
  if (stalledFor >= STALLED_AFTER_MS) return 'stalled'
  return hasMoved ? 'moving' : 'waiting'
}

/** A counter may change without an action: the session is then reloaded at the pace of REGARDS. */
export function isExpected(phase: Phase | undefined): boolean {
  return phase === 'waiting' || phase === 'moving'
}

/** The state of the items that were in error: never more recovered than the counters prove. */
export function relaunchFigures(
  baseline: Figures,
  current: Figures,
  runsJobs: boolean,
): { readonly recovered: number; readonly working: number; readonly failing: number } {
  const working = runsJobs ? 0 : current.working
  return {
    recovered: Math.max(0, baseline.errors - current.errors - working),
    working: current.working,
    failing: current.errors,
  }
}

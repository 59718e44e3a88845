/** When to ask again: every 5 s while relaunched work drains, else as often as the user chose (house.md 7). Pure. */
import type { Session, Step } from '@/domain/session'
import { totalCounters } from '@/domain/session'
import { workingCount } from '@/domain/step-reading'

/** REGARDS folds events every 5 s: asking faster shows nothing new (sessions.md 3). */
export const DRAIN_INTERVAL = 5_000
/** So long without any counter moving, and we no longer expect one to. */
export const STILL_AFTER = 120_000
/**
 * Between "no longer in error" and "running" a step can show neither for one folding (5 s + 2 s): nothing left counts
 * only when it has lasted.
 */
export const SETTLED_AFTER = 10_000
const LONGEST_INTERVAL = 300_000

/** The figures of a step, or of a whole session, at one moment. */
export interface Figures {
  readonly errors: number
  readonly working: number
  /** Equal as long as no counter has moved. */
  readonly print: string
}

/** Something relaunched, as it is now. */
export interface Drain {
  /** When the order was confirmed. */
  readonly since: number
  /** As re-read when the order was confirmed; undefined while that reading is under way. */
  readonly baseline: Figures | undefined
  readonly current: Figures
  /** When an answer first showed `current`; 0 when it has been so ever since we look. */
  readonly movedAt: number
}

export type DrainPhase =
  /** No counter has moved since the order. */
  | 'waiting'
  | 'moving'
  /** No errors and nothing running are left. */
  | 'done'
  /** 120 s without any counter moving. */
  | 'still'

const print = (step: Step) => [step.stepId, step.state, Object.entries(step.properties).sort()]

export function stepFigures(step: Step): Figures {
  return {
    errors: Math.max(0, step.state.errors),
    working: workingCount(step),
    print: JSON.stringify(print(step)),
  }
}

export function sessionFigures(session: Session): Figures {
  const steps = [...session.steps].sort((a, b) => (a.stepId < b.stepId ? -1 : 1))
  return {
    errors: totalCounters(steps).errors,
    working: steps.reduce((total, step) => total + workingCount(step), 0),
    print: JSON.stringify(steps.map(print)),
  }
}

/** How far the work put back by an order has come (issue section 7). */
export function drainPhase({ since, baseline, current, movedAt }: Drain, now: number): DrainPhase {
  const stillFor = now - Math.max(since, movedAt)
  const hasMoved = baseline !== undefined && baseline.print !== current.print
  if (hasMoved && current.errors === 0 && current.working === 0 && stillFor >= SETTLED_AFTER) return 'done'
  if (stillFor >= STILL_AFTER) return 'still'
  return hasMoved ? 'moving' : 'waiting'
}

/** Milliseconds until the next question, or false for none: the drain first, then the user's auto-refresh. */
export function refreshPace({
  phase,
  autoRefresh,
  sinceAnswer,
}: {
  /** Of the session's latest relaunch; undefined when there is none. */
  readonly phase: DrainPhase | undefined
  /** Seconds; 0 for off. */
  readonly autoRefresh: number
  /** Milliseconds since REGARDS last answered: while it does not, each wait doubles the last. */
  readonly sinceAnswer: number
}): number | false {
  const draining = phase === 'waiting' || phase === 'moving'
  const interval = draining ? DRAIN_INTERVAL : autoRefresh * 1000
  return interval > 0 && Math.min(LONGEST_INTERVAL, Math.max(interval, sinceAnswer))
}

/** What became of the items that were in error: never more recovered than the counters prove. */
export function drainFigures(
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

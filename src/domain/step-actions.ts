/** What can be done with a step now: the actions of its catalogue row whose condition holds, in the row's order. */
import type { Step } from './session'
import type { RelaunchAction, SeeAction } from './step-catalogue'
import { stepDefinition } from './step-catalogue'
import { holds, relaunchableCount } from './step-reading'

export interface OfferedSee {
  readonly action: SeeAction
  /** Rows its list holds, where the step counts them. */
  readonly count: number | undefined
}

interface OfferedRelaunch {
  readonly action: RelaunchAction
  /** Items a relaunch can restart. */
  readonly count: number
}

type OfferedAction = OfferedSee | OfferedRelaunch

export function isSee(offered: OfferedAction): offered is OfferedSee {
  return offered.action.id !== 'relaunch'
}

function seeCount({ when, counts }: SeeAction, step: Step): number | undefined {
  if (when === 'errors') return step.state.errors
  if (when === 'waiting') return step.state.waiting
  return counts?.reduce((total, id) => total + Math.max(0, step.properties[id] ?? 0), 0)
}

/** The buttons of a step, in order; none for a step of a newer REGARDS. */
export function offeredActions(step: Step): readonly OfferedAction[] {
  return (stepDefinition(step.stepId)?.actions ?? []).flatMap<OfferedAction>(action => {
    if (!holds(action.when, step)) return []
    if (action.id !== 'relaunch') return [{ action, count: seeCount(action, step) }]
    const count = relaunchableCount(step)
    return count > 0 ? [{ action, count }] : []
  })
}

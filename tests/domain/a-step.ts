/** Steps and sessions for tests, with defaults for everything that does not matter. */
import type { Counters, Session, Step } from '@/domain/session'

/** A step with these raw properties; its type and its flow matter to no reading. */
export function aStep(
  stepId: string,
  properties: Readonly<Record<string, number>> = {},
  state: Partial<Counters> = {},
  outputRelated = 0,
): Step {
  return {
    stepId,
    type: '',
    inputRelated: 0,
    outputRelated,
    state: { errors: 0, waiting: 0, running: 0, ...state },
    properties,
    lastUpdateDate: undefined,
  }
}

export function aSession(source: string, name: string, steps: readonly Step[] = [], id = 1): Session {
  return { id, source, name, creationDate: undefined, lastUpdateDate: undefined, steps, canDelete: false }
}

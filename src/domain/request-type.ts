/** The types of GeoJSON requests a session can have, and the properties that count them (docs/regards-api/sessions.md 6.4). */
import type { Step } from './session'

/** What FEM counts of each type of requests: all, those that run, are in error, and were denied. */
export const FEATURE_REQUESTS = {
  CREATION: {
    all: 'referencingRequests',
    running: 'runningReferencingRequests',
    errors: 'inErrorReferencingRequests',
    denied: 'deniedReferencingRequests',
  },
  UPDATE: {
    all: 'updateRequests',
    running: 'runningUpdateRequests',
    errors: 'inErrorUpdateRequests',
    denied: 'deniedUpdateRequests',
  },
  DELETION: {
    all: 'deleteRequests',
    running: 'runningDeleteRequests',
    errors: 'inErrorDeleteRequests',
    denied: 'deniedDeleteRequests',
  },
  NOTIFICATION: {
    all: 'notifyRequests',
    running: 'runningNotifyRequests',
    errors: 'inErrorNotifyRequests',
    denied: 'deniedNotifyRequests',
  },
} as const

export type RequestType = keyof typeof FEATURE_REQUESTS
export const REQUEST_TYPES = Object.keys(FEATURE_REQUESTS) as readonly RequestType[]

type Counter = keyof (typeof FEATURE_REQUESTS)[RequestType]

/** The properties that count the same of each type. */
export function featureCounters<C extends Counter>(counter: C): readonly (typeof FEATURE_REQUESTS)[RequestType][C][] {
  return REQUEST_TYPES.map(type => FEATURE_REQUESTS[type][counter])
}

/** Requests of this type in error; never below zero. */
export function errorsOfType(step: Step, type: RequestType): number {
  const count = step.properties[FEATURE_REQUESTS[type].errors] ?? 0
  return count > 0 ? count : 0
}

/** The FEM request types of a step that have errors now. */
export function requestTypesInError(step: Step): readonly RequestType[] {
  return REQUEST_TYPES.filter(type => errorsOfType(step, type) > 0)
}

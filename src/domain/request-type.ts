/** The types of GeoJSON requests a session can have, and what counts their errors (docs/regards-api/sessions.md 6.4). */
import type { Step } from './session'

/** The FEM request types a session can have in error, and the property that counts each (docs/regards-api/sessions.md 6.4). */
export const REQUEST_TYPE_ERRORS = {
  CREATION: 'inErrorReferencingRequests',
  UPDATE: 'inErrorUpdateRequests',
  DELETION: 'inErrorDeleteRequests',
  NOTIFICATION: 'inErrorNotifyRequests',
} as const
export type RequestType = keyof typeof REQUEST_TYPE_ERRORS

/** The FEM request types of a step that have errors now. */
export function requestTypesInError(step: Step): readonly RequestType[] {
  return (Object.keys(REQUEST_TYPE_ERRORS) as RequestType[]).filter(
    type => (step.properties[REQUEST_TYPE_ERRORS[type]] ?? 0) > 0,
  )
}

/** The record lists that hold the errors of a session. */
import type { RecordListId } from './record-list'
import type { RequestType } from './request-type'
import { errorsOfType, requestTypesInError } from './request-type'
import type { Session, Step } from './session'
import type { SeeAction } from './step-catalogue'
import { inCatalogueOrder, relaunchOf, stepDefinition } from './step-catalogue'
import { holds } from './step-reading'

/** A list with the errors of one step of a session, or with those of one type of requests. */
export interface ErrorList {
  readonly stepId: string
  readonly list: RecordListId
  /** Of a list that holds one type of requests. */
  readonly part: RequestType | undefined
  /** Errors that REGARDS counts there. */
  readonly count: number
}

/** The lists with errors of a step; none where REGARDS does not list its errors by session. */
export function errorListsOf(step: Step): readonly ErrorList[] {
  const { stepId, state } = step
  const see = stepDefinition(stepId)?.actions.find((action): action is SeeAction => action.id === 'seeErrors')
  if (see === undefined || !holds(see.when, step)) return []
  const { list } = see
  if (relaunchOf(stepId)?.isByRequestType !== true) return [{ stepId, list, part: undefined, count: state.errors }]
  return requestTypesInError(step).map(part => ({ stepId, list, part, count: errorsOfType(step, part) }))
}

/** The lists that hold the errors of a session, those without errors left out. */
export function errorLists({ steps }: Session): readonly ErrorList[] {
  return inCatalogueOrder(steps).flatMap(errorListsOf)
}

/** From a step to its relaunch calls, and from their answers to one outcome (docs/regards-api/actions.md 2). Exhaustive by type. */
import type { RelaunchOutcome } from '@/domain/relaunch'
import type { RequestType } from '@/domain/request-type'
import { requestTypesInError } from '@/domain/request-type'
import { ServiceError } from '@/domain/service-error'
import type { SessionRef, Step } from '@/domain/session'
import type { RelaunchableStepId } from '@/domain/step-catalogue'
import { userCheck } from './http'
import { accepted, asOneAction, counted, failure, oneAfterTheOther, outcomeOf } from './action-outcome'
import { batchesOf } from './restrictions'
import * as dataprovider from './rs-dataprovider'
import * as fem from './rs-fem'
import * as ingest from './rs-ingest'
import * as storage from './rs-storage'
import * as workers from './rs-worker-manager'

type Relaunch = (ref: SessionRef, step: Step, only?: readonly RequestType[]) => Promise<RelaunchOutcome>

const single = (call: (ref: SessionRef) => Promise<void>): Relaunch => {
  return async ref => ({ parts: [{ outcome: await outcomeOf(() => accepted(call(ref))) }] })
}

/** Each type once, whatever the caller passes. */
const typesOf = (step: Step, only: readonly RequestType[] | undefined) => [
  ...new Set(only ?? requestTypesInError(step)),
]

/** One call per type that has errors, one after the other: each may take the gateway's whole minute (docs/regards-api/actions.md 2.4). */
const relaunchFeatures: Relaunch = (ref, step, only) =>
  oneAfterTheOther(
    typesOf(step, only).map(type => ({
      type,
      call: () => counted(fem.relaunchErrors(ref, type)),
    })),
  )

/** The whole session by its names when they match no other session, else exactly its own requests by ids (docs/regards-api/actions.md 2.5). */
const relaunchWorkers: Relaunch = async ref => {
  const check = userCheck()
  let listed: workers.RequestsInError
  try {
    listed = await workers.findRequestsInError(ref)
  } catch (error) {
    if (!(error instanceof ServiceError) || error.isUnauthorised || error.isNotSent) throw error
    const outcome = failure(error)
    // Nothing was sent yet: a failed check means that the relaunch was not sent.
    if (outcome.kind !== 'refused') throw error
    return { parts: [{ outcome }] }
  }
  check()
  const { ids, hasOthers } = listed
  if (ids.length === 0) return { parts: [{ outcome: { kind: 'nothing' } }] }
  if (!hasOthers) return { parts: [{ outcome: await outcomeOf(() => accepted(workers.relaunchMatching(ref))) }] }
  return asOneAction(
    await oneAfterTheOther(batchesOf(ids).map(some => ({ call: () => accepted(workers.relaunchByIds(some)) }))),
  )
}

const RELAUNCHES = {
  scan: single(dataprovider.relaunchErrors),
  workers: relaunchWorkers,
  oais: single(ingest.relaunchErrors),
  feature: relaunchFeatures,
  storage: single(storage.relaunchErrors),
} satisfies Record<RelaunchableStepId, Relaunch>

/**
 * Relaunches the errors of a step.
 * @param step as just read: FEM is asked only for the types it has in error
 * @param only these FEM types, when a relaunch is repeated for those that failed
 * @returns the outcome of each call, refusals and unknown ones included
 * @throws ServiceError when the relaunch was not sent: no token, or a refused one
 */
export function relaunch(
  stepId: RelaunchableStepId,
  ref: SessionRef,
  step: Step,
  only?: readonly RequestType[],
): Promise<RelaunchOutcome> {
  return RELAUNCHES[stepId](ref, step, only)
}

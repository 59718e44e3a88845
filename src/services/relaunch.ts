/** From a step to its relaunch calls, and from their answers to one outcome (actions.md 2). Exhaustive by type. */
import type { PartOutcome, RelaunchOutcome, RelaunchPart, RequestType } from '@/domain/relaunch'
import { requestTypesInError } from '@/domain/relaunch'
import { ServiceError } from '@/domain/service-error'
import type { SessionRef, Step } from '@/domain/session'
import type { RelaunchableStepId } from '@/domain/step-catalogue'
import * as dataprovider from './rs-dataprovider'
import * as fem from './rs-fem'
import * as ingest from './rs-ingest'
import * as storage from './rs-storage'
import * as workers from './rs-worker-manager'

type Relaunch = (ref: SessionRef, step: Step, only?: readonly RequestType[]) => Promise<RelaunchOutcome>

function failure(error: ServiceError): PartOutcome {
  if (error.reason === 'timeout') return { kind: 'unknown', reason: 'timeout' }
  if (error.reason === 'offline' || error.reason === 'cut') return { kind: 'unknown', reason: 'noAnswer' }
  if (error.isOutcomeUnknown) return { kind: 'unknown', reason: 'gateway' }
  // Whatever came in place of an answer, it does not say that nothing was done.
  if (error.reason !== 'status') return { kind: 'unknown', reason: 'unreadable' }
  return { kind: 'refused', status: error.status ?? 0, messages: error.messages }
}

/**
 * How one call ended.
 * @throws ServiceError when the token was refused: then nothing was done
 */
async function outcomeOf(call: () => Promise<PartOutcome>): Promise<PartOutcome> {
  try {
    return await call()
  } catch (error) {
    if (!(error instanceof ServiceError) || error.isUnauthorised) throw error
    return failure(error)
  }
}

const accepted = async (call: Promise<void>): Promise<PartOutcome> => {
  await call
  return { kind: 'accepted' }
}

const single = (call: (ref: SessionRef) => Promise<void>): Relaunch => {
  return async ref => ({ parts: [{ outcome: await outcomeOf(() => accepted(call(ref))) }] })
}

/** Calls one after the other; a token that ends half-way is told as a refusal, since the first calls were done. */
async function oneAfterTheOther(
  calls: readonly { readonly type?: RequestType; readonly call: () => Promise<PartOutcome> }[],
): Promise<RelaunchOutcome> {
  const parts: RelaunchPart[] = []
  let isOver = false
  for (const { type, call } of calls) {
    const named = type === undefined ? {} : { type }
    if (isOver) {
      parts.push({ ...named, outcome: { kind: 'refused', status: 401, messages: [] } })
      continue
    }
    try {
      parts.push({ ...named, outcome: await outcomeOf(call) })
    } catch (error) {
      if (parts.length === 0) throw error
      isOver = true
      parts.push({ ...named, outcome: { kind: 'refused', status: 401, messages: [] } })
    }
  }
  return { parts }
}

/** Each type once, whoever asks. */
const typesOf = (step: Step, only: readonly RequestType[] | undefined) => [
  ...new Set(only ?? requestTypesInError(step)),
]

/** One call per type that has errors, one after the other: each may take the gateway's whole minute (actions.md 2.4). */
const relaunchFeatures: Relaunch = (ref, step, only) =>
  oneAfterTheOther(
    typesOf(step, only).map(type => ({
      type,
      call: async () => {
        const counted = await fem.relaunchErrors(ref, type)
        return counted.requested === 0 && counted.handled === 0 ? { kind: 'nothing' } : { kind: 'handled', ...counted }
      },
    })),
  )

function isNotEmpty<T>(list: readonly T[]): list is readonly [T, ...T[]] {
  return list.length > 0
}

/** The whole session by its names when nobody else matches them, else exactly its own requests by ids (actions.md 2.5). */
const relaunchWorkers: Relaunch = async ref => {
  let listed: workers.RequestsInError
  try {
    listed = await workers.findRequestsInError(ref)
  } catch (error) {
    if (!(error instanceof ServiceError) || error.isUnauthorised) throw error
    const outcome = failure(error)
    // Nothing was ordered yet: without an answer that says why, the order was simply not sent.
    if (outcome.kind !== 'refused') throw error
    return { parts: [{ outcome }] }
  }
  const { ids, hasOthers } = listed
  if (!isNotEmpty(ids)) return { parts: [{ outcome: { kind: 'nothing' } }] }
  if (!hasOthers) return { parts: [{ outcome: await outcomeOf(() => accepted(workers.relaunchMatching(ref))) }] }

  const orders: (() => Promise<PartOutcome>)[] = []
  for (let start = 0; start < ids.length; start += workers.IDS_PER_ORDER) {
    const some = ids.slice(start, start + workers.IDS_PER_ORDER)
    if (isNotEmpty(some)) orders.push(() => accepted(workers.relaunchByIds(some)))
  }
  const { parts } = await oneAfterTheOther(orders.map(call => ({ call })))
  // One order to the reader, however many calls it took.
  const failed = parts.filter(({ outcome }) => outcome.kind !== 'accepted')
  return { parts: failed.length === parts.length ? failed.slice(0, 1) : [{ outcome: { kind: 'accepted' } }, ...failed] }
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
 * @param only these FEM types, when an order is repeated for those that failed
 * @returns what became of each call; refusals and unknown outcomes are parts of it
 * @throws ServiceError when the order was not sent: no token, or a refused one
 */
export function relaunch(
  stepId: RelaunchableStepId,
  ref: SessionRef,
  step: Step,
  only?: readonly RequestType[],
): Promise<RelaunchOutcome> {
  return RELAUNCHES[stepId](ref, step, only)
}

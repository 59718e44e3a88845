/** Actions on a list: for exactly these requests, these products, this data source (docs/regards-api/actions.md 2, 3.9). */
import type { ListRelaunchedByIds, RelaunchByIds, VersioningDecision } from '@/domain/record-list'
import type { PartOutcome, RelaunchOutcome } from '@/domain/relaunch'
import { ServiceError } from '@/domain/service-error'
import { userCheck } from './http'
import { accepted, asOneAction, counted, oneAfterTheOther, outcomeOf } from './action-outcome'
import type { Ids } from './restrictions'
import { batchesOf } from './restrictions'
import * as dam from './rs-dam'
import * as fem from './rs-fem'
import * as ingest from './rs-ingest'
import * as workers from './rs-worker-manager'

/** The call for some of the requests of a list. */
const CALLS: Readonly<Record<ListRelaunchedByIds, (action: RelaunchByIds, ids: Ids) => Promise<PartOutcome>>> = {
  oaisErrors: ({ ref }, ids) => accepted(ingest.relaunchErrors(ref, ids)),
  featureErrors: ({ ref, type }, ids) => {
    if (type === undefined) throw new ServiceError({ service: 'rs-fem', reason: 'unaddressable' })
    return counted(fem.relaunchErrors(ref, type, ids))
  },
  workerErrors: (_action, ids) => accepted(workers.relaunchByIds(ids, 'inError')),
  workerWaiting: (_action, ids) => accepted(workers.relaunchByIds(ids, 'waiting')),
}

const NOTHING: PartOutcome = { kind: 'nothing' }

/**
 * Relaunches exactly these requests, at most 1000 with each call.
 * @returns the outcomes of the calls, refusals and unknown ones included
 * @throws ServiceError when the action was not sent: no token, a refused one, or no type where there are several
 */
export async function relaunchByIds(action: RelaunchByIds): Promise<RelaunchOutcome> {
  const { list, ids, type } = action
  const calls = batchesOf(ids).map(some => ({ ...(type && { type }), call: () => CALLS[list](action, some) }))
  // Without ids the server would take all it finds.
  return calls.length === 0 ? { parts: [{ outcome: NOTHING }] } : asOneAction(await oneAfterTheOther(calls))
}

/**
 * Decides on the version of products that wait. What was decided for the first thousands stays decided when a later
 * call fails, and the calls after it are not sent.
 * @returns `handled` when only a part of the products was decided on
 * @throws ServiceError when nothing was sent: no token, or a refused one
 */
export async function decideVersioning({ ref, mode, ids }: VersioningDecision): Promise<PartOutcome> {
  const decide = (some?: Ids) => outcomeOf(() => accepted(ingest.chooseVersioning(ref, mode, some)))
  if (ids === undefined) return decide()
  const batches = batchesOf(ids)
  const requested = batches.flat().length
  const check = userCheck()
  let handled = 0
  for (const some of batches) {
    let outcome: PartOutcome
    try {
      check()
      outcome = await decide(some)
    } catch (error) {
      if (handled === 0 || !(error instanceof ServiceError)) throw error
      return { kind: 'handled', handled, requested }
    }
    if (outcome.kind !== 'accepted') {
      return handled === 0 || outcome.kind === 'unknown' ? outcome : { kind: 'handled', handled, requested }
    }
    handled += some.length
  }
  return requested === 0 ? NOTHING : { kind: 'accepted' }
}

/**
 * Crawls this data source as soon as possible.
 * @throws ServiceError when the action was not sent: no token, a refused one, or an id no address can hold
 */
export function crawlNow(id: string): Promise<PartOutcome> {
  return outcomeOf(() => accepted(dam.crawlNow(id)))
}

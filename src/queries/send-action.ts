/** From a kind of action to its calls. Exhaustive by type. */
import type { QueryClient } from '@tanstack/react-query'
import type { ActionReport, Action } from '@/domain/action'
import type { RelaunchOutcome } from '@/domain/relaunch'
import { ServiceError } from '@/domain/service-error'
import type { Session, SessionRef } from '@/domain/session'
import { relaunchableCount } from '@/domain/step-reading'
import { userCheck } from '@/services/http'
import { crawlNow, decideVersioning, relaunchByIds } from '@/services/record-actions'
import { relaunch } from '@/services/relaunch'
import { readSession, sessionQuery } from './board'
import { sendDeletion } from './send-deletion'

/** The session as it is now; as last seen when REGARDS cannot say; never the old one once REGARDS said it is gone. */
async function sessionNow(queryClient: QueryClient, ref: SessionRef, knownFor: number): Promise<Session> {
  const question = sessionQuery(ref)
  const { data, dataUpdatedAt = 0 } = queryClient.getQueryState(question.queryKey) ?? {}
  if (data !== undefined && Math.abs(Date.now() - dataUpdatedAt) < knownFor) return data
  try {
    return await readSession(queryClient, ref)
  } catch (error) {
    const known = queryClient.getQueryData(question.queryKey)
    if (!(error instanceof ServiceError) || error.isUnauthorised || error.isNotFound || known === undefined) throw error
    return known
  }
}

const NOTHING: RelaunchOutcome = { parts: [{ outcome: { kind: 'nothing' } }] }

const SEND: {
  readonly [K in Action['kind']]: (
    action: Extract<Action, { readonly kind: K }>,
    queryClient: QueryClient,
    knownFor: number,
  ) => Promise<ActionReport>
} = {
  relaunch: async (action, queryClient, knownFor) => {
    const check = userCheck()
    const baseline = await sessionNow(queryClient, action.ref, knownFor)
    check()
    // What was chosen was seen in a list: counters, some seconds late, say nothing about it.
    if (action.selected !== undefined) return { outcome: await relaunchByIds(action.selected), baseline }
    const step = baseline.steps.find(({ stepId }) => stepId === action.stepId)
    // Somebody else was faster, or the errors went away meanwhile.
    if (step === undefined || relaunchableCount(step) === 0) return { outcome: NOTHING, baseline }
    return { outcome: await relaunch(action.stepId, action.ref, step, action.only), baseline }
  },

  versioning: async (action, queryClient) => ({
    baseline: queryClient.getQueryData(sessionQuery(action.ref).queryKey),
    outcome: { parts: [{ outcome: await decideVersioning(action) }] },
  }),

  crawl: async ({ id }) => ({ baseline: undefined, outcome: { parts: [{ outcome: await crawlNow(id) }] } }),

  deletion: sendDeletion,
}

/**
 * Sends one action, once.
 * @param knownFor a relaunch reads the session anew unless it was read since so many milliseconds
 * @returns what came back; refusals and unknown outcomes are parts of it
 * @throws ServiceError when nothing was sent (domain/action.ts says why)
 */
export function sendAction(action: Action, queryClient: QueryClient, knownFor = 0): Promise<ActionReport> {
  // The table is exhaustive by kind; the compiler does not follow a key into the union it comes from.
  const send = SEND[action.kind] as (
    action: Action,
    queryClient: QueryClient,
    knownFor: number,
  ) => Promise<ActionReport>
  return send(action, queryClient, knownFor)
}

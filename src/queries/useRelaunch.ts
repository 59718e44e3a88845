/** The one relaunch mutation: one order, one answer, then the whole board is asked again. */
import type { QueryClient } from '@tanstack/react-query'
import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import type { RelaunchByIds } from '@/domain/record-list'
import type { RelaunchOutcome } from '@/domain/relaunch'
import type { RequestType } from '@/domain/request-type'
import { mayBeWorking } from '@/domain/relaunch'
import { ServiceError } from '@/domain/service-error'
import type { Session, SessionRef } from '@/domain/session'
import type { RelaunchableStepId } from '@/domain/step-catalogue'
import { relaunchableCount } from '@/domain/step-reading'
import { relaunchByIds } from '@/services/record-orders'
import { relaunch } from '@/services/relaunch'
import { session } from './board'
import { keys } from './keys'
import { orderOptions } from './order-options'

export interface RelaunchOrder {
  readonly ref: SessionRef
  readonly stepId: RelaunchableStepId
  /** Only these FEM request types, when an order is repeated for those that failed. */
  readonly only?: readonly RequestType[] | undefined
  /** Exactly these requests, chosen in a list. */
  readonly chosen?: RelaunchByIds | undefined
}

export interface RelaunchReport {
  readonly order: RelaunchOrder
  readonly outcome: RelaunchOutcome
  /** The session as re-read when the order was confirmed: what the drain is measured against. */
  readonly baseline: Session
}

/** The session as it is now; as last seen when REGARDS cannot say; never the old one once REGARDS said it is gone. */
async function sessionNow(queryClient: QueryClient, ref: SessionRef): Promise<Session> {
  const question = session(ref)
  try {
    return await queryClient.query({ ...question, staleTime: 0, retry: false })
  } catch (error) {
    const known = queryClient.getQueryData(question.queryKey)
    if (!(error instanceof ServiceError) || error.isUnauthorised || error.isNotFound || known === undefined) throw error
    return known
  }
}

const NOTHING: RelaunchOutcome = { parts: [{ outcome: { kind: 'nothing' } }] }

async function sendOrder(queryClient: QueryClient, order: RelaunchOrder): Promise<RelaunchReport> {
  const baseline = await sessionNow(queryClient, order.ref)
  // What was chosen was seen in a list: counters, some seconds late, say nothing about it.
  if (order.chosen !== undefined) return { order, outcome: await relaunchByIds(order.chosen), baseline }
  const step = baseline.steps.find(({ stepId }) => stepId === order.stepId)
  // Somebody else was faster, or the errors were cured meanwhile.
  if (step === undefined || relaunchableCount(step) === 0) return { order, outcome: NOTHING, baseline }
  return { order, outcome: await relaunch(order.stepId, order.ref, step, order.only), baseline }
}

export interface Relaunching {
  /** Sends one order; rejects with a ServiceError when it was NOT sent (no valid token, session gone). */
  readonly send: (order: RelaunchOrder) => Promise<RelaunchReport>
  /** Until the board has been asked again. */
  readonly isPending: boolean
}

/** Relaunches the errors of a step of this session (actions.md 2). */
export function useRelaunch(ref: SessionRef): Relaunching {
  const queryClient = useQueryClient()
  const { mutateAsync, isPending } = useMutation({
    mutationKey: keys.relaunch(ref),
    mutationFn: (order: RelaunchOrder) => sendOrder(queryClient, order),
    ...orderOptions(queryClient),
  })
  return { send: mutateAsync, isPending }
}

/** A relaunch of this session that REGARDS may be working on. */
export interface Relaunched {
  readonly stepId: RelaunchableStepId
  readonly since: number
  readonly report: RelaunchReport | undefined
}

function isReport(value: unknown): value is RelaunchReport {
  return typeof value === 'object' && value !== null && 'baseline' in value
}

function isOrder(value: unknown): value is RelaunchOrder {
  return typeof value === 'object' && value !== null && 'stepId' in value
}

/** The latest relaunch of each step of this session, pending ones included, those that failed left out. */
export function useRelaunched(ref: SessionRef): readonly Relaunched[] {
  const orders = useMutationState({
    filters: { mutationKey: keys.relaunch(ref), exact: true },
    select: ({ state: { status, submittedAt, variables, data } }) => ({ status, since: submittedAt, variables, data }),
  })
  const latest = new Map<RelaunchableStepId, Relaunched>()
  for (const { status, since, variables, data } of orders) {
    if (!isOrder(variables) || status === 'error') continue
    const report = isReport(data) ? data : undefined
    if (report !== undefined && !mayBeWorking(report.outcome)) continue
    latest.set(variables.stepId, { stepId: variables.stepId, since, report })
  }
  return [...latest.values()]
}

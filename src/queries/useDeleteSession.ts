/** The one deletion mutation: the session is read again, one order goes out by its id, then the whole board is asked again. */
import type { QueryClient } from '@tanstack/react-query'
import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import type { PartOutcome } from '@/domain/relaunch'
import { mayBeWorking } from '@/domain/relaunch'
import { ServiceError } from '@/domain/service-error'
import type { Session, SessionRef } from '@/domain/session'
import { failure } from '@/services/order-outcome'
import { deleteSession } from '@/services/rs-admin'
import { session } from './board'
import { keys } from './keys'
import { orderOptions } from './order-options'

export interface DeletionOrder {
  readonly ref: SessionRef
  readonly id: number
}

export interface DeletionReport {
  /** accepted, refused or unknown: REGARDS publishes the order and tells nothing else (sessions.md 2.4). */
  readonly outcome: PartOutcome
  /** The session as re-read when the order was confirmed: what the countdown is measured against. */
  readonly baseline: Session
}

async function sendOrder(queryClient: QueryClient, { ref, id }: DeletionOrder): Promise<DeletionReport> {
  // Unlike a relaunch it never goes out on old figures: nobody deletes what REGARDS cannot even count.
  const baseline = await queryClient.query({ ...session(ref, id), staleTime: 0, retry: false })
  try {
    await deleteSession(baseline.id)
    return { outcome: { kind: 'accepted' }, baseline }
  } catch (error) {
    if (!(error instanceof ServiceError) || error.isUnauthorised || error.isNotFound) throw error
    return { outcome: failure(error), baseline }
  }
}

export interface Deleting {
  /** Sends one order; rejects with a ServiceError when nothing was deleted by it (no valid token, session gone or unread). */
  readonly send: (order: DeletionOrder) => Promise<DeletionReport>
  /** Until the board has been asked again. */
  readonly isPending: boolean
}

/** Deletes the products of this session (sessions.md 7). */
export function useDeleteSession(ref: SessionRef): Deleting {
  const queryClient = useQueryClient()
  const { mutateAsync, isPending } = useMutation({
    mutationKey: keys.deletion(ref),
    mutationFn: (order: DeletionOrder) => sendOrder(queryClient, order),
    ...orderOptions(queryClient),
  })
  return { send: mutateAsync, isPending }
}

/** A deletion of this session that REGARDS may be working on. */
export interface Deletion {
  /** When it was confirmed, in milliseconds. */
  readonly since: number
  /** undefined while the order is under way. */
  readonly report: DeletionReport | undefined
}

function isReport(value: unknown): value is DeletionReport {
  return typeof value === 'object' && value !== null && 'baseline' in value
}

/** The latest deletion of this session that may be at work, a pending one included; undefined when there is none. */
export function useDeletion(ref: SessionRef): Deletion | undefined {
  const orders = useMutationState({
    filters: { mutationKey: keys.deletion(ref), exact: true },
    select: ({ state: { status, submittedAt, data } }) => ({ status, since: submittedAt, data }),
  })
  return orders
    .filter(({ status }) => status !== 'error')
    .map(({ since, data }) => ({ since, report: isReport(data) ? data : undefined }))
    .filter(({ report }) => report === undefined || mayBeWorking({ parts: [{ outcome: report.outcome }] }))
    .at(-1)
}

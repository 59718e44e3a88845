/** Orders given from a list that are no relaunch: a decision on versions, a crawl (actions.md 2.2, 3.9). One order, one answer, then the board is asked again. */
import type { MutationKey } from '@tanstack/react-query'
import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import type { VersioningOrder } from '@/domain/record-list'
import type { PartOutcome } from '@/domain/relaunch'
import type { SessionRef } from '@/domain/session'
import { isSameSession } from '@/domain/session'
import { crawlNow, decideVersioning } from '@/services/record-orders'
import { keys } from './keys'
import { orderOptions } from './order-options'

export interface RecordOrder<O> {
  /** Sends one order; rejects with a ServiceError when it was NOT sent. */
  readonly send: (order: O) => Promise<PartOutcome>
  /** Until the board has been asked again. */
  readonly isPending: boolean
}

function useRecordOrder<O>(give: (order: O) => Promise<PartOutcome>, mutationKey: MutationKey): RecordOrder<O> {
  const queryClient = useQueryClient()
  const { mutateAsync, isPending } = useMutation({
    mutationKey,
    mutationFn: give,
    ...orderOptions(queryClient),
  })
  return { send: mutateAsync, isPending }
}

/** Decides on the version of OAIS products that wait: `handled` when only for a part of them. */
export function useVersioningDecision(): RecordOrder<VersioningOrder> {
  return useRecordOrder(decideVersioning, keys.versioning)
}

const isVersioning = (value: unknown): value is VersioningOrder =>
  typeof value === 'object' && value !== null && 'ref' in value && 'mode' in value

/** When a decision on versions of this session was last sent, in milliseconds; REGARDS works on it for a while. */
export function useDecidedAt(ref: SessionRef): number | undefined {
  const sent = useMutationState({
    filters: { mutationKey: keys.versioning, status: 'success' },
    select: ({ state: { variables, submittedAt } }) =>
      isVersioning(variables) && isSameSession(variables.ref, ref) ? submittedAt : 0,
  })
  return sent.reduce((latest, at) => Math.max(latest, at), 0) || undefined
}

/** Has a data source, named by its id, crawled as soon as possible. */
export function useCrawlNow(): RecordOrder<string> {
  return useRecordOrder(crawlNow, keys.crawl)
}

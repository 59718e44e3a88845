/** Orders given from a list that are no relaunch: a decision on versions, a crawl (actions.md 2.2, 3.9). One order, one answer, then the board is asked again. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { VersioningOrder } from '@/domain/record-list'
import type { PartOutcome } from '@/domain/relaunch'
import { crawlNow, decideVersioning } from '@/services/record-orders'
import { orderOptions } from './order-options'

export interface RecordOrder<O> {
  /** Sends one order; rejects with a ServiceError when it was NOT sent. */
  readonly send: (order: O) => Promise<PartOutcome>
  /** Until the board has been asked again. */
  readonly isPending: boolean
}

function useRecordOrder<O>(give: (order: O) => Promise<PartOutcome>): RecordOrder<O> {
  const queryClient = useQueryClient()
  const { mutateAsync, isPending } = useMutation({
    mutationFn: give,
    ...orderOptions(queryClient),
  })
  return { send: mutateAsync, isPending }
}

/** Decides on the version of OAIS products that wait: `handled` when only for a part of them. */
export function useVersioningDecision(): RecordOrder<VersioningOrder> {
  return useRecordOrder(decideVersioning)
}

/** Has a data source, named by its id, crawled as soon as possible. */
export function useCrawlNow(): RecordOrder<string> {
  return useRecordOrder(crawlNow)
}

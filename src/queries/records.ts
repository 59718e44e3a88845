/** One query for all record lists: read page after page, as far as one scrolls or asks to read (actions.md 3). */
import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { infiniteQueryOptions, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { RecordListId, RecordPage, RecordQuestion, RecordRows } from '@/domain/record-list'
import type { ServiceError } from '@/domain/service-error'
import { isUnreadable } from '@/domain/session'
import { findRecords } from '@/services/record-lists'
import { pageTime } from '@/stores/server-clock'
import { keys } from './keys'

/** REGARDS folds its counters every 5 s: nothing is new before (sessions.md 3). */
const FRESH = 5_000
/** Lists are large: one that is closed is soon forgotten. */
const KEPT = 30_000

const receivedOf = (pages: readonly RecordPage<object>[]): number =>
  pages.reduce((total, { received }) => total + received, 0)

export function records<L extends RecordListId>(list: L, question: RecordQuestion) {
  return infiniteQueryOptions({
    queryKey: keys.records(list, question),
    queryFn: ({ pageParam, signal }) => findRecords(list, question, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => (last.received > 0 && receivedOf(pages) < last.total ? pages.length : undefined),
    staleTime: FRESH,
    gcTime: KEPT,
  })
}

export interface RecordList<R> {
  /** Rows read so far, each once, in the server's order; undefined before the first that is its own, or the end. */
  readonly rows: readonly R[] | undefined
  /** Rows the server sent that could not be read. */
  readonly unreadable: number
  /** Rows the server sent, those of other sessions included. */
  readonly received: number
  /** Rows the server says there are, those of other sessions included. */
  readonly total: number
  /** Rows that belong to sessions of look-alike names, among those received. */
  readonly others: number
  readonly isComplete: boolean
  readonly isFetching: boolean
  /** Reading to the end was asked for and is under way. */
  readonly isReadingAll: boolean
  readonly readMore: () => void
  readonly readAll: () => void
  /** Stops reading; what was read stays. */
  readonly stop: () => void
  readonly error: ServiceError | null
  /** When REGARDS last answered, in milliseconds of page time; 0 for never. */
  readonly answeredAt: number
  readonly retry: () => void
  /** Asks again for the pages that hold these rows, and for no other. */
  readonly askAgain: (keys: ReadonlySet<string>) => Promise<void>
}

interface Read<R> {
  readonly rows: readonly R[]
  readonly unreadable: number
  readonly others: number
}

/** The rows of all pages; one that moved from page to page while they were read is there once. */
function readOf<R extends { readonly key: string }>({ pages }: InfiniteData<RecordPage<R>>): Read<R> {
  const rows = new Map<string, R>()
  let unreadable = 0
  let own = 0
  for (const { entries } of pages) {
    own += entries.length
    for (const entry of entries) {
      if (isUnreadable(entry)) unreadable++
      else rows.set(entry.key, entry)
    }
  }
  return { rows: [...rows.values()], unreadable, others: receivedOf(pages) - own }
}

/** Puts a page just read in the place of the one that was there. */
async function askPageAgain(
  queryClient: QueryClient,
  list: RecordListId,
  question: RecordQuestion,
  page: number,
): Promise<void> {
  const fresh = await findRecords(list, question, page)
  queryClient.setQueryData(
    records(list, question).queryKey,
    before => before && { ...before, pages: before.pages.map((old, place) => (place === page ? fresh : old)) },
  )
}

/** A list as far as it has been read. */
export function useRecordList<L extends RecordListId>(list: L, question: RecordQuestion): RecordList<RecordRows[L]> {
  const queryClient = useQueryClient()
  const query = useInfiniteQuery(records(list, question))
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = query
  const [isReadingAll, setReadingAll] = useState(false)
  const isComplete = data !== undefined && !hasNextPage
  if (isReadingAll && !isFetching && (isComplete || isFetchNextPageError)) setReadingAll(false)
  const read = useMemo(() => (data === undefined ? undefined : readOf<RecordRows[L]>(data)), [data])
  // Pages of nothing but other sessions' rows are no answer yet: to call the list empty would be a lie.
  const isUnanswered = !isComplete && read?.rows.length === 0 && read.unreadable === 0
  const isReadingOn = isReadingAll || (isUnanswered && !isFetchNextPageError)
  useEffect(() => {
    if (isReadingOn && hasNextPage && !isFetching) void fetchNextPage()
    // The pages too: an answer may be there before React has drawn that it was asked for.
  }, [isReadingOn, hasNextPage, isFetching, fetchNextPage, data])
  const readMore = () => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }
  return {
    rows: isUnanswered ? undefined : read?.rows,
    unreadable: read?.unreadable ?? 0,
    received: receivedOf(data?.pages ?? []),
    total: data?.pages.at(-1)?.total ?? 0,
    others: read?.others ?? 0,
    isComplete,
    isFetching,
    isReadingAll,
    readMore,
    readAll: () => {
      setReadingAll(true)
      // At once: a page that failed before would read as the end of this.
      readMore()
    },
    stop: () => setReadingAll(false),
    error: query.error,
    answeredAt: pageTime(query.dataUpdatedAt),
    retry: () => void (isFetchNextPageError ? fetchNextPage() : query.refetch()),
    askAgain: async keys => {
      const holds = ({ entries }: RecordPage<RecordRows[L]>) =>
        entries.some(entry => !isUnreadable(entry) && keys.has(entry.key))
      const wanted = (data?.pages ?? []).flatMap((page, place) => (holds(page) ? [place] : []))
      // One that is not answered is asked by the next look.
      await Promise.allSettled(wanted.map(page => askPageAgain(queryClient, list, question, page)))
    },
  }
}

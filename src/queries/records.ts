/** One query for all record lists: read page after page, as far as the user scrolls or loads (docs/regards-api/actions.md 3). */
import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { infiniteQueryOptions, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { ReadPage } from '@/domain/list-reading'
import { movedRows, receivedOn, rowsOn } from '@/domain/list-reading'
import type { RecordListId, RecordPage, RecordListParams, RecordRows } from '@/domain/record-list'
import type { ServiceError } from '@/domain/service-error'
import { isUnreadable } from '@/domain/session'
import { findRecords } from '@/services/record-lists'
import { pageNow, pageTime } from '@/stores/server-clock'
import { keys } from './keys'
import { FIRST_PAGE, READ_LIMIT, askPage, nextPage } from './record-reading'
import type { PageParam } from './record-reading'
import { useGoingOver } from './useGoingOver'

/** REGARDS folds its counters every 5 s: nothing is new before (docs/regards-api/sessions.md 3). */
const FRESH = 5_000
/** Lists are large: a closed one is soon dropped from the cache. */
const KEPT = 30_000
/** Rows read so long ago are read again before all that follow them are. */
const OLD = 30_000
/** A list of which more pages were read is read again only when the user asks for it: to read all, or to reload. */
const SHORT = 4

export function recordsQuery<L extends RecordListId>(list: L, question: RecordListParams) {
  return infiniteQueryOptions({
    queryKey: keys.records(list, question),
    queryFn: ({ pageParam, signal }) => askPage(list, question, pageParam, signal),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: (_last, pages) => nextPage(pages),
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
  /** Received rows of sessions with similar names. */
  readonly others: number
  readonly isComplete: boolean
  /** Rows at least that came, went or changed places while the list was read; 0 for one that stayed unchanged. */
  readonly moved: number
  /** It is read once more from its beginning, because rows moved. */
  readonly isGoingOver: boolean
  /** Few enough pages were read to reload them automatically. */
  readonly isShort: boolean
  readonly isFetching: boolean
  /** Reading to the end was asked for and is running. */
  readonly isReadingAll: boolean
  /** Reading stopped at the limit of rows that are read without being scrolled to. */
  readonly isAtLimit: boolean
  readonly readMore: () => void
  /** Reads to the end, or 20,000 rows more. */
  readonly readAll: () => void
  /** Stops reading and rereading; rows read so far are kept. */
  readonly stop: () => void
  readonly error: ServiceError | null
  /** When REGARDS answered with the oldest of what is shown, in milliseconds of page time; 0 for never. */
  readonly answeredAt: number
  readonly retry: () => void
  /** Asks again for the pages that hold these rows, and for no other. */
  readonly refetchRows: (keys: ReadonlySet<string>) => Promise<void>
}

interface Read<R> {
  readonly rows: readonly R[]
  readonly unreadable: number
  readonly others: number
  readonly moved: number
  readonly oldest: number
}

/** The rows of all pages, and whether they stayed unchanged. Pages asked alone show the effect of the user's own action: there rows may move. */
function readOf<R extends { readonly key: string }>(pages: readonly ReadPage<R>[]): Read<R> {
  const all = rowsOn(pages)
  const { rows, unreadable, own } = all
  const settled = pages.filter(({ isAlone }) => isAlone !== true)
  const { repeated } = settled.length === pages.length ? all : rowsOn(settled)
  return {
    rows,
    unreadable,
    others: receivedOn(pages) - own,
    moved: movedRows(pages, repeated, nextPage(pages) === undefined),
    oldest: Math.min(...pages.map(({ at }) => at)),
  }
}

/** Puts a page just read in the place of the one that was there. */
async function askPageAgain(
  queryClient: QueryClient,
  list: RecordListId,
  question: RecordListParams,
  page: number,
): Promise<void> {
  const fresh = await findRecords(list, question, page)
  queryClient.setQueryData<InfiniteData<ReadPage<RecordRows[RecordListId]>, PageParam>>(
    recordsQuery(list, question).queryKey,
    before =>
      before && {
        ...before,
        pages: before.pages.map((old, place) =>
          place === page ? { ...fresh, at: Date.now(), hasMoved: old.hasMoved, isAlone: true } : old,
        ),
      },
  )
}

/** A list as far as it has been read. */
export function useRecordList<L extends RecordListId>(list: L, question: RecordListParams): RecordList<RecordRows[L]> {
  const queryClient = useQueryClient()
  const query = useInfiniteQuery(recordsQuery(list, question))
  const { data, hasNextPage, isFetching, isFetchingNextPage, isFetchNextPageError, fetchNextPage, refetch } = query
  const [isReadingAll, setReadingAll] = useState(false)
  const [allowed, setAllowed] = useState(READ_LIMIT)
  const read = useMemo(() => (data === undefined ? undefined : readOf<RecordRows[L]>(data.pages)), [data])
  const received = receivedOn(data?.pages ?? [])
  const isComplete = data !== undefined && !hasNextPage
  const isAtLimit = hasNextPage && received >= allowed
  // Pages with only rows of other sessions do not prove that the list is empty.
  const isUnanswered = !isComplete && !isAtLimit && read?.rows.length === 0 && read.unreadable === 0
  const isReadingOn = !isAtLimit && (isReadingAll || (isUnanswered && !isFetchNextPageError))
  const hasMoved = read !== undefined && read.moved > 0
  const isShort = (data?.pages.length ?? 0) <= SHORT
  const isDue = hasMoved && query.error === null && (isShort || isReadingAll) && !(isReadingOn && hasNextPage)
  const goingOver = useGoingOver(question.direction, isDue, isFetching, read, async () => {
    const { data: after } = await refetch()
    return new Set(after === undefined ? [] : readOf<RecordRows[L]>(after.pages).rows.map(({ key }) => key))
  })
  const { isGoingOver, changed, startAnew, giveUp } = goingOver
  const isAtEnd = (isComplete || isAtLimit) && !isGoingOver
  if (isReadingAll && !isFetching && (isAtEnd || query.error !== null)) setReadingAll(false)
  useEffect(() => {
    if (isReadingOn && hasNextPage && !isFetching) void fetchNextPage()
    // The pages too: an answer may come before React has rendered its request.
  }, [isReadingOn, hasNextPage, isFetching, fetchNextPage, data])
  const readMore = () => {
    // Scrolling on does not wait for the reload of earlier pages.
    if (hasNextPage && (!isFetching || (isGoingOver && !isFetchingNextPage))) void fetchNextPage()
  }
  return {
    rows: isUnanswered ? undefined : read?.rows,
    unreadable: read?.unreadable ?? 0,
    received,
    total: data?.pages.at(-1)?.total ?? 0,
    others: read?.others ?? 0,
    isComplete,
    moved: hasMoved && !isGoingOver ? Math.max(read.moved, changed) : 0,
    isGoingOver,
    isShort,
    isFetching,
    isReadingAll,
    isAtLimit,
    readMore,
    readAll: () => {
      setReadingAll(true)
      startAnew()
      setAllowed(received + READ_LIMIT)
      if (isFetching) return
      // At once: a page that failed before would read as the end of this. Rows read long ago are read again: what is
      // said of all of them must be true of one time.
      if (read !== undefined && pageNow() - pageTime(read.oldest) > OLD && !isFetchNextPageError) void refetch()
      else readMore()
    },
    stop: () => {
      setReadingAll(false)
      // A running request for a further page is kept; reloaded pages are as good as the present ones.
      if (!isGoingOver && (!isFetching || isFetchingNextPage)) return
      giveUp()
      if (!isFetchingNextPage)
        void queryClient.cancelQueries({ queryKey: recordsQuery(list, question).queryKey, exact: true })
    },
    error: query.error,
    answeredAt: pageTime(read?.oldest ?? 0),
    retry: () => {
      startAnew()
      void (isFetchNextPageError ? fetchNextPage() : refetch())
    },
    refetchRows: async wantedKeys => {
      const holds = ({ entries }: RecordPage<RecordRows[L]>) =>
        entries.some(entry => !isUnreadable(entry) && wantedKeys.has(entry.key))
      const wanted = (data?.pages ?? []).flatMap((page, place) => (holds(page) ? [place] : []))
      // An unanswered one is requested again by the next check.
      await Promise.allSettled(wanted.map(page => askPageAgain(queryClient, list, question, page)))
    },
  }
}

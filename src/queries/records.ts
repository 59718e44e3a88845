/** One query for all record lists: read page after page, as far as one scrolls or asks to read (actions.md 3). */
import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { infiniteQueryOptions, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { ReadPage } from '@/domain/list-reading'
import { exchanged, movedRows, receivedOn } from '@/domain/list-reading'
import type { RecordListId, RecordPage, RecordQuestion, RecordRows } from '@/domain/record-list'
import type { ServiceError } from '@/domain/service-error'
import { isUnreadable } from '@/domain/session'
import { findRecords } from '@/services/record-lists'
import { pageNow, pageTime } from '@/stores/server-clock'
import { keys } from './keys'
import { FIRST_PAGE, MOST_READINGS, READ_LIMIT, askPage, nextPage } from './record-reading'
import type { PageParam } from './record-reading'

/** REGARDS folds its counters every 5 s: nothing is new before (sessions.md 3). */
const FRESH = 5_000
/** Lists are large: one that is closed is soon forgotten. */
const KEPT = 30_000
/** A longer list of which one page was asked alone is gone over only when somebody reads on. */
const SHORT = 4

export function records<L extends RecordListId>(list: L, question: RecordQuestion) {
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
  /** Rows that belong to sessions of look-alike names, among those received. */
  readonly others: number
  readonly isComplete: boolean
  /** Rows at least that came, went or changed places while the list was read; 0 for one that held still. */
  readonly moved: number
  /** It is read once more from its beginning, because rows moved. */
  readonly isGoingOver: boolean
  readonly isFetching: boolean
  /** Reading to the end was asked for and is under way. */
  readonly isReadingAll: boolean
  /** Reading stopped at the limit of rows that are read without being scrolled to. */
  readonly isAtLimit: boolean
  readonly readMore: () => void
  /** Reads to the end, or 20,000 rows; asked for again at the limit, as many more. */
  readonly readAll: () => void
  /** Stops reading; what was read stays. */
  readonly stop: () => void
  readonly error: ServiceError | null
  /** When REGARDS answered with the oldest of what is shown, in milliseconds of page time; 0 for never. */
  readonly answeredAt: number
  readonly retry: () => void
  /** Asks again for the pages that hold these rows, and for no other. */
  readonly askAgain: (keys: ReadonlySet<string>) => Promise<void>
}

interface Read<R> {
  readonly rows: readonly R[]
  readonly unreadable: number
  readonly others: number
  readonly moved: number
  readonly oldest: number
  readonly isPatched: boolean
}

/** The rows of all pages; one that moved from page to page while they were read is there once. */
function readOf<R extends { readonly key: string }>(pages: readonly ReadPage<R>[]): Read<R> {
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
  const others = receivedOn(pages) - own
  return {
    rows: [...rows.values()],
    unreadable,
    others,
    moved: movedRows(pages, rows.size + unreadable + others, nextPage(pages) === undefined),
    oldest: Math.min(...pages.map(({ at }) => at)),
    isPatched: pages.some(({ isAlone }) => isAlone === true),
  }
}

/** Puts a page just read in the place of the one that was there. */
async function askPageAgain(
  queryClient: QueryClient,
  list: RecordListId,
  question: RecordQuestion,
  page: number,
): Promise<void> {
  const fresh = await findRecords(list, question, page)
  queryClient.setQueryData<InfiniteData<ReadPage<RecordRows[RecordListId]>, PageParam>>(
    records(list, question).queryKey,
    before =>
      before && {
        ...before,
        pages: before.pages.map((old, place) =>
          place === page ? { ...fresh, at: Date.now(), hasMoved: old.hasMoved, isAlone: true } : old,
        ),
      },
  )
}

/** Readings of a list gone over since it last held still, and the rows of the one before the last. */
interface GoneOver {
  readonly times: number
  readonly changed: number
  readonly direction: RecordQuestion['direction']
}

/** Goes over a list again whose rows moved while it was read, so often at most. */
function useGoingOver(
  direction: RecordQuestion['direction'],
  isDue: boolean,
  isFetching: boolean,
  read: Read<{ readonly key: string }> | undefined,
  goOver: () => Promise<ReadonlySet<string>>,
): { readonly isGoingOver: boolean; readonly changed: number; readonly startAnew: () => void } {
  const [state, setState] = useState<GoneOver>({ times: 0, changed: 0, direction })
  const isUnderWay = useRef(false)
  const { times, changed } = state.direction === direction ? state : { times: 0, changed: 0 }
  if (times > 0 && !isFetching && read?.moved === 0) setState({ times: 0, changed: 0, direction })
  const isGoingOver = isDue && times < MOST_READINGS - 1
  const go = useEffectEvent(async () => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    const before = new Set(read?.rows.map(({ key }) => key))
    const after = await goOver()
    isUnderWay.current = false
    setState({ times: times + 1, changed: exchanged(before, after), direction })
  })
  useEffect(() => {
    if (isGoingOver && !isFetching) void go()
  }, [isGoingOver, isFetching, read, state])
  return { isGoingOver, changed, startAnew: () => setState({ times: 0, changed: 0, direction }) }
}

/** A list as far as it has been read. */
export function useRecordList<L extends RecordListId>(list: L, question: RecordQuestion): RecordList<RecordRows[L]> {
  const queryClient = useQueryClient()
  const query = useInfiniteQuery(records(list, question))
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage, refetch } = query
  const [isReadingAll, setReadingAll] = useState(false)
  const [allowed, setAllowed] = useState(READ_LIMIT)
  const read = useMemo(() => (data === undefined ? undefined : readOf<RecordRows[L]>(data.pages)), [data])
  const received = receivedOn(data?.pages ?? [])
  const isComplete = data !== undefined && !hasNextPage
  const isAtLimit = hasNextPage && received >= allowed
  // Pages of nothing but other sessions' rows are no answer yet: to call the list empty would be a lie.
  const isUnanswered = !isComplete && !isAtLimit && read?.rows.length === 0 && read.unreadable === 0
  const isReadingOn = !isAtLimit && (isReadingAll || (isUnanswered && !isFetchNextPageError))
  const hasMoved = read !== undefined && read.moved > 0
  const isLeft = read?.isPatched === true && (data?.pages.length ?? 0) > SHORT && !isReadingAll
  const isDue = hasMoved && query.error === null && !isLeft && !(isReadingOn && hasNextPage)
  const { isGoingOver, changed, startAnew } = useGoingOver(question.direction, isDue, isFetching, read, async () => {
    const { data: after } = await refetch()
    return new Set(after === undefined ? [] : readOf<RecordRows[L]>(after.pages).rows.map(({ key }) => key))
  })
  const isAtEnd = (isComplete || isAtLimit) && !isGoingOver
  if (isReadingAll && !isFetching && (isAtEnd || query.error !== null)) setReadingAll(false)
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
    received,
    total: data?.pages.at(-1)?.total ?? 0,
    others: read?.others ?? 0,
    isComplete,
    moved: hasMoved && !isGoingOver ? Math.max(read.moved, changed) : 0,
    isGoingOver,
    isFetching,
    isReadingAll,
    isAtLimit,
    readMore,
    readAll: () => {
      setReadingAll(true)
      startAnew()
      if (isAtLimit) setAllowed(received + READ_LIMIT)
      if (isFetching) return
      // At once: a page that failed before would read as the end of this. Rows read long ago are read again: what is
      // said of all of them must be true of one time.
      if (read !== undefined && pageNow() - pageTime(read.oldest) > FRESH && !isFetchNextPageError) void refetch()
      else readMore()
    },
    stop: () => setReadingAll(false),
    error: query.error,
    answeredAt: pageTime(read?.oldest ?? 0),
    retry: () => {
      startAnew()
      void (isFetchNextPageError ? fetchNextPage() : refetch())
    },
    askAgain: async wantedKeys => {
      const holds = ({ entries }: RecordPage<RecordRows[L]>) =>
        entries.some(entry => !isUnreadable(entry) && wantedKeys.has(entry.key))
      const wanted = (data?.pages ?? []).flatMap((page, place) => (holds(page) ? [place] : []))
      // One that is not answered is asked by the next look.
      await Promise.allSettled(wanted.map(page => askPageAgain(queryClient, list, question, page)))
    },
  }
}

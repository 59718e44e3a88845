/** A list of any length of which only the pages in view are known: total from the server, rows by place, each once. */
import type { UseQueryOptions } from '@tanstack/react-query'
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Moment } from '@/domain/moment'
import { passedSince, momentNow } from '@/domain/moment'
import { PAGE_SIZE } from '@/domain/list-params'
import type { ServiceError } from '@/domain/service-error'
import type { Page, Unreadable } from '@/domain/session'
import { isUnreadable } from '@/domain/session'
import { pageTime } from '@/stores/server-clock'

export interface SparseList<T> {
  /** Differs when the rows belong to another question: another list, to be read from its top. */
  readonly listKey: string
  /** Undefined until the server has said. */
  readonly total: number | undefined
  /** There are more rows than `total` (src/domain/session.ts). */
  readonly isCut: boolean
  /** They are the latest of a range of time (src/domain/session.ts). */
  readonly isOfRange: boolean
  /** Its rows were looked for among the first of a longer list (src/domain/session.ts). */
  readonly looked: Page<T>['looked']
  readonly rowAt: (index: number) => T | Unreadable | undefined
  /** The rows of the pages in view. */
  readonly rows: readonly T[]
  /** The place of a row among those that are known. */
  readonly indexOf: (key: string) => number | undefined
  /** Says which rows are in view. */
  readonly setRange: (first: number, last: number) => void
  /** Why there is nothing, or nothing newer, to show. */
  readonly error: ServiceError | undefined
  /** When the oldest page in view was answered, in page time; 0 when none was. */
  readonly answeredAt: number
  /** Rows of the question before, while this one is under way. */
  readonly isPrevious: boolean
  readonly isFetching: boolean
  readonly retry: () => void
}

/** A page that disagrees with another one is asked again so rarely, in milliseconds. */
const AGAIN_AFTER = 5_000

interface InView<Q> {
  readonly question: Q
  readonly first: number
  readonly last: number
}

function pagesOf({ first, last }: { readonly first: number; readonly last: number }, size: number): readonly number[] {
  const start = Math.floor(first / size)
  const end = Math.floor(last / size)
  return Array.from({ length: end - start + 1 }, (_, n) => start + n)
}

/**
 * @param pageOf the query of one page; its identity must not change
 * @param question compared by its contents
 * @param keyOf a row's identity: a row that moved between pages while they were read is shown once
 * @param sizeOf rows of one page of a question
 */
export function useSparseList<Q, T extends object, K extends readonly unknown[]>(
  pageOf: (question: Q, page: number) => UseQueryOptions<Page<T>, ServiceError, Page<T>, K>,
  question: Q,
  keyOf: (row: T) => string,
  sizeOf: (question: Q) => number = () => PAGE_SIZE,
): SparseList<T> {
  const queryClient = useQueryClient()
  const [view, setView] = useState<InView<Q>>({ question, first: 0, last: PAGE_SIZE - 1 })
  const listKey = JSON.stringify(view.question)
  const isSame = listKey === JSON.stringify(question)

  const size = sizeOf(view.question)
  const numbers = pagesOf(view, size)
  const results = useQueries({
    queries: [
      ...numbers.map(page => ({ ...pageOf(view.question, page), enabled: isSame })),
      // The first answer to a new question takes the place of the old rows, all at once.
      ...(isSame ? [] : [pageOf(question, 0)]),
    ],
  })
  const next = isSame ? undefined : results.at(-1)
  if (next !== undefined && (next.data !== undefined || next.failureReason !== null))
    setView({ question, first: 0, last: PAGE_SIZE - 1 })

  const known = numbers.flatMap((page, place) => {
    const result = results[place]
    return result?.data === undefined ? [] : [{ page, data: result.data, at: pageTime(result.dataUpdatedAt) }]
  })
  const newest = known.reduce<(typeof known)[number] | undefined>(
    (best, one) => (best === undefined || one.at > best.at ? one : best),
    undefined,
  )
  // Scrolled to a place that is not loaded yet, the list is as long as it was.
  const [length, setLength] = useState<{ readonly question: Q; readonly total: number }>()
  if (newest !== undefined && (length?.question !== view.question || length.total !== newest.data.total))
    setLength({ question: view.question, total: newest.data.total })
  const total = newest?.data.total ?? (length?.question === view.question ? length.total : undefined)
  // With the question: two of them may be answered in one millisecond.
  const signature = [listKey, ...known.map(({ page, at }) => `${page}:${at}`)].join()

  // One place per row: where two pages disagree, the newer answer is right and the older one is asked again.
  const { places, outdated } = useMemo(() => {
    const found = new Map<string, number>()
    const old = new Set<number>()
    for (const { page, data } of [...known].sort((a, b) => b.at - a.at))
      data.entries.forEach((entry, place) => {
        if (isUnreadable(entry)) return
        const key = keyOf(entry)
        if (found.has(key)) old.add(page)
        else found.set(key, page * size + place)
      })
    return { places: found, outdated: [...old] }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the signature stands for the pages and their answers
  }, [signature])

  const outdatedPages = outdated.join()
  const askedAgainAt = useRef(new Map<string, Moment>())
  useEffect(() => {
    for (const page of outdated) {
      const { queryKey } = pageOf(view.question, page)
      // Two pages may go on disagreeing for as long as rows move: they are not asked faster than REGARDS counts.
      const before = askedAgainAt.current.get(JSON.stringify(queryKey))
      if (before !== undefined && passedSince(before) < AGAIN_AFTER) continue
      askedAgainAt.current.set(JSON.stringify(queryKey), momentNow())
      void queryClient.invalidateQueries({ queryKey, exact: true })
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once per answer that disagrees
  }, [outdatedPages, signature])

  const rows = useMemo(
    () => known.flatMap(({ data }) => data.entries.flatMap(entry => (isUnreadable(entry) ? [] : [entry]))),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the signature stands for the pages and their answers
    [signature],
  )
  const pages = new Map(known.map(({ page, data }) => [page, data]))
  const rowAt = (index: number): T | Unreadable | undefined => {
    const page = Math.floor(index / size)
    const data = pages.get(page) ?? queryClient.getQueryData<Page<T>>(pageOf(view.question, page).queryKey)
    const entry = data?.entries[index % size]
    if (entry === undefined || isUnreadable(entry)) return entry
    const place = places.get(keyOf(entry))
    return place === undefined || place === index ? entry : undefined
  }
  const failed = results.find(result => result.failureReason !== null)
  const retry = () => {
    for (const result of results) if (result.failureReason !== null || result.isError) void result.refetch()
  }
  return {
    listKey,
    total,
    isCut: newest?.data.isCut === true,
    isOfRange: newest?.data.isOfRange === true,
    looked: newest?.data.looked,
    rowAt,
    rows,
    indexOf: key => places.get(key),
    setRange: (first, last) => {
      setView(before => {
        const old = pagesOf(before, sizeOf(before.question))
        const now = pagesOf({ first, last }, sizeOf(before.question))
        return old[0] === now[0] && old.length === now.length ? before : { question: before.question, first, last }
      })
    },
    error: failed?.failureReason ?? undefined,
    answeredAt: known.length === 0 ? 0 : Math.min(...known.map(({ at }) => at)),
    isPrevious: !isSame,
    isFetching: results.some(result => result.isFetching),
    retry,
  }
}

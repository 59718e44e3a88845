/** Lists of which only what is in view is known: pages, places and answers in any order. */
import { QueryClient, QueryClientProvider, queryOptions } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import fc from 'fast-check'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { PAGE_SIZE } from '@/domain/list-params'
import { ServiceError } from '@/domain/service-error'
import type { Page, Unreadable } from '@/domain/session'
import { useSparseList } from '@/queries/useSparseList'

interface Row {
  readonly key: string
  /** Which question, or which answer, it belongs to. */
  readonly mark: string
}

type Answer = Page<Row> | ServiceError
type Backend = (question: string, page: number) => Answer | Promise<Answer>

const DOWN = new ServiceError({ service: 'rs-admin', reason: 'offline' })
const keyOf = ({ key }: Row) => key
const row = (key: string | number, mark = ''): Row => ({ key: String(key), mark })

/** A page of a list of `total` rows that are named by their places. */
const placed = (page: number, total: number, mark = ''): Page<Row> => ({
  entries: Array.from({ length: Math.max(0, Math.min(PAGE_SIZE, total - page * PAGE_SIZE)) }, (_, n) =>
    row(page * PAGE_SIZE + n, mark),
  ),
  total,
})

/** The list in front of a backend, and what that was asked. */
function aList(backend: Backend, first = 'all') {
  const asked: string[] = []
  let answers = backend
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } })
  const pageOf = (question: string, page: number) =>
    queryOptions<Page<Row>, ServiceError, Page<Row>, readonly ['list', string, number]>({
      queryKey: ['list', question, page],
      queryFn: async () => {
        asked.push(`${question} ${page}`)
        const answer = await answers(question, page)
        if (answer instanceof ServiceError) throw answer
        return answer
      },
    })
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  )
  const { result, rerender, unmount } = renderHook(({ question }) => useSparseList(pageOf, question, keyOf), {
    wrapper,
    initialProps: { question: first },
  })
  return {
    asked,
    queryClient,
    unmount,
    now: () => result.current,
    ask: (question: string) => rerender({ question }),
    scroll: (from: number, to: number) => act(() => result.current.setRange(from, to)),
    answer: (next: Backend) => (answers = next),
    refresh: () => act(() => queryClient.refetchQueries({ type: 'active' })),
    /** Nothing is running any more. */
    settled: () => waitFor(() => expect(result.current.isFetching).toBe(false)),
    forget: () => (asked.length = 0),
  }
}

const isRow = (entry: Row | Unreadable | undefined): entry is Row => entry !== undefined && 'key' in entry
const keysAt = (list: ReturnType<typeof aList>, from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => list.now().rowAt(from + n)).map(entry =>
    isRow(entry) ? entry.key : entry,
  )

describe('a long list', () => {
  it('asks for its first page only, and knows how long it is', async () => {
    const list = aList((_, page) => placed(page, 100_000))
    expect(list.now()).toMatchObject({ total: undefined, answeredAt: 0, isFetching: true })
    await list.settled()
    expect(list.asked).toEqual(['all 0'])
    expect(list.now().total).toBe(100_000)
    expect(keysAt(list, 0, 2)).toEqual(['0', '1'])
    expect(list.now().rowAt(PAGE_SIZE)).toBeUndefined()
  })

  it('asks for the pages that come into view, and for none on the way there', async () => {
    const list = aList((_, page) => placed(page, 100_000))
    await list.settled()
    list.scroll(99_960, 99_999)
    await list.settled()
    list.scroll(140, 160)
    await list.settled()
    expect(list.asked).toEqual(['all 0', 'all 1999', 'all 2', 'all 3'])
    expect(keysAt(list, 149, 151)).toEqual(['149', '150'])
    expect(list.now().indexOf('150')).toBe(150)
    expect(list.now().rows).toHaveLength(2 * PAGE_SIZE)
  })

  it('is as long as it was while a place is not loaded yet', async () => {
    const list = aList((_, page) => (page === 0 ? placed(0, 1000) : new Promise<Answer>(() => undefined)))
    await list.settled()
    list.scroll(500, 530)
    expect(list.now()).toMatchObject({ total: 1000, isFetching: true })
    expect(list.now().rowAt(510)).toBeUndefined()
  })

  it('asks nothing again while one scrolls within its pages', async () => {
    const list = aList((_, page) => placed(page, 1000))
    await list.settled()
    for (const first of [1, 5, 9]) list.scroll(first, first + 30)
    await list.settled()
    expect(list.asked).toEqual(['all 0'])
  })

  it('asks again, when refreshed, for what is in view and nothing else', async () => {
    const list = aList((_, page) => placed(page, 1000))
    await list.settled()
    list.scroll(300, 340)
    await list.settled()
    list.forget()
    await list.refresh()
    expect(list.asked).toEqual(['all 6'])
  })

  it('keeps a row that could not be read in its place', async () => {
    const broken: Unreadable = { unreadable: true, label: 'x' }
    const list = aList(() => ({ entries: [row('a'), broken, row('b')], total: 3 }))
    await list.settled()
    expect(keysAt(list, 0, 3)).toEqual(['a', broken, 'b'])
    expect([list.now().indexOf('a'), list.now().indexOf('b'), list.now().indexOf('x')]).toEqual([0, 2, undefined])
  })
})

describe('rows that move between pages while they are read', () => {
  it('are shown once, where the newer answer has them, and the older page is asked again', async () => {
    const list = aList((_, page) => placed(page, 2 * PAGE_SIZE))
    await list.settled()
    // Meanwhile a row came in at the top: the last of the first page is the first of the second one now.
    const moved = (_: string, page: number): Page<Row> => ({
      entries: Array.from({ length: PAGE_SIZE }, (_row, n) => row(page * PAGE_SIZE + n - 1)),
      total: 2 * PAGE_SIZE + 1,
    })
    list.answer(moved)
    // Two answers of one millisecond say nothing of which is newer.
    await waitFor(() => expect(Date.now()).toBeGreaterThan(list.now().answeredAt))
    list.scroll(30, 60)
    await waitFor(() => expect(list.asked).toEqual(['all 0', 'all 1', 'all 0']))
    await list.settled()
    expect(keysAt(list, PAGE_SIZE - 1, PAGE_SIZE + 1)).toEqual(['48', '49'])
    expect(list.now().indexOf('49')).toBe(PAGE_SIZE)
    expect(list.now().total).toBe(2 * PAGE_SIZE + 1)
  })

  it('leave no place with another row in it, whichever page is older, and never two of a key', async () => {
    const list = aList((_, page) => ({ entries: [row('same'), row(`only ${page}`)], total: 60 }))
    await list.settled()
    list.scroll(0, 60)
    await waitFor(() => expect(list.now().rowAt(51)).toBeDefined())
    const places = [0, 1, 50, 51].map(place => list.now().rowAt(place))
    expect(places.filter(entry => isRow(entry) && entry.key === 'same')).toHaveLength(1)
    list.unmount()
  })
})

describe('another question', () => {
  it('keeps the old rows until its answer, then replaces them from the top', async () => {
    let give: (answer: Answer) => void = () => undefined
    const list = aList((question, page) =>
      question === 'all' ? placed(page, 1000, 'all') : new Promise<Answer>(resolve => (give = resolve)),
    )
    await list.settled()
    list.scroll(300, 340)
    await list.settled()
    list.ask('errors')
    expect(list.now()).toMatchObject({ isPrevious: true, total: 1000, listKey: '"all"' })
    expect(list.now().rowAt(310)).toEqual(row(310, 'all'))
    await act(async () => give(placed(0, 3, 'errors')))
    await list.settled()
    expect(list.now()).toMatchObject({ isPrevious: false, total: 3, listKey: '"errors"' })
    expect(list.now().rowAt(0)).toEqual(row(0, 'errors'))
    expect(list.now().rowAt(310)).toBeUndefined()
  })

  it('that fails says so in place of the old rows, which are none of its answers', async () => {
    const list = aList((question, page) => (question === 'all' ? placed(page, 3) : DOWN))
    await list.settled()
    list.ask('errors')
    await waitFor(() => expect(list.now().error).toBe(DOWN))
    expect(list.now()).toMatchObject({ isPrevious: false, total: undefined })
    expect(list.now().rowAt(0)).toBeUndefined()
  })

  it('that is the old one again shows its rows at once', async () => {
    const list = aList((question, page) =>
      question === 'all' ? placed(page, 3, 'all') : new Promise<Answer>(() => undefined),
    )
    await list.settled()
    list.ask('errors')
    list.ask('all')
    expect(list.now()).toMatchObject({ isPrevious: false, total: 3 })
    expect(list.asked).toEqual(['all 0', 'errors 0'])
  })
})

describe('an answer that does not come', () => {
  it('leaves the rows of the last one, and can be asked for again', async () => {
    const list = aList(() => placed(0, 3))
    await list.settled()
    list.answer(() => DOWN)
    await list.refresh()
    await waitFor(() => expect(list.now().error).toBe(DOWN))
    expect(keysAt(list, 0, 3)).toEqual(['0', '1', '2'])
    list.answer(() => placed(0, 4))
    act(() => list.now().retry())
    await waitFor(() => expect(list.now()).toMatchObject({ total: 4, error: undefined }))
  })
})

describe('answers in any order', () => {
  it('never show a row of another question, and end with those of the last one', { timeout: 60_000 }, async () => {
    const questions = fc.array(fc.constantFrom('a', 'ab', 'abc', 'b'), { minLength: 2, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), questions, async (scheduler, typed) => {
        const list = aList(
          (question, page) => scheduler.schedule(Promise.resolve(placed(page, 3, question))),
          typed[0] ?? '',
        )
        const isTrue = () => {
          const { listKey, rows } = list.now()
          for (const { mark } of rows) expect(JSON.stringify(mark)).toBe(listKey)
        }
        try {
          for (const question of typed) {
            list.ask(question)
            isTrue()
            if (scheduler.count() > 1) await act(() => scheduler.waitNext(1))
            isTrue()
          }
          await act(() => scheduler.waitIdle())
          await list.settled()
          expect(list.now()).toMatchObject({ listKey: JSON.stringify(typed.at(-1)), isPrevious: false, total: 3 })
          isTrue()
        } finally {
          list.unmount()
          list.queryClient.clear()
        }
      }),
      { numRuns: 200 },
    )
  })
})

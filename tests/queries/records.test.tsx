/** A list as far as it has been read: page after page, each row once, to the end when asked (contract: docs/regards-api/actions.md 3). */
import { QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { createQueryClient } from '@/app/query-client'
import { readWhole } from '@/queries/whole-reading'
import { recordsQuery, useRecordList } from '@/queries/records'
import { refetchBoard, autoRefreshQueries } from '@/queries/refetch-board'
import type { Asked } from '@tests/services/with-gateway'
import { pageText, replying } from '@tests/services/with-gateway'

const QUESTION = { ref: { source: 'A', name: 'day-1' }, direction: 'desc' } as const
const SIZE = 10

const row = (id: number, session = 'day-1') => ({ id, source: 'A', session, status: 'ERROR' })
const pageOf = ({ query }: Asked) => Number(query['page'])
const idsTo = (end: number) => Array.from({ length: end }, (_, n) => n)
const rowsOfPage = (page: number, total: number) =>
  Array.from({ length: Math.max(0, Math.min(SIZE, total - page * SIZE)) }, (_, n) => row(page * SIZE + n))
/** A question for a single row, to see whether the list stayed unchanged. */
const isLook = ({ query }: Asked) => query['size'] === '1'
const whole = (total: number) => (asked: Asked) => {
  const place = pageOf(asked)
  const rows = isLook(asked)
    ? idsTo(total)
        .slice(place, place + 1)
        .map(id => row(id))
    : rowsOfPage(place, total)
  return { text: pageText(rows, total) }
}
/** The pages that were asked for, in order. */
const pagesIn = (all: readonly Asked[]) => all.filter(asked => !isLook(asked)).map(pageOf)

/** The list of worker requests in error, as a screen would have it. */
function look() {
  const queryClient = createQueryClient()
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  )
  const { result } = renderHook(() => useRecordList('workerErrors', QUESTION), { wrapper })
  return {
    queryClient,
    list: () => result.current,
    ids: () => result.current.rows?.map(({ id }) => id),
    quiet: () => waitFor(() => expect(result.current).toMatchObject({ isFetching: false, isReadingAll: false })),
    give: (order: 'readMore' | 'readAll' | 'stop' | 'retry') => act(() => result.current[order]()),
  }
}

describe('a list', () => {
  it('reads its first page, and a further one for each that is asked for, in order', async () => {
    const all = replying(whole(25))
    const { list, ids, quiet, give } = look()
    expect(list()).toMatchObject({ rows: undefined, isComplete: false, isFetching: true, answeredAt: 0 })
    await quiet()
    expect(ids()).toEqual(idsTo(10))
    expect(list()).toMatchObject({ received: 10, total: 25, isComplete: false, others: 0, unreadable: 0, error: null })
    expect(list().answeredAt).toBeGreaterThan(0)
    give('readMore')
    await quiet()
    expect(ids()).toEqual(idsTo(20))
    give('readMore')
    await quiet()
    expect(ids()).toEqual(idsTo(25))
    expect(list()).toMatchObject({ received: 25, isComplete: true })
    give('readMore')
    await quiet()
    expect(pagesIn(all)).toEqual([0, 1, 2])
  })

  it('has a row once that moved to the next page while they were read', async () => {
    const pages = [
      [row(1), row(2)],
      [row(2), row(3)],
    ]
    replying(asked => ({ text: pageText(pages[pageOf(asked)] ?? [], 4) }))
    const { ids, quiet, give } = look()
    await quiet()
    give('readMore')
    await quiet()
    expect(ids()).toEqual([1, 2, 3])
  })

  it('counts the rows of look-alike sessions and those it cannot read, and shows none of them', async () => {
    const contents = [row(1), row(2, 'day-10'), row(3, 'day-11'), { ...row(4), id: 'four' }]
    replying(() => ({ text: pageText(contents) }))
    const { list, ids, quiet } = look()
    await quiet()
    expect(ids()).toEqual([1])
    expect(list()).toMatchObject({ received: 4, total: 4, others: 2, unreadable: 1, isComplete: true })
  })

  it('of which nothing is its own is empty, not failed', async () => {
    replying(() => ({ text: pageText([row(2, 'day-10')]) }))
    const { list, quiet } = look()
    await quiet()
    expect(list()).toMatchObject({ rows: [], others: 1, isComplete: true, error: null })
  })

  it('of which the first pages hold only look-alikes is read on until a row is its own: it is not empty', async () => {
    const pages = [[row(9, 'day-10')], [row(8, 'day-10')], [row(7)], [row(6)]]
    const all = replying(asked => ({ text: pageText(pages[pageOf(asked)] ?? [], 4) }))
    const { list, ids, quiet } = look()
    await waitFor(() => expect(ids()).toEqual([7]))
    await quiet()
    expect(list()).toMatchObject({ received: 3, others: 2, isComplete: false })
    expect(pagesIn(all)).toEqual([0, 1, 2])
  })

  it('has failed, and is not empty, when a page fails before any row was its own', async () => {
    let isFailing = true
    const pages = [[row(9, 'day-10')], [row(8)]]
    const all = replying(asked =>
      pageOf(asked) === 1 && isFailing ? { text: '', status: 422 } : { text: pageText(pages[pageOf(asked)] ?? [], 2) },
    )
    const { list, ids, give } = look()
    await waitFor(() => expect(list().error).toMatchObject({ status: 422 }))
    expect(list()).toMatchObject({ rows: undefined, isComplete: false })
    expect(pagesIn(all)).toEqual([0, 1])
    isFailing = false
    give('retry')
    await waitFor(() => expect(ids()).toEqual([8]))
    expect(list()).toMatchObject({ isComplete: true, error: null })
  })

  it('ends where the server sends nothing more, whatever total it said', async () => {
    replying(asked => ({ text: pageText(rowsOfPage(pageOf(asked), 15), 99) }))
    const { list, ids, quiet, give } = look()
    await quiet()
    give('readAll')
    await quiet()
    expect(ids()).toEqual(idsTo(15))
    expect(list().isComplete).toBe(true)
  })

  it('is read to its end when asked, one page after the other', async () => {
    const all = replying(whole(47))
    const { list, ids, quiet, give } = look()
    await quiet()
    give('readAll')
    expect(list().isReadingAll).toBe(true)
    await quiet()
    expect(ids()).toEqual(idsTo(47))
    expect(list().isComplete).toBe(true)
    expect(pagesIn(all)).toEqual([0, 1, 2, 3, 4])
  })

  it('keeps what was read when reading is stopped', async () => {
    let release: () => void = () => undefined
    const held = new Promise<void>(resolve => (release = resolve))
    const all = replying(async asked => {
      if (pageOf(asked) === 2 && !isLook(asked)) await held
      return whole(47)(asked)
    })
    const { list, ids, quiet, give } = look()
    await quiet()
    give('readAll')
    await waitFor(() => expect(pagesIn(all)).toHaveLength(3))
    give('stop')
    expect(ids()).toEqual(idsTo(20))
    release()
    await quiet()
    // The running page is kept, and none is requested after it.
    expect(ids()).toEqual(idsTo(30))
    expect(list().isComplete).toBe(false)
    expect(pagesIn(all)).toEqual([0, 1, 2])
  })

  it('keeps its rows when a further page fails, and asks for that page again', async () => {
    let isFailing = true
    const all = replying(asked =>
      pageOf(asked) === 2 && isFailing ? { text: '{"messages":["Too slow"]}', status: 422 } : whole(47)(asked),
    )
    const { list, ids, quiet, give } = look()
    await quiet()
    give('readAll')
    await quiet()
    expect(ids()).toEqual(idsTo(20))
    expect(list()).toMatchObject({ error: { status: 422, messages: ['Too slow'] }, isComplete: false })
    isFailing = false
    give('retry')
    await quiet()
    expect(ids()).toEqual(idsTo(30))
    expect(list().error).toBeNull()
    expect(pagesIn(all)).toEqual([0, 1, 2, 2])
  })

  it('can be read to its end after a page has failed, and stops where one fails again', async () => {
    let failing = 2
    replying(asked => (pageOf(asked) === failing ? { text: '', status: 422 } : whole(47)(asked)))
    const { list, ids, quiet, give } = look()
    await quiet()
    for (const next of [4, -1]) {
      give('readAll')
      await quiet()
      expect(ids()).toEqual(idsTo(failing * SIZE))
      expect(list().error).not.toBeNull()
      failing = next
    }
    give('readAll')
    await quiet()
    expect(ids()).toEqual(idsTo(47))
    expect(list()).toMatchObject({ isComplete: true, error: null })
  })

  it('that is not this user’s says so, and has no rows', async () => {
    replying(() => ({ text: '{"messages":["Access denied"]}', status: 403 }))
    const { list, quiet } = look()
    await quiet()
    expect(list()).toMatchObject({ rows: undefined, error: { isForbidden: true, messages: ['Access denied'] } })
  })
})

/** A list whose rows change between two answers, newest first or oldest first as it is asked. */
class Moving {
  ids: number[]
  /** Called after each page, with how many were given so far. */
  onPage: (given: number) => void = () => undefined
  #given = 0

  constructor(ids: readonly number[]) {
    this.ids = [...ids]
  }

  readonly answer = (asked: Asked) => {
    const isDescending = String(asked.query['sort']).includes('desc')
    const ids = [...this.ids].sort((a, b) => (isDescending ? b - a : a - b))
    const size = isLook(asked) ? 1 : SIZE
    const text = pageText(
      ids.slice(pageOf(asked) * size, (pageOf(asked) + 1) * size).map(id => row(id)),
      ids.length,
    )
    if (!isLook(asked)) this.onPage(++this.#given)
    return { text }
  }

  drop(...gone: readonly number[]): void {
    this.ids = this.ids.filter(id => !gone.includes(id))
  }
}

const descending = (ids: readonly number[]) => [...ids].sort((a, b) => b - a)

describe('a list that changes while it is read', () => {
  it('misses none of those still in error when rows of the first page recovered before the second', async () => {
    const moving = new Moving(idsTo(25))
    replying(moving.answer)
    const { list, ids, quiet, give } = look()
    await quiet()
    moving.drop(24, 23, 22, 16)
    give('readAll')
    await quiet()
    await waitFor(() => expect(ids()).toEqual(descending(moving.ids)))
    await waitFor(() => expect(list()).toMatchObject({ isComplete: true, moved: 0, isGoingOver: false, total: 21 }))
  })

  it('is read again when as many rows came as left', async () => {
    const moving = new Moving(idsTo(18))
    replying(moving.answer)
    const { list, ids, quiet, give } = look()
    await quiet()
    moving.drop(12, 11, 10)
    moving.ids.push(18, 19, 20)
    give('readMore')
    await quiet()
    await waitFor(() => expect(ids()).toEqual(descending(moving.ids)))
    expect(list()).toMatchObject({ moved: 0, total: 18 })
  })

  it('is read again when as many rows came as left on the page that was read, and the others are unchanged', async () => {
    const moving = new Moving(idsTo(15))
    replying(moving.answer)
    const { list, ids, quiet, give } = look()
    await quiet()
    moving.onPage = () => {
      moving.onPage = () => undefined
      moving.drop(9)
      moving.ids.push(15)
    }
    give('readMore')
    await quiet()
    await waitFor(() => expect(ids()).toEqual(descending(moving.ids)))
    expect(list()).toMatchObject({ moved: 0, isComplete: true })
  })

  it('that never stays unchanged is read three times, then says how many rows moved', async () => {
    const moving = new Moving(idsTo(25))
    const all = replying(moving.answer)
    const { list, quiet, give } = look()
    await quiet()
    moving.onPage = () => moving.ids.push(moving.ids.length + 100)
    give('readAll')
    await waitFor(() => expect(list().isReadingAll).toBe(false))
    await waitFor(() => expect(list().moved).toBeGreaterThan(0))
    await quiet()
    const before = all.length
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(all).toHaveLength(before)
    expect(pagesIn(all).filter(page => page === 0)).toHaveLength(3)
    expect(list()).toMatchObject({ isGoingOver: false })
  })

  it('no longer says that rows moved once it stays unchanged', async () => {
    const moving = new Moving(idsTo(25))
    replying(moving.answer)
    const { list, ids, quiet, give } = look()
    await quiet()
    moving.onPage = () => moving.ids.push(moving.ids.length + 100)
    give('readAll')
    await waitFor(() => expect(list().moved).toBeGreaterThan(0))
    moving.onPage = () => undefined
    give('retry')
    await quiet()
    give('readAll')
    await quiet()
    await waitFor(() => expect(ids()).toEqual(descending(moving.ids)))
    expect(list()).toMatchObject({ moved: 0, isComplete: true })
  })

  it('says how old the oldest of its rows is', async () => {
    replying(whole(25))
    const { list, quiet, give } = look()
    await quiet()
    const { answeredAt } = list()
    await new Promise(resolve => setTimeout(resolve, 20))
    give('readMore')
    await quiet()
    expect(list().answeredAt).toBe(answeredAt)
  })

  it('with nothing of its own behind ever so many of others is read to a limit, not for ever', async () => {
    const total = 60_000
    const all = replying(asked => ({
      text: pageText(
        isLook(asked)
          ? [row(pageOf(asked), 'day-10')]
          : Array.from({ length: 2000 }, (_, n) => row(pageOf(asked) * 2000 + n, 'day-10')),
        total,
      ),
    }))
    const { list, quiet, give } = look()
    await waitFor(() => expect(list()).toMatchObject({ isAtLimit: true, rows: [], received: 20_000 }), {
      timeout: 15_000,
    })
    await quiet()
    expect(pagesIn(all)).toHaveLength(10)
    give('readAll')
    await waitFor(() => expect(list()).toMatchObject({ isAtLimit: true, received: 40_000 }), { timeout: 15_000 })
    expect(list().isComplete).toBe(false)
  }, 30_000)
})

/** Scrolls this many pages further. */
async function scroll({ quiet, give }: ReturnType<typeof look>, pages: number) {
  for (let page = 0; page < pages; page++) {
    await quiet()
    give('readMore')
  }
  await quiet()
}

describe('a list one has scrolled far into', () => {
  it('says that rows moved, reads none of it again and reads on', async () => {
    const moving = new Moving(idsTo(95))
    const all = replying(moving.answer)
    const screen = look()
    await scroll(screen, 5)
    moving.ids.push(95)
    await scroll(screen, 2)
    expect(pagesIn(all)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(all).toHaveLength(8)
    expect(screen.list()).toMatchObject({ moved: 1, isGoingOver: false, isShort: false })
    await scroll(screen, 2)
    expect(pagesIn(all)).toEqual(idsTo(10))
  })

  it('is read again when all of it is loaded', async () => {
    const moving = new Moving(idsTo(95))
    replying(moving.answer)
    const { quiet, ids, list, give } = look()
    await scroll({ quiet, give } as ReturnType<typeof look>, 5)
    moving.ids.push(95)
    give('readAll')
    await quiet()
    await waitFor(() => expect(ids()).toEqual(descending(moving.ids)))
    expect(list()).toMatchObject({ moved: 0, isComplete: true })
  })
})

describe('a long list', () => {
  it('is read as many rows further as the button says', async () => {
    const all = replying(asked => ({
      text: pageText(
        Array.from({ length: 2000 }, (_, n) => row(pageOf(asked) * 2000 + n)),
        60_000,
      ),
    }))
    const { list, quiet, give } = look()
    await quiet()
    for (const received of [22_000, 42_000]) {
      give('readAll')
      await waitFor(() => expect(list()).toMatchObject({ isAtLimit: true, isReadingAll: false, received }), {
        timeout: 15_000,
      })
    }
    expect(pagesIn(all)).toEqual(idsTo(21))
  }, 30_000)
})

describe('a list of a few pages', () => {
  async function movedAndHeld() {
    const moving = new Moving(idsTo(35))
    let isHeld = false
    const held: (() => void)[] = []
    const all = replying(async asked => {
      if (isHeld) await new Promise<void>(resolve => held.push(resolve))
      return moving.answer(asked)
    })
    const screen = look()
    await screen.quiet()
    moving.ids.push(35)
    moving.onPage = () => {
      moving.onPage = () => undefined
      isHeld = true
    }
    screen.give('readMore')
    await waitFor(() => expect(screen.list().isGoingOver).toBe(true))
    await waitFor(() => expect(held).toHaveLength(1))
    const release = () => {
      isHeld = false
      for (const resolve of held) resolve()
    }
    return { ...screen, all, release }
  }

  it('is no longer read again when stopped, and keeps its rows', async () => {
    const { list, ids, give, quiet, all, release } = await movedAndHeld()
    const before = ids()
    give('stop')
    await quiet()
    release()
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(ids()).toEqual(before)
    expect(list()).toMatchObject({ isGoingOver: false, moved: 1, error: null })
    expect(pagesIn(all)).toEqual([0, 1, 0])
  })

  it('is read on by one who scrolls while it is read again', async () => {
    const { list, give, all, release } = await movedAndHeld()
    give('readMore')
    await waitFor(() => expect(pagesIn(all)).toEqual([0, 1, 0, 2]))
    release()
    await waitFor(() => expect(list().received).toBeGreaterThanOrEqual(30))
  })

  it('is not read again because rows left on a page that was asked alone after an action', async () => {
    const moving = new Moving(idsTo(25))
    const all = replying(moving.answer)
    const { list, give, quiet } = look()
    await quiet()
    give('readAll')
    await quiet()
    moving.drop(24, 23, 22)
    const before = all.length
    await act(() => list().refetchRows(new Set(['24', '23'])))
    await quiet()
    expect(list()).toMatchObject({ moved: 0, isGoingOver: false })
    moving.drop(12, 11)
    await act(() => list().refetchRows(new Set(['12'])))
    await new Promise(resolve => setTimeout(resolve, 50))
    // The twelfth is on both pages now: the first of them was filled up from the second.
    expect(pagesIn(all.slice(before))).toEqual([0, 0, 1])
    expect(list()).toMatchObject({ moved: 0, isGoingOver: false })
  })
})

describe('the requests', () => {
  it.each([
    [1, 1],
    [2, 3],
    [10, 11],
    [40, 44],
    [200, 220],
  ])(
    'for a still list of %i pages that is read to its end are %i',
    async (pages, requests) => {
      const all = replying(whole(pages * SIZE))
      const { quiet, give, list } = look()
      await quiet()
      if (pages > 1) give('readAll')
      await quiet()
      expect(list()).toMatchObject({ isComplete: true, moved: 0 })
      expect(all).toHaveLength(requests)
    },
    30_000,
  )

  it.each([
    [1, 1],
    [2, 3],
    [10, 13],
    [200, 101],
  ])(
    'for a file of %i pages are %i',
    async (pages, requests) => {
      const total = pages * 500
      const all = replying(({ query }) => {
        const size = Number(query['size'])
        const first = Number(query['page']) * size
        const rows = Array.from({ length: Math.max(0, Math.min(size, total - first)) }, (_, n) => row(first + n))
        return { text: pageText(rows, total) }
      })
      const found = await readWhole('workerErrors', QUESTION, new AbortController().signal, () => undefined)
      expect(found).toMatchObject({ received: total, moved: 0, isCut: false })
      expect(found.rows).toHaveLength(total)
      expect(all).toHaveLength(requests)
    },
    60_000,
  )
})

describe('a list that is read for a file', () => {
  const read = (signal = new AbortController().signal) => readWhole('workerErrors', QUESTION, signal, () => undefined)
  const idsIn = ({ rows }: { readonly rows: readonly { readonly id: number }[] }) => rows.map(({ id }) => id)

  it('comes newest last, and rows that come while it is read disturb none', async () => {
    const moving = new Moving(idsTo(25))
    replying(moving.answer)
    look()
    moving.onPage = given => given === 1 && moving.ids.push(25, 26)
    const found = await read()
    expect(idsIn(found)).toEqual(idsTo(27))
    expect(found).toMatchObject({ moved: 0, isCut: false, received: 27, total: 27 })
  })

  it('is read again from its beginning when rows of a page already read recovered', async () => {
    const moving = new Moving(idsTo(35))
    replying(moving.answer)
    moving.onPage = given => given === 2 && moving.drop(0, 1, 2, 15)
    const found = await read()
    expect(idsIn(found)).toEqual(moving.ids)
    expect(found.moved).toBe(0)
  })

  it('is read again when as many rows came as went', async () => {
    const moving = new Moving(idsTo(35))
    replying(moving.answer)
    moving.onPage = given => {
      if (given !== 1) return
      moving.drop(0, 1, 2)
      moving.ids.push(35, 36, 37)
    }
    const found = await read()
    expect(idsIn(found)).toEqual(moving.ids)
    expect(found.moved).toBe(0)
  })

  it('is read again when a row recovered and another came before it, on pages already read', async () => {
    const moving = new Moving(idsTo(35).map(id => id * 2))
    replying(moving.answer)
    moving.onPage = given => {
      if (given !== 2) return
      moving.drop(4)
      moving.ids.push(5)
    }
    const found = await read()
    expect(idsIn(found)).toEqual([...moving.ids].sort((a, b) => a - b))
    expect(found.moved).toBe(0)
  })

  it('of many pages is read again when rows that recovered moved an edge', async () => {
    const moving = new Moving(idsTo(205))
    replying(moving.answer)
    moving.onPage = given => {
      if (given !== 3) return
      moving.drop(0)
      moving.ids.push(205)
    }
    expect(idsIn(await read())).toEqual(moving.ids)
  })

  it.each([408, 429, 502, 503, 504])('is asked for again after %i, and is whole', async status => {
    vi.spyOn(Math, 'random').mockReturnValue(0)
    let failures = 2
    replying(asked =>
      pageOf(asked) === 1 && !isLook(asked) && failures-- > 0 ? { text: '', status } : whole(25)(asked),
    )
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const clock = setInterval(() => vi.advanceTimersByTime(1000), 10)
    expect(idsIn(await read())).toEqual(idsTo(25))
    clearInterval(clock)
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  it('waits no longer once it is given up', async () => {
    const all = replying(() => ({ text: '', status: 503 }))
    const controller = new AbortController()
    const found = read(controller.signal)
    const refused = expect(found).rejects.toBe('given up')
    await waitFor(() => expect(all).toHaveLength(1))
    await new Promise(resolve => setTimeout(resolve, 20))
    controller.abort('given up')
    await refused
    expect(all).toHaveLength(1)
  })

  it('that never stays unchanged is read three times, and the reading says how many rows moved', async () => {
    const moving = new Moving(idsTo(95))
    const all = replying(moving.answer)
    moving.onPage = () => moving.drop(Math.min(...moving.ids))
    const found = await read()
    expect(found.moved).toBeGreaterThan(0)
    expect(pagesIn(all).filter(page => page === 0)).toHaveLength(3)
  })

  it('fails as a whole when its seventh page fails', async () => {
    replying(asked => (pageOf(asked) === 6 && !isLook(asked) ? { text: '', status: 422 } : whole(95)(asked)))
    await expect(read()).rejects.toMatchObject({ status: 422 })
  })
})

describe('a round', () => {
  async function afterReading(pages: number, isAutomatic: boolean) {
    const all = replying(whole(100))
    const { queryClient, quiet, give } = look()
    await quiet()
    for (let page = 1; page < pages; page++) {
      give('readMore')
      await quiet()
    }
    const before = all.length
    await act(() => refetchBoard(queryClient, isAutomatic))
    await quiet()
    return pagesIn(all.slice(before))
  }

  it('of itself asks a list again of which up to 4 pages were read', async () => {
    expect(await afterReading(4, true)).toEqual([0, 1, 2, 3])
  })

  it('of itself leaves out a list one has read further into', async () => {
    expect(await afterReading(5, true)).toEqual([])
  })

  it('asked for by the user asks it all again', async () => {
    expect(await afterReading(5, false)).toEqual([0, 1, 2, 3, 4])
  })

  it('of itself has not failed because of a list it does not ask', async () => {
    let isFailing = false
    replying(asked => (isFailing ? { text: '', status: 500 } : whole(100)(asked)))
    const { queryClient, quiet, give } = look()
    await quiet()
    for (let page = 1; page < 5; page++) {
      give('readMore')
      await quiet()
    }
    isFailing = true
    const byHand = await act(() => refetchBoard(queryClient, false))
    expect(byHand.hasFailed).toBe(true)
    expect(queryClient.getQueryState(recordsQuery('workerErrors', QUESTION).queryKey)?.status).toBe('error')
    // Nor does it start rounds that cannot end the failure.
    expect(autoRefreshQueries(queryClient)).toEqual([])
    expect(await act(() => refetchBoard(queryClient, true))).toEqual({ hasFailed: false, changed: 0 })
  })
})

/** A list as far as it has been read: page after page, each row once, to the end when asked (contract: actions.md 3). */
import { QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { createQueryClient } from '@/app/query-client'
import { records, useRecordList } from '@/queries/records'
import { askAgain, questionsOfItself } from '@/queries/round'
import type { Asked } from '@tests/services/with-gateway'
import { pageText, replying } from '@tests/services/with-gateway'

const QUESTION = { ref: { source: 'A', name: 'day-1' }, direction: 'desc' } as const
const SIZE = 10

const row = (id: number, session = 'day-1') => ({ id, source: 'A', session, status: 'ERROR' })
const pageOf = ({ query }: Asked) => Number(query['page'])
const rowsOfPage = (page: number, total: number) =>
  Array.from({ length: Math.max(0, Math.min(SIZE, total - page * SIZE)) }, (_, n) => row(page * SIZE + n))
const whole = (total: number) => (asked: Asked) => ({ text: pageText(rowsOfPage(pageOf(asked), total), total) })
const idsTo = (end: number) => Array.from({ length: end }, (_, n) => n)

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
    expect(all.map(pageOf)).toEqual([0, 1, 2])
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
    expect(all.map(pageOf)).toEqual([0, 1, 2])
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
    expect(all.map(pageOf)).toEqual([0, 1])
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
    expect(all.map(pageOf)).toEqual([0, 1, 2, 3, 4])
  })

  it('keeps what was read when reading is stopped', async () => {
    let release: () => void = () => undefined
    const held = new Promise<void>(resolve => (release = resolve))
    const all = replying(async asked => {
      if (pageOf(asked) === 2) await held
      return whole(47)(asked)
    })
    const { list, ids, quiet, give } = look()
    await quiet()
    give('readAll')
    await waitFor(() => expect(all).toHaveLength(3))
    give('stop')
    expect(ids()).toEqual(idsTo(20))
    release()
    await quiet()
    // The page under way is not thrown away, and none is asked after it.
    expect(ids()).toEqual(idsTo(30))
    expect(list().isComplete).toBe(false)
    expect(all.map(pageOf)).toEqual([0, 1, 2])
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
    expect(all.map(pageOf)).toEqual([0, 1, 2, 2])
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
    await act(() => askAgain(queryClient, isAutomatic))
    await quiet()
    return all.slice(before).map(pageOf)
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
    const byHand = await act(() => askAgain(queryClient, false))
    expect(byHand.hasFailed).toBe(true)
    expect(queryClient.getQueryState(records('workerErrors', QUESTION).queryKey)?.status).toBe('error')
    // Nor does it start rounds that cannot end the failure.
    expect(questionsOfItself(queryClient)).toEqual([])
    expect(await act(() => askAgain(queryClient, true))).toEqual({ hasFailed: false, changed: 0 })
  })
})

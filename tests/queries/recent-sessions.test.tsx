/** How often the last sessions of sources are read: once, two sources at a time, not in a hidden page, and not what lists know. */
import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createQueryClient } from '@/app/query-client'
import type { SessionListQuestion } from '@/domain/list-params'
import { PULSE_LENGTH } from '@/domain/pulse'
import type { Session } from '@/domain/session'
import { isUnreadable } from '@/domain/session'
import { sessionsPageQuery, sourcesPageQuery } from '@/queries/board'
import { earlierSessionsQuery, useRecentSessions, withRows } from '@/queries/recent-sessions'
import type { World } from '@simulator/world'
import { aSession } from '@tests/domain/a-step'
import { asked, enter } from '@tests/services/with-gateway'
import { aWorld } from '@tests/support/a-world'

const MINUTE = 60_000
let client = createQueryClient()
let world: World

beforeEach(async () => {
  client = createQueryClient()
  world = aWorld()
    .withSessions(12, 'A/day', s => s.oais({ done: 3 }))
    .withSession('B/day', s => s.oais({ done: 3 }))
    .withSession('C/day', s => s.oais({ done: 3 }))
    .withSession('D/day', s => s.oais({ done: 3 }))
    .build()
  await enter(world)
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'Date'] })
})

afterEach(() => {
  client.clear()
  vi.restoreAllMocks()
})

const wrapper = ({ children }: { readonly children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
)
const wait = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))
const settle = (check: () => void) => act(() => vi.waitFor(check, { timeout: 5_000 }))
const reads = () => asked(world).filter(({ path }) => path?.endsWith('rs-admin/sessions'))

/** A row of the source, as its list dates it. */
const row = (source: string, date: string | undefined = 'first') =>
  renderHook(({ shown }) => useRecentSessions(source, shown, true), { wrapper, initialProps: { shown: date } })

const names = (sessions: readonly Session[] | undefined) => sessions?.map(({ name }) => name)

/** What a list of the screen has read. */
async function readList(question: SessionListQuestion) {
  await client.query(sessionsPageQuery(question, 0))
  world.forgetRequests()
}

describe('the last sessions of a source', () => {
  it('are asked for when the page is idle: ten, the newest by creation first', async () => {
    const { result } = row('A')
    await wait(1_000)
    expect(world.requests).toEqual([])
    await wait(2_000)
    await settle(() => expect(result.current.recent?.sessions).toHaveLength(PULSE_LENGTH))
    expect(reads().map(({ query }) => query)).toEqual([
      { page: '0', size: '10', sort: ['creationDate,desc', 'id,desc'], sourceName: 'A' },
    ])
    expect(result.current.recent?.total).toBe(12)
  })

  it('of a source that does not change are read once, however many rows show it and however long', async () => {
    await client.query(sourcesPageQuery({}, 0))
    const date = client
      .getQueryData(sourcesPageQuery({}, 0).queryKey)
      ?.entries.flatMap(one => (isUnreadable(one) ? [] : [one]))
    const own = date?.find(({ name }) => name === 'A')?.lastUpdateDate
    world.forgetRequests()
    const first = row('A', own)
    row('A', own)
    await wait(3_000)
    await settle(() => expect(first.result.current.recent).toBeDefined())
    await wait(50 * MINUTE)
    first.unmount()
    row('A', own)
    await wait(20 * MINUTE)
    expect(reads()).toHaveLength(1)
  })

  it('of one that changes all the time are read once a minute at most', async () => {
    const { result, rerender } = row('A')
    await wait(3_000)
    await settle(() => expect(result.current.recent).toBeDefined())
    for (let n = 0; n < 30; n++) {
      rerender({ shown: `change ${n}` })
      await wait(10_000)
    }
    await settle(() => expect(reads().length).toBeGreaterThan(2))
    expect(reads().length).toBeLessThanOrEqual(6)
  })

  /** The lists as they are on the screen, the sources with their dates. */
  const dateOfA = () =>
    client
      .getQueryData(sourcesPageQuery({}, 0).queryKey)
      ?.entries.flatMap(one => (isUnreadable(one) || one.name !== 'A' ? [] : [one.lastUpdateDate]))[0]

  const change = (seconds: number) => {
    world.archive.addItem(world.session({ source: 'A', name: 'day-9' }), 'oais', {
      kind: 'ingestRequest',
      status: 'STORED',
    })
    world.advance(`${seconds}s`)
  }

  it('are read again when the list they came from was older than the date of the source', async () => {
    await readList({ source: 'A' })
    const { queryKey } = sessionsPageQuery({ source: 'A' }, 0)
    client.setQueryData(queryKey, page => page, { updatedAt: Date.now() - 20_000 })
    change(20)
    await client.query(sourcesPageQuery({}, 0))
    // The list of sources is on the screen all the time.
    renderHook(() => useQuery({ ...sourcesPageQuery({}, 0), staleTime: Infinity }), { wrapper })
    const { result } = row('A', dateOfA())
    await wait(3_000)
    await settle(() => expect(result.current.recent).toBeDefined())
    const before = JSON.stringify(result.current.recent?.sessions)
    await wait(2 * MINUTE)
    await settle(() => expect(JSON.stringify(result.current.recent?.sessions)).not.toBe(before))
    const { length } = reads()
    expect(length).toBe(1)
    await wait(10 * MINUTE)
    expect(reads()).toHaveLength(length)
  })

  it('go by the date in the list of sources that was read last', async () => {
    const { queryKey } = sourcesPageQuery({ name: 'A' }, 0)
    await client.query(sourcesPageQuery({ name: 'A' }, 0))
    client.setQueryData(queryKey, page => page, { updatedAt: Date.now() - 20_000 })
    change(20)
    await client.query(sourcesPageQuery({}, 0))
    const { result } = row('A', dateOfA())
    await wait(3_000)
    await settle(() => expect(result.current.recent).toBeDefined())
    await wait(10 * MINUTE)
    expect(reads()).toHaveLength(1)
  })

  it('are asked for two sources at a time', async () => {
    const held: (() => void)[] = []
    const { fetch } = globalThis
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (...call) => {
      await new Promise<void>(resolve => held.push(resolve))
      return fetch(...call)
    })
    const rows = ['A', 'B', 'C', 'D'].map(source => row(source))
    await wait(10_000)
    expect(held).toHaveLength(2)
    held[0]?.()
    await settle(() => expect(held).toHaveLength(3))
    await wait(1_000)
    expect(held).toHaveLength(3)
    held[1]?.()
    held[2]?.()
    await settle(() => expect(held).toHaveLength(4))
    held[3]?.()
    await settle(() => {
      for (const { result } of rows) expect(result.current.recent).toBeDefined()
    })
    expect(reads()).toHaveLength(4)
  })

  it('are not asked for while nothing in view gets an answer, however long, and then without being told', async () => {
    const list = renderHook(() => useQuery({ ...sessionsPageQuery({ source: 'B' }, 0), retry: false }), { wrapper })
    await settle(() => expect(list.result.current.data).toBeDefined())
    const outage = world.faults.outage()
    await act(() => list.result.current.refetch())
    world.forgetRequests()
    const { result } = row('A')
    await wait(5 * MINUTE)
    expect(world.requests).toEqual([])
    outage.lift()
    await act(() => list.result.current.refetch())
    await settle(() => expect(result.current.recent?.sessions).toHaveLength(PULSE_LENGTH))
  })

  it('of one moment are those with the last ids, also where a list ends within that moment', async () => {
    const many = aWorld()
      .withSessions(60, 'E/day', s => s.oais({ done: 3 }))
      .build()
    for (let n = 0; n < 60; n++) many.session({ source: 'E', name: `day-${n}` }).createdAt = 1_748_000_000_000
    await enter(many)
    const last = await client.query(
      sessionsPageQuery({ source: 'E', sort: { property: 'creationDate', direction: 'desc' } }, 0),
    )
    expect(last.entries).toHaveLength(50)
    const { result } = row('E')
    await wait(3_000)
    await settle(() => expect(result.current.recent?.sessions).toHaveLength(PULSE_LENGTH))
    const ids = result.current.recent?.sessions.map(({ id }) => id) ?? []
    expect(Math.min(...ids)).toBeGreaterThan(Math.max(...last.entries.map(one => (isUnreadable(one) ? NaN : one.id))))
  })

  it('are not asked for while the page is hidden, nor when the row has gone meanwhile', async () => {
    const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    const kept = row('A')
    const gone = row('B')
    await wait(5_000)
    gone.unmount()
    expect(world.requests).toEqual([])
    state.mockReturnValue('visible')
    document.dispatchEvent(new Event('visibilitychange'))
    await settle(() => expect(kept.result.current.recent).toBeDefined())
    expect(reads().map(({ query }) => query['sourceName'])).toEqual(['A'])
  })

  it.each<[string, SessionListQuestion]>([
    ['the list of all sessions', {}],
    ['the list of its sessions', { source: 'A' }],
    ['the newest of its sessions', { source: 'A', sort: { property: 'creationDate', direction: 'desc' } }],
  ])('are not asked for when %s has them', async (_name, question) => {
    await readList(question)
    const { result } = row('A')
    await wait(3_000)
    await settle(() => expect(result.current.recent?.sessions).toHaveLength(PULSE_LENGTH))
    expect(world.requests).toEqual([])
    expect(result.current.recent?.total).toBe(12)
  })

  it.each<[string, SessionListQuestion]>([
    ['a filter hides some', { source: 'A', name: 'day' }],
    ['it is of one state', { source: 'A', state: 'ok' }],
    ['it is of another source', { source: 'B' }],
  ])('are asked for when a list has read but %s', async (_name, question) => {
    await readList(question)
    const { result } = row('A')
    await wait(3_000)
    await settle(() => expect(result.current.recent).toBeDefined())
    expect(reads()).toHaveLength(1)
  })

  it('have the rows of a list in their place, unless these are older; new ones are added', () => {
    const at = (id: number, minute: number, name = `day-${id}`): Session => ({
      ...aSession('A', name, [], id),
      lastUpdateDate: new Date(minute * MINUTE).toISOString(),
    })
    const now = withRows([at(1, 5), at(2, 5)], [at(1, 4, 'older'), at(2, 6, 'newer'), at(3, 6)])
    expect(names(now)).toEqual(['day-1', 'newer', 'day-3'])
  })
})

describe('the sessions a session is compared with', () => {
  const session = (id = 999): Session => ({
    ...aSession('A', 'now', [], id),
    creationDate: new Date(Date.now() + MINUTE).toISOString(),
  })

  const fetched = async (one: Session) => {
    const answer = client.query(earlierSessionsQuery(one))
    await wait(600)
    return answer
  }

  it('are the newest hundred by one request, and one request serves all sessions of a source', async () => {
    const found = await fetched(session())
    expect(found.sessions).toHaveLength(12)
    expect(reads().map(({ query }) => query['size'])).toEqual(['100'])
    await fetched(session(1000))
    expect(reads()).toHaveLength(1)
  })

  it('are read again after five minutes, however many sessions are opened meanwhile', async () => {
    await fetched(session())
    await wait(4 * MINUTE)
    await fetched(session(1000))
    expect(reads()).toHaveLength(1)
    await wait(4 * MINUTE)
    await fetched(session(1001))
    expect(reads()).toHaveLength(2)
    // What was copied is no newer than its reading.
    await fetched(session(1000))
    expect(reads()).toHaveLength(2)
  })

  it('are those of the pulse, where these are enough', async () => {
    await client.query(sourcesPageQuery({}, 0))
    const { result } = row('A')
    await wait(3_000)
    await settle(() => expect(result.current.recent).toBeDefined())
    world.forgetRequests()
    expect((await fetched(session())).sessions).toHaveLength(PULSE_LENGTH)
    expect(world.requests).toEqual([])
  })

  it('are not asked for when the session is only passed by', async () => {
    const query = earlierSessionsQuery(session())
    void client.query(query).catch(() => undefined)
    await wait(300)
    await client.cancelQueries({ queryKey: query.queryKey })
    await wait(5_000)
    expect(world.requests).toEqual([])
  })
})

/** How often what is watched is read: hidden and visible, one or many, over failures, sign-ins, reloads and a second tab. */
import { QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { connectServices } from '@/app/connect-services'
import { createQueryClient } from '@/app/query-client'
import type { SessionListQuestion } from '@/domain/list-params'
import { isUnreadable } from '@/domain/session'
import type { BoardWatch } from '@/domain/watching'
import { MOST_WATCHES, listTarget, sessionsTarget, watchFigures } from '@/domain/watching'
import { sessionQuery, sessionsPageQuery } from '@/queries/board'
import { beginWatch, claimEnd, isFull, removeEnded, removeWatch, takeUpWatches, useWatching } from '@/queries/watching'
import { findSessions } from '@/services/rs-admin'
import { useConfiguration } from '@/stores/configuration'
import { ownerNow, useCredentials } from '@/stores/credentials'
import { usePreferences } from '@/stores/preferences'
import { pageNow } from '@/stores/server-clock'
import { storageKey } from '@/stores/storage-key'
import { forgetWatches, useWatches } from '@/stores/watches'
import type { World } from '@simulator/world'
import { simulator } from '@tests/support/simulator'
import { signInAs } from '@tests/support/render-app'
import { aWorld } from '@tests/support/a-world'

const SLOW = { timeout: 60_000 }
const SESSIONS = 'rs-admin/sessions'

let client = createQueryClient()
let ended: BoardWatch[] = []

const wrapper = ({ children }: { readonly children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
)
const watches = () => useWatches.getState().watches

function hide(isHidden: boolean): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(isHidden ? 'hidden' : 'visible')
}

/** Sessions that run and never end. */
const atWork = (count: number) =>
  aWorld()
    .withSessions(count, 'A/day', s => s.oais({ done: 3, running: 2 }))
    .build()

async function found(question: SessionListQuestion = {}) {
  const { state, sort, ...others } = question
  const { entries } = await findSessions(others, 0, undefined, 200)
  return entries.flatMap(entry => (isUnreadable(entry) ? [] : [entry]))
}

/** Watches each session of the world by itself. */
async function watchEach(world: World) {
  const sessions = await found()
  for (const session of sessions) beginWatch(sessionsTarget([{ session, at: pageNow() }]))
  world.forgetRequests()
  return sessions
}

/** Starts to read as the page does. */
const follow = () => renderHook(() => useWatching(watch => ended.push(watch)), { wrapper })

/** Answers come in their own time, and timers when the test says so. */
const answers = () => act(() => new Promise(resolve => setTimeout(resolve, 5)))

/** Lets so many seconds pass for the page and for REGARDS; timers come once in `every` seconds. */
async function pass(world: World, seconds: number, every = 5): Promise<void> {
  for (let passed = 0; passed < seconds; passed += every) {
    world.advance(`${every}s`)
    await act(() => vi.advanceTimersByTimeAsync(every * 1000))
    await answers()
    await answers()
  }
}

/** How many steps of time had a question in them. */
let rounds = 0

/** How many questions each minute had. */
async function minutes(world: World, count: number): Promise<readonly number[]> {
  const found: number[] = []
  for (let n = 0; n < count; n++) {
    let asked = world.requests.length
    const before = asked
    for (let step = 0; step < 6; step++) {
      await pass(world, 10, 10)
      // All of a round have their answers.
      for (let n = 0; n < 20; n++) await answers()
      if (world.requests.length > asked) rounds++
      asked = world.requests.length
    }
    found.push(asked - before)
  }
  return found
}

/** A throttled timer: time goes by, and the timer comes once at its end. */
async function sleep(world: World, seconds: number): Promise<void> {
  world.advance(`${seconds}s`)
  vi.setSystemTime(Date.now() + (seconds - 1) * 1000)
  await act(() => vi.advanceTimersByTimeAsync(1000))
  await answers()
  await answers()
}

beforeEach(() => {
  client = createQueryClient()
  ended = []
  rounds = 0
})

async function inWorld(world: World): Promise<World> {
  simulator.use(world)
  useConfiguration.setState({ gateway: 'http://localhost' })
  connectServices()
  await signInAs('operator')
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], now: world.clock.now() })
  hide(false)
  world.forgetRequests()
  return world
}

afterEach(() => {
  client.clear()
  vi.restoreAllMocks()
})

describe('a hidden tab', SLOW, () => {
  it('reads one session once a minute, and no more', async () => {
    const world = await inWorld(atWork(1))
    await watchEach(world)
    follow()
    hide(true)
    await pass(world, 600)
    expect(world.requests).toHaveLength(10)
    expect(world.received(`${SESSIONS}/`)).toHaveLength(10)
  })

  it('reads twenty, each once a minute, in one round a minute, one after the other', async () => {
    const world = await inWorld(atWork(20))
    await watchEach(world)
    follow()
    hide(true)
    const perMinute = await minutes(world, 5)
    for (const count of perMinute) expect(count).toBeLessThanOrEqual(20)
    expect(world.requests.length).toBeGreaterThanOrEqual(80)
    // A round of all twenty, and not one here and one there.
    expect(rounds).toBeLessThanOrEqual(5)
  })

  it('whose timers come once a minute still reads each minute', async () => {
    const world = await inWorld(atWork(1))
    await watchEach(world)
    follow()
    hide(true)
    for (let n = 0; n < 6; n++) await sleep(world, 60)
    expect(world.requests).toHaveLength(6)
    // Asleep for long: one question, and not all that were missed.
    await sleep(world, 3 * 3600)
    expect(world.requests).toHaveLength(7)
  })

  it('reads a list by one question a minute, whatever it holds', async () => {
    const world = await inWorld(atWork(60))
    beginWatch(listTarget({ source: 'A' }))
    follow()
    // What is begun is read at once, both parts of it.
    await pass(world, 10)
    expect(world.requests).toHaveLength(2)
    hide(true)
    await pass(world, 300)
    expect(world.requests.length).toBeLessThanOrEqual(7)
    expect(world.requests.length).toBeGreaterThanOrEqual(6)
    expect(world.requests.every(({ url }) => url.includes('size=1&'))).toBe(true)
  })

  it('reads a selection as one list, and those that are not in it one a minute between', async () => {
    const world = await inWorld(
      aWorld()
        .withSession('A/old', s => s.oais({ running: 1 }).changed('3h'))
        .withSessions(150, 'A/new', s => s.oais({ done: 1 }).changed('1m'))
        .withSession('A/now', s => s.oais({ running: 1 }).changed('0s'))
        .build(),
    )
    const sessions = (await found()).filter(({ name }) => name === 'old' || name === 'now')
    expect(sessions).toHaveLength(2)
    world.forgetRequests()
    beginWatch(sessionsTarget(sessions.map(session => ({ session, at: pageNow() }))))
    follow()
    hide(true)
    await pass(world, 190)
    expect(world.requests.map(({ url }) => /size=\d+|sessions\/\d+/.exec(url)?.[0].replace(/\/\d+/, '/id'))).toEqual([
      'size=100',
      'sessions/id',
      'size=200',
    ])
  })
})

describe('a visible tab', SLOW, () => {
  it.each([
    [0, 10],
    [10, 20],
    [30, 20],
    [60, 10],
  ])('that refreshes every %i s reads a session that is not in view %i times in ten minutes', async (auto, times) => {
    const world = await inWorld(atWork(1))
    usePreferences.setState({ autoRefresh: auto })
    await watchEach(world)
    follow()
    await pass(world, 600)
    expect(world.requests).toHaveLength(times)
  })

  it('never asks more than twenty questions a minute', async () => {
    const world = await inWorld(atWork(20))
    usePreferences.setState({ autoRefresh: 10 })
    await watchEach(world)
    follow()
    for (const count of await minutes(world, 4)) expect(count).toBeLessThanOrEqual(21)
    // Each has its turn.
    expect(new Set(world.requests.map(({ url }) => url)).size).toBe(20)
  })

  it('asks nothing of its own about what the page asks about anyway', async () => {
    const world = await inWorld(atWork(1))
    const [session] = await watchEach(world)
    if (session === undefined) throw new Error('No session')
    follow()
    for (let n = 0; n < 30; n++) {
      await client.query({ ...sessionQuery(session, session.id), staleTime: 0 })
      await pass(world, 20)
    }
    expect(world.requests).toHaveLength(30)
    expect(watches()[0]?.lookedAt).toBeGreaterThan(pageNow() - 30_000)
  })
})

describe('it ends', SLOW, () => {
  it('once, when the session is still, and asks nothing more', async () => {
    const world = await inWorld(
      aWorld()
        .withSession('A/one', s => s.oais({ done: 7, errors: 2 }))
        .build(),
    )
    await watchEach(world)
    follow()
    hide(true)
    await pass(world, 190)
    expect(ended.map(({ end }) => end?.kind)).toEqual(['done'])
    const asked = world.requests.length
    await pass(world, 300)
    expect(world.requests).toHaveLength(asked)
    expect(ended).toHaveLength(1)
  })

  it('when REGARDS has purged it: by its id first, then by its names', async () => {
    const world = await inWorld(atWork(1))
    await watchEach(world)
    follow()
    hide(true)
    world.purge({ source: 'A', name: 'day-0' })
    await pass(world, 130)
    expect(ended.map(({ end }) => end?.kind)).toEqual(['gone'])
    expect(world.requests).toHaveLength(2)
  })

  it('when a list of what runs is empty', async () => {
    const world = await inWorld(
      aWorld()
        .withSession('A/one', s => s.oais({ done: 1, errors: 1 }))
        .build(),
    )
    beginWatch(listTarget({ state: 'running' }))
    follow()
    await pass(world, 300)
    expect(ended.map(({ end }) => end?.kind)).toEqual(['done'])
  })

  it('not while nothing runs for want of an answer', async () => {
    const world = await inWorld(atWork(1))
    await watchEach(world)
    follow()
    hide(true)
    world.faults.refuse(SESSIONS, 503)
    await pass(world, 3600, 30)
    expect(ended).toEqual([])
    expect(watches()[0]).toMatchObject({ trouble: { status: 503, isRefused: false } })
    // Two, four, then five minutes apart.
    expect(world.requests.length).toBeLessThanOrEqual(14)
    world.faults.clear()
    await pass(world, 310, 10)
    expect(ended.map(({ end }) => end?.kind)).toEqual(['stalled'])
  })
})

describe('a filtered list', SLOW, () => {
  const inError = (count: number) =>
    aWorld()
      .withSessions(count, 'A/day', s => s.oais({ done: 3, errors: 2 }))
      .build()
  const turn = (world: World, name: string, from: string, to: string, most = 2) => {
    const record = world.session({ source: 'A', name })
    const items = world.archive.items(record, 'oais').filter(({ status }) => status === from)
    for (const item of items.slice(0, most)) world.archive.change(record, 'oais', item, to)
  }
  const relaunch = (world: World, name: string) => turn(world, name, 'ERROR', 'RUNNING')
  /** What became of it. */
  const end = (world: World, name: string, errors: number) => {
    turn(world, name, 'RUNNING', 'ERROR', errors)
    turn(world, name, 'RUNNING', 'STORED')
  }
  const figures = () => ended.map(watch => watchFigures(watch).inError)

  it('goes on with what was in error and runs again, and says how many are in error at the end', async () => {
    const world = await inWorld(inError(3))
    beginWatch(listTarget({ state: 'errors' }))
    follow()
    await pass(world, 10)
    for (const name of ['day-0', 'day-1', 'day-2']) relaunch(world, name)
    await pass(world, 400)
    expect(ended).toEqual([])
    end(world, 'day-0', 0)
    end(world, 'day-1', 0)
    end(world, 'day-2', 1)
    await pass(world, 500)
    expect(ended.map(watch => watch.end?.kind)).toEqual(['done'])
    expect(figures()).toEqual([1])
  })

  it('knows what the screen showed before it was relaunched, also after a reload', async () => {
    const world = await inWorld(inError(2))
    await client.query(sessionsPageQuery({ state: 'errors' }, 0))
    for (const name of ['day-0', 'day-1']) relaunch(world, name)
    beginWatch(listTarget({ state: 'errors' }))
    const first = follow()
    await pass(world, 10)
    first.unmount()
    client = createQueryClient()
    const kept = sessionStorage.getItem(storageKey('watches')) ?? ''
    forgetWatches()
    sessionStorage.setItem(storageKey('watches'), kept)
    takeUpWatches(ownerNow())
    follow()
    await pass(world, 400)
    expect(ended).toEqual([])
    for (const name of ['day-0', 'day-1']) end(world, name, 2)
    await pass(world, 500)
    expect(figures()).toEqual([2])
  })

  it('knows what this tab has relaunched, where the screen shows it no more', async () => {
    const world = await inWorld(inError(1))
    relaunch(world, 'day-0')
    const outcome = { parts: [{ outcome: { kind: 'accepted' } }] }
    await client
      .getMutationCache()
      .build(client, { mutationKey: ['action'], mutationFn: () => Promise.resolve({ outcome }) })
      .execute({ kind: 'relaunch', ref: { source: 'A', name: 'day-0' }, stepId: 'oais' })
    beginWatch(listTarget({ state: 'errors' }))
    follow()
    await pass(world, 400)
    expect(ended).toEqual([])
    expect(watches().map(watch => watchFigures(watch).running)).toEqual([1])
  })

  it('counts no session in error that is none of the list', async () => {
    const world = await inWorld(inError(4))
    beginWatch(listTarget({ state: 'running' }))
    beginWatch(listTarget({ state: { anyOf: ['leftOut', 'stalled'] } }))
    beginWatch(listTarget({ state: { anyOf: ['errors'], since: new Date(world.clock.now() + 1).toISOString() } }))
    beginWatch(listTarget({ source: 'A' }))
    follow()
    await pass(world, 800)
    expect(ended).toHaveLength(4)
    expect(watches().map(watch => watchFigures(watch).inError)).toEqual([undefined, 0, 0, 4])
  })
})

describe('between users and visits', SLOW, () => {
  it('a refusal is told as one, and is no end', async () => {
    const world = await inWorld(atWork(1))
    await watchEach(world)
    follow()
    world.faults.refuse(SESSIONS, 403)
    await pass(world, 61)
    expect(watches()[0]).toMatchObject({ trouble: { status: 403, isRefused: true } })
    expect(ended).toEqual([])
  })

  it('a lost sign-in pauses it, and it goes on after signing in', async () => {
    const world = await inWorld(atWork(1))
    await watchEach(world)
    follow()
    world.expireTokens()
    await pass(world, 61)
    expect(useCredentials.getState().status).toBe('expired')
    world.forgetRequests()
    await pass(world, 300)
    expect(world.requests).toEqual([])
    await signInAs('operator')
    world.forgetRequests()
    await pass(world, 50)
    expect(world.requests).toHaveLength(1)
    expect(watches()[0]).toMatchObject({ failures: 0 })
  })

  it('a reload goes on with the same watches, for the same user only', async () => {
    const world = await inWorld(atWork(2))
    await watchEach(world)
    const kept = sessionStorage.getItem(storageKey('watches')) ?? ''
    const ids = watches().map(({ id }) => id)
    forgetWatches()
    expect(sessionStorage.getItem(storageKey('watches'))).toBeNull()
    sessionStorage.setItem(storageKey('watches'), kept)
    takeUpWatches('somebody else')
    expect(watches()).toEqual([])
    sessionStorage.setItem(storageKey('watches'), kept)
    takeUpWatches(ownerNow())
    expect(watches().map(({ id }) => id)).toEqual(ids)
  })

  it.each(['7', '{"owner":1}', '[{"id":1}]', 'no json'])('damaged data is no watch: %s', async text => {
    await inWorld(atWork(1))
    sessionStorage.setItem(storageKey('watches'), text)
    takeUpWatches(ownerNow())
    expect(watches()).toEqual([])
    const owner = ownerNow()
    sessionStorage.setItem(storageKey('watches'), JSON.stringify({ owner, watches: [{ id: 'x' }, 7] }))
    takeUpWatches(owner)
    expect(watches()).toEqual([])
  })

  it('with tokens in memory nothing is kept', async () => {
    const world = await inWorld(atWork(1))
    useConfiguration.setState({ token: 'memory' })
    await watchEach(world)
    expect(sessionStorage.getItem(storageKey('watches'))).toBeNull()
  })

  it('of two tabs that have the same watch one tells how it ended', async () => {
    const world = await inWorld(atWork(1))
    await watchEach(world)
    const [watch] = watches()
    if (watch === undefined) throw new Error('No watch')
    expect([await claimEnd(watch), await claimEnd(watch)]).toEqual([true, false])
  })
})

describe('the list of watches', () => {
  it('has each thing once, and twenty at most', async () => {
    const world = await inWorld(atWork(MOST_WATCHES + 1))
    const sessions = await found()
    world.forgetRequests()
    const begin = (place: number) => {
      const session = sessions[place]
      return session && beginWatch(sessionsTarget([{ session, at: pageNow() }]))
    }
    for (let place = 0; place < MOST_WATCHES; place++) expect(begin(place)).toBe('begun')
    expect(begin(0)).toBe('known')
    expect(begin(MOST_WATCHES)).toBe('full')
    expect(isFull(watches())).toBe(true)
    removeWatch(watches()[3]?.id ?? '')
    expect(begin(MOST_WATCHES)).toBe('begun')
    expect(world.requests).toEqual([])
  })

  it('forgets how an earlier watch ended when the same is watched again, and what is dismissed', async () => {
    const world = await inWorld(atWork(2))
    const sessions = await watchEach(world)
    const end = { kind: 'done', at: 1, isSeen: true } as const
    useWatches.setState({ watches: watches().map(watch => ({ ...watch, end })) })
    const [session] = sessions
    if (session === undefined) throw new Error('No session')
    expect(beginWatch(sessionsTarget([{ session, at: 1 }]))).toBe('begun')
    expect(watches()).toHaveLength(2)
    removeEnded()
    expect(watches().map(watch => watch.end)).toEqual([undefined])
  })
})

/** A run as it is sent: in order, two at a time, each once, over reloads, lost sign-ins, failing gateways and a second tab. */
import { waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { connectServices } from '@/app/connect-services'
import { createQueryClient } from '@/app/query-client'
import { planRelaunch, relaunchesOf } from '@/domain/relaunch-preview'
import type { RelaunchPlan } from '@/domain/relaunch-preview'
import { isUnfinished, resultOf } from '@/domain/relaunch-run'
import { isUnreadable } from '@/domain/session'
import { readAction } from '@/queries/actions'
import { beginRun, closeRun, goOn, takeUpRun, tellRun } from '@/queries/relaunch-run'
import { findSessions } from '@/services/rs-admin'
import { useConfiguration } from '@/stores/configuration'
import { ownerNow, useCredentials } from '@/stores/credentials'
import { forgetRun, useRelaunchRun } from '@/stores/relaunch-run'
import { storageKey } from '@/stores/storage-key'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import { countFlying } from '@tests/support/count-flying'
import { signInAs } from '@tests/support/render-app'
import { simulator } from '@tests/support/simulator'

const INGEST = 'rs-ingest/requests/retry'
const STORAGE = 'rs-storage/storages/retry'

let client = createQueryClient()

async function planOf(world: World, most = Infinity): Promise<RelaunchPlan> {
  simulator.use(world)
  useConfiguration.setState({ gateway: 'http://localhost' })
  connectServices()
  await signInAs('lead')
  const { entries } = await findSessions({ sort: { property: 'name', direction: 'asc' } }, 0)
  const sessions = entries.flatMap(entry => (isUnreadable(entry) ? [] : [entry])).slice(0, most)
  world.forgetRequests()
  return planRelaunch(sessions, { missing: new Set(), chains: new Map() })
}

const run = () => {
  const found = useRelaunchRun.getState().run
  if (found === undefined) throw new Error('There is no run')
  return found
}
const results = () => run().items.map(resultOf)
const ended = () => waitFor(() => expect(isUnfinished(run())).toBe(false))
const paused = (reason: string) => waitFor(() => expect(run().paused).toBe(reason))
/** The sessions that ingest was told to relaunch. */
const sentTo = (world: World) =>
  world.received(INGEST).map(({ body }) => (JSON.parse(body) as { readonly session: string }).session)

const oaisWorld = (count: number) =>
  aWorld()
    .withSessions(count, 'A/day', s => s.oais({ done: 1, errors: 2 }))
    .build()

/** The page loaded anew: what the tab keeps is all that is left. */
function reload() {
  const kept = sessionStorage.getItem(storageKey('run'))
  forgetRun()
  if (kept !== null) sessionStorage.setItem(storageKey('run'), kept)
  client = createQueryClient()
  takeUpRun(ownerNow())
}

beforeEach(() => {
  client = createQueryClient()
  forgetRun()
  localStorage.clear()
})
afterEach(() => vi.restoreAllMocks())

it('sends what was shown, once each, two at a time, by four requests a session at most', async () => {
  const world = aWorld()
    .withSessions(10, 'A/oais', s => s.oais({ errors: 2 }).storage({ errors: 1 }))
    .withSessions(10, 'B/feature', s => s.feature({ errors: { CREATION: 2, UPDATE: 1 } }))
    .withSessions(10, 'C/worker', s => s.workers({ unzip: { error: 2 } }))
    .build()
  const plan = await planOf(world)
  const flying = countFlying()
  beginRun(client, plan)
  // A second click.
  beginRun(client, plan)
  await ended()
  expect(results()).toEqual(Array.from({ length: 40 }, () => 'accepted'))
  expect(flying()).toBe(2)
  expect(world.requests.length).toBeLessThanOrEqual(4 * 30)
  const sent = world.requests.filter(({ url }) => url.includes('retry')).length
  expect(sent).toBe(10 + 10 + 20 + 10)
  const shown = plan.sessions.flatMap(one => relaunchesOf(one).map(({ stepId }) => [one.session.name, stepId]))
  expect(run().items.map(({ ref, stepId }) => [ref.name, stepId])).toEqual(shown)
  const ofA = plan.sessions.filter(({ session: { source } }) => source === 'A')
  expect(sentTo(world).toSorted()).toEqual(ofA.map(({ session: { name } }) => name).toSorted())
  // Each is known where a single relaunch would be.
  const actions = client
    .getMutationCache()
    .getAll()
    .flatMap(mutation => readAction(mutation) ?? [])
  expect(actions).toHaveLength(40)
  expect(actions.every(({ isOfRun }) => isOfRun)).toBe(true)
})

it('a pause lets those under way end, and the rest goes out on a click', async () => {
  const world = oaisWorld(5)
  beginRun(client, await planOf(world))
  tellRun({ type: 'paused', reason: 'user' })
  await waitFor(() => expect(results().filter(result => result === 'accepted')).toHaveLength(2))
  expect(world.received(INGEST)).toHaveLength(2)
  goOn(client, 'resumed')
  await ended()
  expect(world.received(INGEST)).toHaveLength(5)
})

it('a stop lets those under way end; the others are not sent, until they are relaunched again', async () => {
  const world = oaisWorld(5)
  beginRun(client, await planOf(world))
  tellRun({ type: 'stopped' })
  await ended()
  expect(results()).toEqual(['accepted', 'accepted', 'notSent', 'notSent', 'notSent'])
  goOn(client, 'again')
  await ended()
  expect(world.received(INGEST)).toHaveLength(5)
})

it('a refusal is told with the words of REGARDS, and the run goes on', async () => {
  const world = oaisWorld(4)
  const plan = await planOf(world)
  world.faults.refuse(INGEST, 422, ['Not now'], { times: 1 })
  beginRun(client, plan)
  await ended()
  expect(results().filter(result => result === 'accepted')).toHaveLength(3)
  const refused = run().items.find(item => resultOf(item) === 'refused')
  expect(refused?.state).toMatchObject({ outcome: { parts: [{ outcome: { status: 422, messages: ['Not now'] } }] } })
})

it('a lost sign-in in the middle stops it; after signing in a click sends the rest, and nothing twice', async () => {
  const world = oaisWorld(6)
  const plan = await planOf(world)
  world.faults.latency(INGEST, '1s', { times: 2 })
  beginRun(client, plan)
  await waitFor(() => expect(world.received(INGEST)).toHaveLength(2))
  world.expireTokens()
  world.advance('2s')
  await paused('signedOut')
  await waitFor(() => expect(results()).not.toContain('sending'))
  expect(useCredentials.getState().status).toBe('expired')
  expect(results()).toEqual(['accepted', 'accepted', 'waiting', 'waiting', 'waiting', 'waiting'])
  await signInAs('lead')
  expect(world.received(INGEST)).toHaveLength(2)
  goOn(client, 'resumed')
  await ended()
  expect(results()).toEqual(Array.from({ length: 6 }, () => 'accepted'))
  expect(new Set(sentTo(world)).size).toBe(6)
  expect(sentTo(world)).toHaveLength(6)
})

it('a gateway without REGARDS in the middle makes the run wait; what is unknown is not repeated by itself', async () => {
  const world = oaisWorld(6)
  const plan = await planOf(world)
  world.faults.refuse(INGEST, 503, '', { times: 2 })
  beginRun(client, plan)
  await paused('failing')
  expect(results().filter(result => result === 'unknown')).toHaveLength(2)
  goOn(client, 'resumed')
  await ended()
  goOn(client, 'again')
  await ended()
  expect(results().filter(result => result === 'unknown')).toHaveLength(2)
  expect(world.received(INGEST)).toHaveLength(6)
  const index = results().indexOf('unknown')
  goOn(client, { index })
  await ended()
  expect(results()[index]).toBe('accepted')
  expect(world.received(INGEST)).toHaveLength(7)
})

describe('a reload', () => {
  it('finds the run: what was under way is unknown, what is left waits for a click, nothing is sent twice', async () => {
    const world = oaisWorld(5)
    const plan = await planOf(world)
    world.faults.latency(INGEST, '1s')
    beginRun(client, plan)
    await waitFor(() => expect(world.received(INGEST)).toHaveLength(2))
    reload()
    expect(results()).toEqual(['unknown', 'unknown', 'waiting', 'waiting', 'waiting'])
    expect(run().paused).toBe('reloaded')
    world.faults.clear()
    goOn(client, 'resumed')
    await ended()
    expect(results()).toEqual(['unknown', 'unknown', 'accepted', 'accepted', 'accepted'])
    expect(world.received(INGEST)).toHaveLength(5)
  })

  it.each([
    [
      'for somebody else',
      () => useCredentials.getState().signIn({ project: 'demo', user: 'x', role: '', accessToken: 't', expiresIn: 9 }),
    ],
    ['that was damaged', () => sessionStorage.setItem(storageKey('run'), '{"owner":"x","run":{"items":[1]}}')],
  ])('finds nothing %s', async (_, change) => {
    const world = oaisWorld(2)
    beginRun(client, await planOf(world))
    await ended()
    change()
    const kept = sessionStorage.getItem(storageKey('run')) ?? ''
    forgetRun()
    sessionStorage.setItem(storageKey('run'), kept)
    takeUpRun(ownerNow())
    expect(useRelaunchRun.getState().run).toBeUndefined()
  })
})

it('a second tab with the same run sends nothing a second time', async () => {
  const world = oaisWorld(3)
  const plan = await planOf(world)
  beginRun(client, plan)
  const duplicate = sessionStorage.getItem(storageKey('run')) ?? ''
  await ended()
  // The tab that was duplicated at the start goes on with what it knows.
  forgetRun()
  sessionStorage.setItem(storageKey('run'), duplicate)
  client = createQueryClient()
  takeUpRun(ownerNow())
  goOn(client, 'resumed')
  await ended()
  expect(world.received(INGEST)).toHaveLength(3)
})

it('sessions of one acquisition chain go one after the other, each once the chain has ended the one before', async () => {
  const world = aWorld()
    .withSessions(2, 'A/day', s => s.scan({ errors: 2 }))
    .build()
  const plan = await planOf(world)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  beginRun(client, plan)
  await vi.waitFor(() => expect(run().items[1]?.notBefore).toBeGreaterThan(0))
  expect(world.received('rs-dataprovider/chains/relaunch')).toHaveLength(1)
  world.advance('60s')
  await vi.advanceTimersByTimeAsync(10_000)
  await vi.waitFor(() => expect(isUnfinished(run())).toBe(false))
  expect(results()).toEqual(['accepted', 'accepted'])
  expect(world.received('rs-dataprovider/chains/relaunch')).toHaveLength(2)
})

it('a session that waits behind another one of its acquisition chain sets no timer until that one is answered', async () => {
  const world = aWorld()
    .withSessions(3, 'A/day', s => s.scan({ errors: 2 }))
    .build()
  const plan = await planOf(world)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  beginRun(client, plan)
  await vi.waitFor(() => expect(run().items[2]?.notBefore).toBeGreaterThan(0))
  world.advance('60s')
  world.faults.latency('rs-dataprovider/chains/relaunch', '60s', { times: 1 })
  await vi.advanceTimersByTimeAsync(10_000)
  await vi.waitFor(() => expect(results()).toEqual(['accepted', 'sending', 'waiting']))
  const timers = vi.spyOn(globalThis, 'setTimeout')
  await vi.advanceTimersByTimeAsync(2000)
  expect(results()).toEqual(['accepted', 'sending', 'waiting'])
  expect(timers.mock.calls.length).toBeLessThan(10)
})

it('a step that is being relaunched elsewhere is not sent', async () => {
  const world = oaisWorld(1)
  const plan = await planOf(world)
  const ref = { source: 'A', name: 'day-0' }
  void client
    .getMutationCache()
    .build(client, { mutationKey: ['action'], mutationFn: () => new Promise<never>(() => undefined) })
    .execute({ kind: 'relaunch', ref, stepId: 'oais' })
  beginRun(client, plan)
  await ended()
  expect(results()).toEqual(['notSent'])
  expect(world.received(INGEST)).toHaveLength(0)
  closeRun()
  expect(useRelaunchRun.getState().run).toBeUndefined()
})

it('storage takes its thousand at a time', async () => {
  const world = aWorld()
    .withSession('A/day-1', s => s.storage({ errors: 3 }))
    .build()
  beginRun(client, await planOf(world))
  await ended()
  expect(world.received(STORAGE).map(({ url }) => url)).toEqual(['rs-storage/storages/retry?source=A&session=day-1'])
})

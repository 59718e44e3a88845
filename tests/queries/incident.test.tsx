/** Reading the errors of many sessions: bounded, two requests at a time, given up at a click, and nothing lost by that. */
import type { QueryClient } from '@tanstack/react-query'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { connectServices } from '@/app/connect-services'
import { createQueryClient } from '@/app/query-client'
import type { IncidentSize } from '@/domain/incident'
import { causesAcross, incidentFigures } from '@/domain/incident'
import { isUnreadable } from '@/domain/session'
import type { IncidentScope } from '@/queries/incident'
import { LIST_LIMIT, MOST_PAGES, useIncident } from '@/queries/incident'
import { findSessions } from '@/services/rs-admin'
import { useConfiguration } from '@/stores/configuration'
import { useCredentials } from '@/stores/credentials'
import { forgetSelection, selectSessions } from '@/stores/selected-sessions'
import { pageNow } from '@/stores/server-clock'
import type { World } from '@simulator/world'
import type { SessionBuilder } from '@tests/support/a-world'
import { aWorld } from '@tests/support/a-world'
import { countFlying } from '@tests/support/count-flying'
import { signInAs } from '@tests/support/render-app'
import { simulator } from '@tests/support/simulator'

const ALL: IncidentScope = { kind: 'list', question: {} }
const LISTS = /rs-(ingest|fem|worker-manager)\/requests|rs-dataprovider\/products/

const many = (count: number, describe: (s: SessionBuilder) => SessionBuilder = s => s.oais({ errors: 2 })) =>
  aWorld().withSessions(count, 'A/day', describe).build()

async function signedIn(world: World): Promise<void> {
  simulator.use(world)
  useConfiguration.setState({ gateway: 'http://localhost' })
  connectServices()
  await signInAs('lead')
  world.forgetRequests()
}

function open(client: QueryClient, scope: IncidentScope = ALL) {
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  const { result, rerender, unmount } = renderHook(({ size }) => useIncident(scope, size), {
    wrapper,
    initialProps: { size: 30 as IncidentSize },
  })
  const now = () => result.current
  const figures = () => incidentFigures(now().reading.sessions ?? [])
  const is = (state: string) => waitFor(() => expect(now().reading.state).toBe(state), { timeout: 20_000 })
  return { now, figures, is, unmount, resize: (size: IncidentSize) => rerender({ size }) }
}

async function openIn(world: World, scope: IncidentScope = ALL) {
  await signedIn(world)
  return { ...open(createQueryClient(), scope), world }
}

const listRequests = (world: World) => world.requests.filter(({ url }) => LISTS.test(url))

afterEach(() => {
  vi.restoreAllMocks()
  forgetSelection()
})

describe('the newest sessions in error', () => {
  it('are asked for once, their lists once each, two at a time', async () => {
    const flying = countFlying()
    const { is, figures, now, world } = await openIn(
      aWorld()
        .withSessions(40, 'A/day', s => s.oais({ done: 1, errors: 2 }).feature({ errors: { CREATION: 1, UPDATE: 3 } }))
        .withSession('A/well', s => s.oais({ done: 3 }).changed('1s'))
        .build(),
    )
    await is('done')
    expect(world.received('rs-admin/sessions')).toHaveLength(1)
    expect(world.received('rs-admin/sessions')[0]?.url).toMatch(/size=30&.*sessionState=errors/)
    expect(listRequests(world)).toHaveLength(30 * 3)
    expect(world.requests).toHaveLength(1 + 30 * 3)
    expect(flying()).toBe(2)
    expect(now().reading).toMatchObject({ total: 40, isTotalCut: false, missing: 0 })
    expect(figures()).toMatchObject({ sessions: 30, done: 30, errors: 30 * 6, isExact: true })
    expect(now().reading.sessions?.[0]?.session.name).toBe('day-0')
    expect(causesAcross(now().reading.sessions ?? []).reduce((sum, { count }) => sum + count, 0)).toBe(180)
  })

  it('cost one request a list, and one more for each source whose products are asked by their chain', async () => {
    const { is, figures, world } = await openIn(
      many(30, s =>
        s
          .scan({ errors: 1 })
          .workers({ unzip: { error: 1 } })
          .storage({ errors: 4 })
          .catalog({ errors: 1 }),
      ),
    )
    await is('done')
    expect(figures()).toMatchObject({ done: 30, errors: 60, isExact: true })
    expect(figures().unlisted).toEqual([
      { stepId: 'storage', errors: 120 },
      { stepId: 'catalog', errors: 30 },
    ])
    expect(world.received('rs-dataprovider/chain-monitoring')).toHaveLength(1)
    expect(world.requests).toHaveLength(1 + 1 + 30 * 2)
  })

  it('are those that the filters of the list let through', async () => {
    const { is, now, world } = await openIn(
      aWorld()
        .withSessions(3, 'A/day', s => s.oais({ errors: 1 }))
        .withSessions(3, 'B/day', s => s.oais({ errors: 1 }))
        .build(),
      { kind: 'list', question: { source: 'B', name: 'day-1', state: { anyOf: ['errors', 'waiting'] } } },
    )
    await is('done')
    expect(now().reading.sessions?.map(({ session: { source, name } }) => `${source}/${name}`)).toEqual(['B/day-1'])
    expect(world.received('rs-admin/sessions')).toHaveLength(1)
  })

  it('of another state are those of them that are in error too', async () => {
    const { is, now } = await openIn(
      aWorld()
        .withSession('A/both', s => s.oais({ errors: 1, waiting: 1 }))
        .withSession('A/waiting', s => s.oais({ waiting: 1 }))
        .withSession('A/error', s => s.oais({ errors: 1 }))
        .build(),
      { kind: 'list', question: { state: 'waiting' } },
    )
    await is('done')
    expect(now().reading).toMatchObject({ total: 1, isTotalCut: false })
    expect(now().reading.sessions?.map(({ session }) => session.name)).toEqual(['both'])
  })

  it('of a range of time are those of them that were updated in it', async () => {
    const { is, now } = await openIn(
      aWorld()
        .withSession('A/new', s => s.oais({ errors: 1 }).changed('1h'))
        .withSession('A/well', s => s.oais({ done: 1 }).changed('1h'))
        .withSession('A/old', s => s.oais({ errors: 1 }).changed('3d'))
        .build(),
      { kind: 'list', question: { state: { anyOf: [], since: '24h' } } },
    )
    await is('done')
    expect(now().reading).toMatchObject({ total: 1, isTotalCut: false })
    expect(now().reading.sessions?.map(({ session }) => session.name)).toEqual(['new'])
  })

  it('more of them: what was read of those that have not changed is not read again', async () => {
    const { is, figures, resize, world } = await openIn(many(50))
    await is('done')
    world.forgetRequests()
    resize(100)
    await waitFor(() => expect(figures()).toMatchObject({ sessions: 50, done: 50, errors: 100 }))
    await is('done')
    expect(listRequests(world)).toHaveLength(20)
  })
})

describe('a list', () => {
  it('is read up to its newest 500 errors, and is said not to be whole', async () => {
    const { is, figures, world } = await openIn(many(1, s => s.oais({ errors: LIST_LIMIT + 1 })))
    await is('done')
    expect(listRequests(world)).toHaveLength(1)
    expect(figures()).toMatchObject({ errors: LIST_LIMIT, cut: 1, isExact: false })
  })

  it('full of rows of sessions with similar names is read three pages far', async () => {
    const { is, figures, world, now } = await openIn(
      aWorld()
        .withSession('A/day-1', s => s.workers({ unzip: { error: 1 } }).changed('1s'))
        .withSession('A/day-10', s => s.workers({ unzip: { error: 1600 } }))
        .build(),
      { kind: 'list', question: { name: 'day-1' } },
    )
    await is('done')
    const first = now().reading.sessions?.[0]
    expect(first?.session.name).toBe('day-1')
    const own = world.received('rs-worker-manager/requests').filter(({ body }) => !body.includes('day-10'))
    expect(own.length).toBeLessThanOrEqual(MOST_PAGES)
    expect(own.length).toBeGreaterThan(1)
    expect(first?.lists[0]?.reading).toMatchObject({ kind: 'read', isWhole: false })
    expect(figures().isExact).toBe(false)
  })

  it('that fails is said, stops no other, and is read again on demand', async () => {
    const world = many(5)
    world.faults.refuse('rs-ingest/requests', 400, ['No such thing'], { bodyHolds: '"day-2"' })
    const { is, figures, now } = await openIn(world)
    await is('done')
    expect(figures()).toMatchObject({ errors: 8, done: 5, isExact: false })
    expect(figures().failed).toMatchObject([{ session: { name: 'day-2' }, error: { status: 400 } }])
    world.faults.clear()
    world.forgetRequests()
    act(() => now().retry())
    await waitFor(() => expect(figures()).toMatchObject({ errors: 10, failed: [], isExact: true }))
    expect(world.requests).toHaveLength(1)
  })

  it('that a right is missing for is asked once for all sessions, and counted apart', async () => {
    const world = many(6)
    world.faults.refuse('rs-ingest/requests', 403)
    const { is, figures } = await openIn(world)
    await is('done')
    expect(figures()).toMatchObject({
      errors: 0,
      isExact: true,
      barred: [{ stepId: 'oais', errors: 12, right: 'POST rs-ingest/requests' }],
    })
    // Two were under way.
    expect(listRequests(world).length).toBeLessThanOrEqual(2)
  })
})

describe('reading', () => {
  const slowWorld = () => {
    const world = many(12)
    for (const name of ['day-5', 'day-6']) world.faults.latency('rs-ingest/requests', '1h', { bodyHolds: `"${name}"` })
    return world
  }

  it('that is stopped keeps what was read, asks for nothing more, and goes on where it was', async () => {
    const world = slowWorld()
    const { now, figures, is } = await openIn(world)
    await waitFor(() => expect(figures().done).toBe(5))
    await waitFor(() => expect(listRequests(world)).toHaveLength(7))
    act(() => now().stop())
    await is('stopped')
    world.faults.clear()
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(listRequests(world)).toHaveLength(7)
    expect(figures()).toMatchObject({ done: 5, errors: 10, isExact: false })
    world.forgetRequests()
    act(() => now().goOn())
    await is('done')
    expect(figures()).toMatchObject({ done: 12, errors: 24, isExact: true })
    expect(listRequests(world)).toHaveLength(7)
    expect(world.received('rs-admin/sessions')).toHaveLength(0)
  })

  it('that is left goes on when it is looked at again; one that was stopped waits for a click', async () => {
    const world = slowWorld()
    await signedIn(world)
    const client = createQueryClient()
    const first = open(client)
    await waitFor(() => expect(first.figures().done).toBe(5))
    first.unmount()
    world.faults.clear()
    world.forgetRequests()
    const second = open(client)
    await second.is('done')
    expect(second.figures()).toMatchObject({ done: 12, errors: 24 })
    expect(listRequests(world)).toHaveLength(7)
    world.faults.latency('rs-ingest/requests', '1h')
    act(() => second.now().reload())
    await waitFor(() => expect(listRequests(world)).toHaveLength(9))
    act(() => second.now().stop())
    await second.is('stopped')
    second.unmount()
    world.forgetRequests()
    const third = open(client)
    await third.is('stopped')
    expect(world.requests).toEqual([])
  })

  it('ends at once when the sign-in is lost, and goes on when its user is back', async () => {
    const world = slowWorld()
    const { now, figures, is } = await openIn(world)
    await waitFor(() => expect(figures().done).toBe(5))
    world.faults.clear()
    world.expireTokens()
    world.faults.refuse('rs-ingest/requests', 401, '', { times: 2 })
    act(() => now().stop())
    act(() => now().goOn())
    await waitFor(() => expect(useCredentials.getState().status).toBe('expired'))
    await is('away')
    expect(figures()).toMatchObject({ done: 5, failed: [] })
    const asked = listRequests(world).length
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(listRequests(world)).toHaveLength(asked)
    world.faults.clear()
    await act(() => signInAs('lead'))
    await is('done')
    expect(figures()).toMatchObject({ done: 12, errors: 24, isExact: true })
  })

  it('says why the sessions themselves could not be read, and tries again on demand', async () => {
    const world = many(2)
    world.faults.refuse('rs-admin/sessions', 400, ['No such state'], { times: 1 })
    const { now, is, figures } = await openIn(world)
    await is('failed')
    expect(now().reading.error).toMatchObject({ status: 400, messages: ['No such state'] })
    act(() => now().goOn())
    await is('done')
    expect(now().reading.error).toBeUndefined()
    expect(figures().errors).toBe(4)
  })

  it('anew forgets what it was', async () => {
    const { now, is, world, figures } = await openIn(many(3))
    await is('done')
    world.forgetRequests()
    act(() => now().reload())
    await waitFor(() => expect(listRequests(world)).toHaveLength(3))
    await is('done')
    expect(world.received('rs-admin/sessions')).toHaveLength(1)
    expect(figures().errors).toBe(6)
  })
})

describe('selected sessions', () => {
  it('seen just now are not read again, older ones are; those gone meanwhile are said to be missing', async () => {
    const world = many(4)
    await signedIn(world)
    const { entries } = await findSessions({ sort: { property: 'name', direction: 'asc' } }, 0)
    const sessions = entries.flatMap(entry => (isUnreadable(entry) ? [] : [entry]))
    selectSessions(sessions.slice(0, 2), pageNow())
    selectSessions(sessions.slice(2), pageNow() - 120_000)
    world.purge({ source: 'A', name: 'day-3' })
    world.forgetRequests()
    const pointers = sessions.map(({ source, name, id }) => ({ source, name, id }))
    const { is, now, figures } = open(createQueryClient(), { kind: 'selected', sessions: pointers, total: 4 })
    await is('done')
    expect(now().reading).toMatchObject({ total: 4, missing: 1 })
    expect(now().reading.sessions?.map(({ session }) => session.name)).toEqual(['day-0', 'day-1', 'day-2'])
    expect(figures().errors).toBe(6)
    expect(world.received('rs-admin/sessions/').length).toBe(2)
    expect(listRequests(world)).toHaveLength(3)
  })
})

/** Reading many sessions: all that match, each once, given up at once when asked; and those selected as they are now. */
import { beforeEach, describe, expect, it } from 'vitest'
import { connectServices } from '@/app/connect-services'
import { createQueryClient } from '@/app/query-client'
import { previewQuery, readMatching, readSelected } from '@/queries/selected-sessions'
import { useConfiguration } from '@/stores/configuration'
import type { SessionListQuestion } from '@/domain/list-params'
import { isUnreadable } from '@/domain/session'
import { findSessions } from '@/services/rs-admin'
import { pageNow } from '@/stores/server-clock'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import { signInAs } from '@tests/support/render-app'
import { simulator } from '@tests/support/simulator'

async function open(world: World): Promise<World> {
  simulator.use(world)
  useConfiguration.setState({ gateway: 'http://localhost' })
  connectServices()
  await signInAs('lead')
  world.forgetRequests()
  return world
}
const never = new AbortController().signal

describe('all that match', () => {
  let world: World
  beforeEach(async () => {
    world = await open(
      aWorld()
        .withSessions(250, 'A/day', s => s.oais({ errors: 1 }))
        .withSessions(3, 'B/well', s => s.oais({ done: 1 }))
        .build(),
    )
  })

  it('are read page after page, each once, and how far it is is told', async () => {
    const told: string[] = []
    const { sessions, total } = await readMatching({ state: 'errors' }, never, (read, all) =>
      told.push(`${read}/${all}`),
    )
    expect(new Set(sessions.map(({ id }) => id)).size).toBe(250)
    expect(total).toBe(250)
    expect(told).toEqual(['200/250', '250/250'])
    expect(world.received('rs-admin/sessions')).toHaveLength(2)
  })

  it('are in the order of the list, whatever it is ordered by', async () => {
    const names = async (sort?: SessionListQuestion['sort']) => {
      const question = sort === undefined ? {} : { sort }
      const { sessions } = await readMatching(question, never, () => undefined)
      return sessions.map(({ name }) => name)
    }
    const listed = async (sort?: SessionListQuestion['sort']) => {
      const question = sort === undefined ? {} : { sort }
      const { entries } = await findSessions(question, 0, never, 500)
      return entries.map(entry => (isUnreadable(entry) ? '?' : entry.name))
    }
    expect(await names()).toEqual(await listed())
    for (const property of ['name', 'creationDate', 'lastUpdateDate', 'id'] as const)
      for (const direction of ['asc', 'desc'] as const)
        expect(await names({ property, direction })).toEqual(await listed({ property, direction }))
  })

  it('are the first of the list when there are more than can be selected', async () => {
    await open(
      aWorld()
        .withSessions(620, 'A/day', s => s.oais({ errors: 1 }))
        .build(),
    )
    const { sessions, total } = await readMatching({}, never, () => undefined)
    const { entries } = await findSessions({}, 0, never, 500)
    expect(total).toBe(620)
    expect(sessions).toHaveLength(500)
    expect(sessions.map(({ id }) => id)).toEqual(entries.map(entry => (isUnreadable(entry) ? 0 : entry.id)))
  })

  it('are not read on after they were given up', async () => {
    const controller = new AbortController()
    const reading = readMatching({}, controller.signal, () => controller.abort(new Error('given up')))
    await expect(reading).rejects.toThrow('given up')
    expect(world.received('rs-admin/sessions')).toHaveLength(1)
  })

  it('are nothing when a page is missing: a part is not given for the whole', async () => {
    world.faults.refuse(/sessions\?page=1/, 403)
    await expect(readMatching({}, never, () => undefined)).rejects.toMatchObject({ status: 403 })
  })
})

describe('the preview', () => {
  it('reads again what was seen a minute ago, leaves out what is gone, and asks each chain once', async () => {
    const world = await open(
      aWorld()
        .withChain('A', { enabled: false })
        .withSessions(4, 'A/day', s => s.scan({ errors: 1 }))
        .build(),
    )
    const { sessions } = await readMatching({}, never, () => undefined)
    world.purge({ source: 'A', name: 'day-3' })
    world.forgetRequests()
    const selected = sessions.map((session, n) => ({ session, at: pageNow() - (n === 0 ? 0 : 120_000) }))
    const query = previewQuery('dialog', 0, { selected, isAnew: false, onProgress: () => undefined })
    const found = await createQueryClient().query(query)
    expect(found.sessions.map(({ name }) => name)).toEqual(['day-0', 'day-1', 'day-2'])
    expect(found.failed).toBe(0)
    expect(found.chains.get('A')).toMatchObject([{ enabled: false }])
    expect(world.received('rs-dataprovider/chain-monitoring')).toHaveLength(1)
    expect(world.received('rs-admin/sessions/')).toHaveLength(3)
  })
})

describe('the file of those selected', () => {
  const openDays = () =>
    open(
      aWorld()
        .withSessions(5, 'A/day', s => s.oais({ done: 7, errors: 1 }))
        .build(),
    )

  it('reads each anew, in the order of selection, and says which are gone and which could not be read', async () => {
    const world = await openDays()
    const { sessions } = await readMatching({}, never, () => undefined)
    const selected = sessions.toReversed()
    world.purge({ source: 'A', name: 'day-3' })
    const [, second] = selected
    if (second === undefined) throw new Error('None')
    world.faults.refuse(new RegExp(`sessions/${sessions[0]?.id}$`), 403)
    world.forgetRequests()
    const told: string[] = []
    const found = await readSelected(createQueryClient(), selected, never, (read, total) =>
      told.push(`${read}/${total}`),
    )
    expect(found.rows.map(([, name]) => name)).toEqual(['day-4', 'day-2', 'day-1'])
    expect(found).toMatchObject({ gone: 1, failed: 1 })
    expect(told).toEqual(['0/5', '1/5', '2/5', '3/5', '4/5', '5/5'])
  })

  it('is not read on after it was given up', async () => {
    const world = await openDays()
    const { sessions } = await readMatching({}, never, () => undefined)
    world.forgetRequests()
    const controller = new AbortController()
    const reading = readSelected(createQueryClient(), sessions, controller.signal, read => {
      if (read === 1) controller.abort(new Error('given up'))
    })
    await expect(reading).rejects.toThrow('given up')
    expect(world.received('rs-admin/sessions').length).toBeLessThanOrEqual(2)
  })

  it('is none when the sign-in has ended', async () => {
    const world = await openDays()
    const { sessions } = await readMatching({}, never, () => undefined)
    world.faults.refuse('rs-admin/sessions', 401)
    const reading = readSelected(createQueryClient(), sessions, never, () => undefined)
    await expect(reading).rejects.toMatchObject({ isUnauthorised: true })
  })
})

/** Reading many sessions: all that match, each once, given up at once when asked; and those selected as they are now. */
import { beforeEach, describe, expect, it } from 'vitest'
import { connectServices } from '@/app/connect-services'
import { createQueryClient } from '@/app/query-client'
import { previewQuery, readMatching } from '@/queries/selected-sessions'
import { useConfiguration } from '@/stores/configuration'
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

/** Products whose version must be chosen by hand: what each choice does, and when it shows (docs/regards-api/actions.md 2.2, docs/regards-api/sessions.md 6.3). */
import { describe, expect, it } from 'vitest'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import type { WirePage } from './asking'
import { ask, page, shownStep } from './asking'

const MINE = { sessionOwner: 'A', session: 's' }
const only = (...values: readonly string[]) => ({ values, mode: 'INCLUDE' })
const WAITING = { ...MINE, requestStates: only('WAITING_VERSIONING_MODE') }

const aWaitingWorld = () =>
  aWorld()
    .withSession('A/s', s => s.oais({ done: 10, waiting: 5, errors: 2 }).storage({ done: 10 }).catalog({ indexed: 10 }))
    .withSession('A/other', s => s.oais({ waiting: 3 }))
    .build()

const decide = (world: World, mode: string, body: object = MINE, as = 'operator') =>
  ask(world, 'rs-ingest/requests/versioning', { method: 'PUT', body: { ...body, newVersioningMode: mode }, as })

const waiting = (world: World): Promise<WirePage> => page(world, 'rs-ingest/requests', { body: WAITING })
const oais = async (world: World) => (await shownStep(world, 'A', 's', 'oais')).properties

describe('choosing a version', () => {
  it('is answered with 204 and nothing to read', async () => {
    const answer = await decide(aWaitingWorld(), 'INC_VERSION')
    expect(answer.status).toBe(204)
    expect(await answer.text()).toBe('')
  })

  it('makes new versions: they run, then they are stored, and the count of those that wait falls as late as ever', async () => {
    const world = aWaitingWorld()
    await decide(world, 'INC_VERSION')
    expect(await oais(world)).toMatchObject({ productWaitVersionMode: '5' })
    world.advance('1s')
    expect((await waiting(world)).metadata.totalElements).toBe(0)
    const running = await page(world, 'rs-ingest/requests', { body: { ...MINE, requestStates: only('RUNNING') } })
    expect(running.metadata.totalElements).toBe(5)
    expect(await oais(world)).toMatchObject({ productWaitVersionMode: '5', requestsRunning: '0' })
    world.advance('30s')
    expect(await oais(world)).toMatchObject({
      ...{ totalRequests: '17', referencedProducts: '15', newProductVersions: '5' },
      ...{ productWaitVersionMode: '0', requestsRunning: '0', requestsErrors: '2' },
    })
    expect((await shownStep(world, 'A', 's', 'oais')).state).toEqual({ errors: 2, waiting: 0, running: 0 })
  })

  it('lets new versions go on to the storage and the catalogue, and lists them as such', async () => {
    const world = aWaitingWorld()
    await decide(world, 'INC_VERSION')
    world.advance('1m')
    expect((await shownStep(world, 'A', 's', 'storage')).properties).toMatchObject({ storedFiles: '15' })
    expect((await shownStep(world, 'A', 's', 'catalog')).properties).toMatchObject({ indexed: '15' })
    const { content } = await page(world, 'rs-ingest/aips?size=20', { body: MINE })
    expect(content.filter(row => row.content['version'] === 2)).toHaveLength(5)
  })

  it('replaces, and counts as replaced', async () => {
    const world = aWaitingWorld()
    await decide(world, 'REPLACE')
    world.advance('1m')
    expect(await oais(world)).toMatchObject({ referencedProducts: '15', replacedProducts: '5' })
    expect(await oais(world)).not.toHaveProperty('newProductVersions')
  })

  it('ignores: nothing is stored, and REGARDS calls it no error', async () => {
    const world = aWaitingWorld()
    await decide(world, 'IGNORE')
    world.advance('1m')
    expect(await oais(world)).toMatchObject({
      ...{ referencedProducts: '10', ignoredProducts: '5', productWaitVersionMode: '0' },
    })
    expect((await waiting(world)).content).toEqual([])
    const all = await page(world, 'rs-ingest/requests', { body: MINE })
    expect(all.metadata.totalElements).toBe(2)
  })

  it('takes the requests that are named, and no other session', async () => {
    const world = aWaitingWorld()
    const ids = (await waiting(world)).content.map(({ content }) => String(content['id']))
    await decide(world, 'INC_VERSION', { ...MINE, requestIds: only(...ids.slice(0, 2)) })
    world.advance('1m')
    expect((await waiting(world)).content.map(({ content }) => String(content['id']))).toEqual(ids.slice(2))
    expect((await shownStep(world, 'A', 'other', 'oais')).state.waiting).toBe(3)
  })

  it('with an unknown mode is accepted, and chooses nothing', async () => {
    const world = aWaitingWorld()
    expect((await decide(world, 'toString')).status).toBe(204)
    world.advance('1m')
    expect((await waiting(world)).metadata.totalElements).toBe(5)
  })

  it('touches nothing but requests that wait', async () => {
    const world = aWaitingWorld()
    await decide(world, 'INC_VERSION', { ...MINE, requestStates: only('ERROR') })
    world.advance('1m')
    expect((await shownStep(world, 'A', 's', 'oais')).state).toEqual({ errors: 2, waiting: 5, running: 0 })
  })

  it('is refused by hand, without body, and to anyone without the role', async () => {
    const world = aWaitingWorld()
    const manual = await decide(world, 'MANUAL')
    expect(manual.status).toBe(422)
    expect(await manual.text()).toBe('You cannot choose MANUAL versioning mode!')
    expect(manual.headers.get('content-type')).toMatch(/^text\/plain/)
    expect((await ask(world, 'rs-ingest/requests/versioning', { method: 'PUT' })).status).toBe(400)
    expect((await decide(world, 'IGNORE', { requestIds: only() })).status).toBe(500)
    expect((await decide(world, 'IGNORE', MINE, 'visitor')).status).toBe(403)
    world.advance('1m')
    expect((await waiting(world)).metadata.totalElements).toBe(5)
  })
})

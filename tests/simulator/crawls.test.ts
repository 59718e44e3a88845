/** The crawls of the data sources, and what "crawl now" really finds (docs/regards-api/actions.md 3.9, docs/regards-api/sessions.md 6.6). */
import { describe, expect, it } from 'vitest'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import type { Row } from './asking'
import { ask, shownStep } from './asking'

const PATH = 'rs-dam/crawler/datasourceIngestions'
const lead = { as: 'lead' } as const

interface Crawl {
  readonly content: Row & { readonly id: string; readonly label: string; readonly status: string }
  readonly links: readonly { readonly rel: string }[]
}

const crawls = async (world: World) => (await (await ask(world, PATH, lead)).json()) as readonly Crawl[]

async function crawl(world: World, label: string): Promise<Crawl> {
  const found = (await crawls(world)).find(({ content }) => content.label === label)
  if (found === undefined) throw new Error(`No crawl ${label} in the answer`)
  return found
}

const schedule = async (world: World, label: string) =>
  ask(world, `${PATH}/${(await crawl(world, label)).content.id}`, { method: 'PUT', ...lead })

const indexed = async (world: World, name: string) => (await shownStep(world, 'A', name, 'catalog')).properties

describe('the list of crawls', () => {
  it('is bare, by label, and every one but a running one can be scheduled', async () => {
    const rows = await crawls(aWorld().build())
    const labels = rows.map(({ content }) => content.label)
    expect(labels).toEqual([...labels].sort())
    expect(new Set(rows.map(({ content }) => content.status)).size).toBeGreaterThan(3)
    for (const { content, links } of rows)
      expect(links.map(({ rel }) => rel)).toEqual(content.status === 'STARTED' ? [] : ['SCHEDULE', 'delete'])
  })

  it('has a duration where a crawl has ended, a cursor while it runs, and a long stack trace where it failed', async () => {
    const rows = (await crawls(aWorld().build())).map(({ content }) => content)
    const of = (status: string) => rows.find(row => row.status === status)
    expect(of('FINISHED')).toMatchObject({ duration: 'PT12.5S', savedObjectsCount: 880, inErrorObjectsCount: 0 })
    expect(of('FINISHED_WITH_WARNINGS')).toMatchObject({ duration: 'PT1H2M3.25S', inErrorObjectsCount: 7 })
    expect(of('STARTED')).toHaveProperty('cursor.position')
    expect(of('STARTED')).not.toHaveProperty('duration')
    expect(String(of('ERROR')?.['stackTrace']).split('\n').length).toBeGreaterThan(50)
    expect(of('INACTIVE')).not.toHaveProperty('lastIngestDate')
  })

  it('is for project administrators', async () => {
    const world = aWorld().build()
    for (const as of ['operator', 'administrator']) expect((await ask(world, PATH, { as })).status).toBe(403)
    const { id } = (await crawl(world, 'Archive products')).content
    expect((await ask(world, `${PATH}/${id}`, { method: 'PUT', as: 'administrator' })).status).toBe(403)
  })

  it('loses a crawl that is deleted, and knows no other ids', async () => {
    const world = aWorld().build()
    const { id } = (await crawl(world, 'Old missions')).content
    expect((await ask(world, `${PATH}/${id}`, { method: 'DELETE', ...lead })).status).toBe(204)
    expect((await crawls(world)).map(({ content }) => content.label)).not.toContain('Old missions')
    expect((await ask(world, `${PATH}/${id}`, { method: 'PUT', ...lead })).status).toBe(404)
  })
})

describe('crawling now', () => {
  const described = () =>
    aWorld()
      .withSession('A/products', s => s.oais({ done: 20 }).catalog({ indexed: 12, errors: 3 }))
      .withSession('A/features', s => s.feature({ done: 9 }).catalog({ indexed: 5 }))
      .withSession('A/complete', s => s.oais({ done: 4 }).catalog({ indexed: 4 }))
      .build()

  it('starts at once, and ends some seconds later with what it saved', async () => {
    const world = described()
    expect((await schedule(world, 'Archive products')).status).toBe(204)
    const started = await crawl(world, 'Archive products')
    expect(started.content).toMatchObject({ status: 'STARTED' })
    expect(started.content).not.toHaveProperty('duration')
    expect(started.links).toEqual([])
    world.advance('10s')
    const ended = (await crawl(world, 'Archive products')).content
    expect(ended).toMatchObject({ status: 'FINISHED', savedObjectsCount: 8, inErrorObjectsCount: 0 })
    expect(ended['duration']).toMatch(/^PT[4-8](\.\d+)?S$/)
  })

  it('indexes the products that the catalogue lacked; errors of before stay counted', async () => {
    const world = described()
    await schedule(world, 'Archive products')
    world.advance('30s')
    expect(await indexed(world, 'products')).toMatchObject({ indexed: '20', indexedError: '3' })
    expect(await indexed(world, 'complete')).toMatchObject({ indexed: '4' })
    expect(await indexed(world, 'features')).toMatchObject({ indexed: '5' })
    await schedule(world, 'GeoJSON products')
    world.advance('30s')
    expect(await indexed(world, 'features')).toMatchObject({ indexed: '9' })
  })

  it('finds nothing the second time', async () => {
    const world = described()
    for (const expected of [8, 0]) {
      await schedule(world, 'Archive products')
      world.advance('10s')
      expect((await crawl(world, 'Archive products')).content['savedObjectsCount']).toBe(expected)
    }
  })

  it('indexes no product twice that is on its way into the catalogue anyway', async () => {
    const world = aWorld()
      .withSession('A/products', s => s.oais({ done: 20, errors: 6 }).catalog({ indexed: 20 }))
      .build()
    await ask(world, 'rs-ingest/requests/retry', { body: { sessionOwner: 'A', session: 'products' } })
    for (let n = 0; n < 4; n++) {
      await schedule(world, 'Archive products')
      world.advance('3s')
    }
    world.advance('1m')
    expect(await indexed(world, 'products')).toMatchObject({ indexed: '26' })
  })

  it('cures a crawl that had failed, and leaves a running one alone', async () => {
    const world = described()
    await schedule(world, 'Comets (external database)')
    await schedule(world, 'Drifters (external database)')
    const since = (await crawl(world, 'Drifters (external database)')).content['statusDate']
    expect(Date.parse(String(since))).toBeLessThan(world.clock.now())
    world.advance('20m')
    const cured = (await crawl(world, 'Comets (external database)')).content
    expect(cured).toMatchObject({ status: 'FINISHED', savedObjectsCount: 0 })
    expect(cured).not.toHaveProperty('stackTrace')
    expect((await crawl(world, 'Drifters (external database)')).content.status).toBe('FINISHED')
  })
})

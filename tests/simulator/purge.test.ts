/** The monthly purge: rows vanish at once, and the totals of their source drift below zero (docs/regards-api/measured.md 7). */
import { describe, expect, it } from 'vitest'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import { page } from './asking'

interface WireSource {
  readonly nbSessions: number
  readonly steps: readonly { readonly type: string; readonly totalIn: number; readonly totalOut: number }[]
}

const source = async (w: World) => (await page(w, 'rs-admin/sources')).content[0]?.content as unknown as WireSource
const totals = async (w: World, type: string) => {
  const step = (await source(w)).steps.find(candidate => candidate.type === type)
  return [step?.totalIn, step?.totalOut]
}

/** Of what comes in, only a part comes out. */
const world = () =>
  aWorld()
    .withSession('A/old', s => s.oais({ done: 60, errors: 40 }))
    .withSession('A/new', s => s.oais({ done: 10 }))
    .build()

describe('the purge of a session', () => {
  it('takes the row away at once, and the source counts one less', async () => {
    const w = world()
    expect((await source(w)).nbSessions).toBe(2)
    w.purge({ source: 'A', name: 'old' })
    expect((await source(w)).nbSessions).toBe(1)
    expect((await page(w, 'rs-admin/sessions')).content.map(({ content }) => content['name'])).toEqual(['new'])
  })

  it('takes from the output of the source what had come in and what had come out: the total is below zero', async () => {
    const w = world()
    expect(await totals(w, 'REFERENCING')).toEqual([110, 70])
    w.purge({ source: 'A', name: 'old' })
    expect(await totals(w, 'REFERENCING')).toEqual([10, -90])
  })

  it('drifts further each month', async () => {
    const w = aWorld()
      .withSessions(3, 'A/run', s => s.oais({ done: 1, errors: 9 }))
      .withSession('A/kept', s => s.oais({ done: 1, errors: 9 }))
      .build()
    const seen: unknown[] = []
    for (const name of ['run-0', 'run-1', 'run-2']) {
      w.purge({ source: 'A', name })
      seen.push((await totals(w, 'REFERENCING'))[1])
    }
    expect(seen).toEqual([-7, -18, -29])
  })

  it('of several sessions takes all their inputs twice, and only the last output that was read', async () => {
    const w = aWorld()
      .withSession('A/one', s => s.oais({ done: 10, errors: 5 }).feature({ done: 7 }))
      .withSession('A/two', s => s.oais({ done: 20 }).scan({ done: 4 }))
      .withSession('A/kept', s => s.oais({ done: 1 }))
      .build()
    expect(await totals(w, 'REFERENCING')).toEqual([43, 38])
    w.purge({ source: 'A', name: 'one' }, { source: 'A', name: 'two' })
    // In: 15 + 7 + 20. Out: the same, and the 20 of the last step.
    expect(await totals(w, 'REFERENCING')).toEqual([1, 38 - 42 - 20])
    expect(await totals(w, 'ACQUISITION')).toEqual([0, 4 - 4 - 4])
  })

  it('leaves the flags of the source, and takes away a source without sessions', async () => {
    const w = world()
    const flags = async () => (await page(w, 'rs-admin/sources')).content.map(({ content }) => content['managerState'])
    const before = await flags()
    expect(before).toEqual([{ running: false, errors: true, waiting: false }])
    w.purge({ source: 'A', name: 'old' })
    expect(await flags()).toEqual(before)
    w.purge({ source: 'A', name: 'new' })
    expect(await flags()).toEqual([])
  })

  it('takes no product away: the services list them as before', async () => {
    const w = world()
    w.purge({ source: 'A', name: 'old' })
    const asked = { body: { sessionOwner: 'A', session: 'old' } }
    expect((await page(w, 'rs-ingest/aips', asked)).metadata.totalElements).toBe(60)
    expect((await page(w, 'rs-ingest/requests', asked)).metadata.totalElements).toBe(40)
  })

  it('leaves the steps of other sessions as they are', async () => {
    const w = world()
    w.purge({ source: 'A', name: 'old' })
    const { steps } = (await page(w, 'rs-admin/sessions')).content[0]?.content as { steps: unknown[] }
    expect(steps).toMatchObject([{ inputRelated: 10, outputRelated: 10 }])
  })

  it('lets its counters start anew when events come again', async () => {
    const w = world()
    w.purge({ source: 'A', name: 'old' })
    const record = w.archive.openSession({ source: 'A', name: 'old' })
    w.archive.addItem(record, 'oais', { kind: 'ingestRequest', status: 'STORED' })
    w.advance('7s')
    const [again] = (await page(w, 'rs-admin/sessions?sessionName=old')).content
    expect(again?.content['steps']).toMatchObject([{ inputRelated: 1, outputRelated: 1, state: { errors: 0 } }])
  })
})

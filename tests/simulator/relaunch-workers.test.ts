/** Relaunch of worker requests: by parts of names, or by ids (docs/regards-api/actions.md 2.5). */
import { describe, expect, it } from 'vitest'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import { ask, shownStep } from './asking'
import { expectAccepted, properties, relaunchWorkers, state } from './relaunching'

describe('relaunched worker requests', () => {
  const BOTH = { values: ['ERROR', 'INVALID_CONTENT'], mode: 'INCLUDE', matchMode: 'STRICT' }
  const blocked = { 'geo.reproject-1.2': { error: 2, done: 4 }, unzip: { invalid: 1, done: 4 } }
  const world = () =>
    ['A/day-1', 'A/day-10', 'AB/day-1', 'A/day-2']
      .reduce((made, name) => made.withSession(name, s => s.workers(blocked, 3)), aWorld())
      .build()
  const states = (w: World) =>
    Promise.all(
      [
        ['A', 'day-1'],
        ['A', 'day-10'],
        ['AB', 'day-1'],
        ['A', 'day-2'],
      ].map(async ([source = '', name = '']) => {
        const { errors, waiting } = await state(w, source, name, 'workers')
        return `${errors} ${waiting}`
      }),
    )

  it('are those of every session whose names hold the asked ones', async () => {
    const w = world()
    await expectAccepted(await relaunchWorkers(w, { source: 'A', session: 'day-1', statuses: BOTH }))
    w.advance('60s')
    expect(await states(w)).toEqual(['0 3', '0 3', '0 3', '3 3'])
  })

  it('are only the named ones when ids are given', async () => {
    const w = world()
    const list = await ask(w, 'rs-worker-manager/requests?size=50', {
      body: { source: 'A', session: 'day-1', statuses: BOTH },
    })
    const { content } = (await list.json()) as {
      content: { content: { id: number; source: string; session: string } }[]
    }
    expect(content).toHaveLength(9)
    const mine = content.filter(({ content: row }) => row.source === 'A' && row.session === 'day-1')
    expect(mine).toHaveLength(3)
    const ids = { values: mine.map(({ content: row }) => row.id), mode: 'INCLUDE', matchMode: 'STRICT' }
    await relaunchWorkers(w, { ids })
    w.advance('60s')
    expect(await states(w)).toEqual(['0 3', '3 3', '3 3', '3 3'])
  })

  it('by ids are those of the given statuses alone', async () => {
    const w = world()
    const list = await ask(w, 'rs-worker-manager/requests?size=50', { body: { source: 'A', session: 'day-2' } })
    const { content } = (await list.json()) as { content: { content: { id: number } }[] }
    const ids = { ...BOTH, values: content.map(({ content: row }) => row.id) }
    await relaunchWorkers(w, { ids, statuses: { ...BOTH, values: ['NO_WORKER_AVAILABLE'] } })
    w.advance('60s')
    expect(await states(w)).toEqual(['3 3', '3 3', '3 3', '3 0'])
  })

  it.each([
    ['no status', undefined],
    ['an empty list', { ...BOTH, values: [] }],
    ['a status that cannot be relaunched', { ...BOTH, values: ['SUCCESS'] }],
  ])('with %s are all three kinds of blocked ones', async (_why, statuses) => {
    const w = world()
    await relaunchWorkers(w, { source: 'A', session: 'day-2', ...(statuses === undefined ? {} : { statuses }) })
    w.advance('60s')
    expect(await states(w)).toEqual(['3 3', '3 3', '3 3', '0 0'])
  })

  it('that found no worker find one, and are done by it', async () => {
    const w = world()
    await relaunchWorkers(w, {
      source: 'A',
      session: 'day-2',
      statuses: { ...BOTH, values: ['NO_WORKER_AVAILABLE'] },
    })
    w.advance('60s')
    expect(await shownStep(w, 'A', 'day-2', 'workers')).toMatchObject({
      inputRelated: 14,
      outputRelated: 11,
      state: { errors: 3, waiting: 0, running: 0 },
    })
  })

  it('that fail again are in error under the worker they had', async () => {
    const w = aWorld()
      .withSession('A/day-1', s =>
        s.workers({ 'geo.reproject-1.2': { error: 2 }, unzip: { invalid: 1 } }).relaunchSucceeds('none'),
      )
      .build()
    const before = await properties(w, 'A', 'day-1', 'workers')
    await relaunchWorkers(w, { source: 'A', session: 'day-1', statuses: BOTH })
    w.advance('60s')
    expect(await properties(w, 'A', 'day-1', 'workers')).toMatchObject(before)
  })
})

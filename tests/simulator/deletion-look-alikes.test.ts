/** The sessions whose products the deletion of one session really deletes: rs-ingest compares names as substrings (docs/regards-api/measured.md 1.1). */
import { describe, expect, it } from 'vitest'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import { ask, page, shown, shownStep } from './asking'

const remove = async (w: World, source: string, name: string) => {
  await ask(w, `rs-admin/sessions/${w.session({ source, name }).id}`, { method: 'DELETE' })
  w.advance('60s')
}

/** How many OAIS products each of these sessions has left in rs-ingest itself. */
async function left(w: World): Promise<Readonly<Record<string, number>>> {
  const { content } = await page(w, 'rs-ingest/aips?size=2000', { body: {} })
  const counts: Record<string, number> = {}
  for (const { content: row } of content) {
    const key = `${String(row['sessionOwner'])}/${String(row['session'])}`
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

const NAMES = ['A/day-1', 'A/day-10', 'A/day-19', 'AB/day-1', 'A/DAY-1', 'A/day-2', 'a/day-1']

const world = (names = NAMES) =>
  names.reduce((made, name) => made.withSession(name, s => s.oais({ done: 3 })), aWorld()).build()

describe('deleting A / day-1', () => {
  it('takes the products of every session whose names hold those two, letter case counting', async () => {
    const w = world()
    await remove(w, 'A', 'day-1')
    expect(await left(w)).toEqual({ 'A/DAY-1': 3, 'A/day-2': 3, 'a/day-1': 3 })
    expect(await shownStep(w, 'AB', 'day-1', 'oais')).toMatchObject({
      properties: { referencedProducts: '0', deletedProducts: '3' },
    })
  })

  it('takes GeoJSON products and acquired ones of that session alone', async () => {
    const w = ['A/day-1', 'A/day-10', 'AB/day-1']
      .reduce((made, name) => made.withSession(name, s => s.feature({ done: 2 }).scan({ done: 4 })), aWorld())
      .build()
    await remove(w, 'A', 'day-1')
    for (const [source, name, lot] of [
      ['A', 'day-1', [0, 0]],
      ['A', 'day-10', [2, 4]],
      ['AB', 'day-1', [2, 4]],
    ] as const)
      expect([
        (await shownStep(w, source, name, 'feature')).outputRelated,
        (await shownStep(w, source, name, 'scan')).outputRelated,
      ]).toEqual(lot)
  })

  it('takes those of a purged session too, whose row comes back with counts below zero', async () => {
    const w = world()
    const before = w.session({ source: 'A', name: 'day-19' }).id
    w.purge({ source: 'A', name: 'day-19' })
    await remove(w, 'A', 'day-1')
    const row = await shown(w, 'A', 'day-19')
    expect(row['id']).not.toBe(before)
    expect(Date.parse(String(row['creationDate']))).toBeGreaterThan(Date.parse(String(row['lastUpdateDate'])))
    expect(row.steps).toHaveLength(1)
    expect(row.steps[0]).toMatchObject({
      outputRelated: -3,
      properties: { referencedProducts: '-3', deletedProducts: '3' },
    })
    expect(await left(w)).not.toHaveProperty('A/day-19')
  })
})

describe('a name', () => {
  it.each([
    // The backslash takes what follows literally: the session is not even found by its own name.
    ['c\\d', ['A/c\\d', 'A/cd', 'A/xcdx'], { 'A/c\\d': 3 }],
    ['1%2', ['A/1%2', 'A/1-and-2', 'A/21'], { 'A/21': 3 }],
    ['a_b', ['A/a_b', 'A/a-b'], { 'A/a-b': 3 }],
  ])('%s is compared by the rules of LIKE', async (name, names, rest) => {
    const w = world(names)
    await remove(w, 'A', name)
    expect(await left(w)).toEqual(rest)
  })

  it('that is empty takes everything of the source and of its look-alikes, and GeoJSON products of the source alone', async () => {
    const w = aWorld()
      .withSession('A/', s => s.oais({ done: 1 }).feature({ done: 1 }))
      .withSession('A/day-1', s =>
        s
          .oais({ done: 3 })
          .feature({ done: 3 })
          .workers({ unzip: { error: 2 } }),
      )
      .withSession('AB/day-1', s =>
        s
          .oais({ done: 3 })
          .feature({ done: 3 })
          .workers({ unzip: { error: 2 } }),
      )
      .withSession('B/day-1', s => s.oais({ done: 3 }))
      .build()
    await remove(w, 'A', '')
    expect(await left(w)).toEqual({ 'B/day-1': 3 })
    expect((await shownStep(w, 'A', 'day-1', 'feature')).outputRelated).toBe(0)
    expect((await shownStep(w, 'AB', 'day-1', 'feature')).outputRelated).toBe(3)
    for (const source of ['A', 'AB']) expect((await shownStep(w, source, 'day-1', 'workers')).state.errors).toBe(0)
  })
})

describe('worker requests', () => {
  it('that arrive after the deletion stay', async () => {
    const w = aWorld()
      .withSession('A/day-1', s => s.workers({ unzip: { error: 2 } }))
      .build()
    await ask(w, `rs-admin/sessions/${w.session({ source: 'A', name: 'day-1' }).id}`, { method: 'DELETE' })
    w.advance('500ms')
    const record = w.session({ source: 'A', name: 'day-1' })
    w.archive.addItem(record, 'workers', { kind: 'workerRequest', status: 'ERROR', about: 'unzip' })
    w.advance('60s')
    expect((await shownStep(w, 'A', 'day-1', 'workers')).state.errors).toBe(1)
  })
})

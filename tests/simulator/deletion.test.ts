/** The effects of deleting a session: asynchronous, partly by similar names, and the row stays (docs/regards-api/sessions.md 7). */
import { describe, expect, it } from 'vitest'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import { ask, page, shown, shownStep } from './asking'

const remove = (w: World, source: string, name: string, as = 'operator') =>
  ask(w, `rs-admin/sessions/${w.session({ source, name }).id}`, { method: 'DELETE', as })

const scanned = () =>
  aWorld()
    .withSession('A/day-1', s =>
      s
        .scan({ done: 8, errors: 2, invalid: 1 })
        .oais({ done: 8, errors: 3, waiting: 2 })
        .storage({ done: 16 })
        .catalog({ indexed: 8 }),
    )
    .withSession('A/day-2', s => s.scan({ done: 5 }).oais({ done: 5 }))
    .build()

describe('the deletion of a session', () => {
  it('is accepted at once, with nothing to read, before anything is gone', async () => {
    const w = scanned()
    const answer = await remove(w, 'A', 'day-1')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('')
    expect(await shownStep(w, 'A', 'day-1', 'oais')).toMatchObject({ outputRelated: 8 })
  })

  it('for a session that is unknown has no body, and for no number is refused', async () => {
    const unknown = await ask(scanned(), 'rs-admin/sessions/999999', { method: 'DELETE' })
    expect([unknown.status, await unknown.text()]).toEqual([404, ''])
    expect((await ask(scanned(), 'rs-admin/sessions/day-1', { method: 'DELETE' })).status).toBe(400)
  })
})

describe('the counters', () => {
  it('go down by what is deleted while one watches', async () => {
    const w = aWorld()
      .withSession('A/day-1', s => s.oais({ done: 60 }))
      .build()
    await remove(w, 'A', 'day-1')
    const seen: number[] = []
    for (let n = 0; n < 15; n++) {
      seen.push((await shownStep(w, 'A', 'day-1', 'oais')).outputRelated)
      w.advance('1s')
    }
    w.advance('40s')
    seen.push((await shownStep(w, 'A', 'day-1', 'oais')).outputRelated)
    expect(seen).toEqual([...seen].sort((a, b) => b - a))
    expect(new Set(seen).size).toBeGreaterThan(2)
    expect(seen.at(-1)).toBe(0)
  })

  it('end with products and files at 0, deleted ones counted, and requests in error or waiting still there', async () => {
    const w = scanned()
    await remove(w, 'A', 'day-1')
    w.advance('60s')
    expect(await shownStep(w, 'A', 'day-1', 'scan')).toMatchObject({
      inputRelated: 0,
      outputRelated: 0,
      state: { errors: 0 },
    })
    expect(await shownStep(w, 'A', 'day-1', 'oais')).toMatchObject({
      state: { errors: 3, waiting: 2, running: 0 },
      properties: { referencedProducts: '0', deletedProducts: '8', requestsErrors: '3' },
    })
    expect(await shownStep(w, 'A', 'day-1', 'storage')).toMatchObject({
      outputRelated: 0,
      state: { errors: 0, running: 0 },
      properties: { storedFiles: '0', deletedFiles: '16', deleteRequests: '16' },
    })
    expect(await shownStep(w, 'A', 'day-1', 'catalog')).toMatchObject({ inputRelated: 0, outputRelated: 0 })
  })

  it('of features go down by one deletion request each, their files with them', async () => {
    const w = aWorld()
      .withSession('B/run', s => s.feature({ done: 6, errors: { CREATION: 2 } }).storage({ referenced: 6 }))
      .build()
    await remove(w, 'B', 'run')
    w.advance('60s')
    expect(await shownStep(w, 'B', 'run', 'feature')).toMatchObject({
      outputRelated: 0,
      state: { errors: 2, running: 0 },
      properties: {
        referencedProducts: '0',
        deletedProducts: '6',
        deleteRequests: '6',
        inErrorReferencingRequests: '2',
      },
    })
    expect(await shownStep(w, 'B', 'run', 'storage')).toMatchObject({
      outputRelated: 0,
      properties: { referencedFiles: '0', deletedFiles: '6' },
    })
  })

  it('of acquisition stay where no chain has the name of the source', async () => {
    const w = aWorld()
      .withChain('A')
      .withSession('A/day-1', s => s.scan({ done: 3 }))
      .build()
    w.archive.chains.length = 0
    await remove(w, 'A', 'day-1')
    w.advance('60s')
    expect((await shownStep(w, 'A', 'day-1', 'scan')).outputRelated).toBe(3)
  })

  it('of the other sessions stay, and the source loses what the session lost', async () => {
    const w = scanned()
    await remove(w, 'A', 'day-1')
    w.advance('60s')
    expect((await shownStep(w, 'A', 'day-2', 'oais')).outputRelated).toBe(5)
    const source = (await page(w, 'rs-admin/sources')).content[0]?.content as {
      steps: { type: string; totalOut: number }[]
    }
    expect(source.steps.find(({ type }) => type === 'REFERENCING')?.totalOut).toBe(5)
  })
})

describe('the row', () => {
  it('stays, with its id, until the purge', async () => {
    const w = scanned()
    const { id } = w.session({ source: 'A', name: 'day-1' })
    await remove(w, 'A', 'day-1')
    w.advance('120s')
    expect((await shown(w, 'A', 'day-1'))['id']).toBe(id)
    w.purge({ source: 'A', name: 'day-1' })
    const gone = await ask(w, `rs-admin/sessions/${id}`)
    expect([gone.status, await gone.text()]).toEqual([404, ''])
    expect((await page(w, 'rs-admin/sessions')).content.map(({ content }) => content['name'])).toEqual(['day-2'])
  })
})

describe('blocked worker requests', () => {
  it('go with the session, and so do those of every session whose names hold its own', async () => {
    const blocked = { unzip: { error: 2, invalid: 1, done: 4, running: 1 } }
    const w = ['A/day-1', 'A/day-10', 'AB/day-1', 'A/day-2', 'B/day-1']
      .reduce((made, name) => made.withSession(name, s => s.workers(blocked, 3)), aWorld())
      .build()
    await remove(w, 'A', 'day-1')
    w.advance('60s')
    for (const [source, name] of [
      ['A', 'day-1'],
      ['A', 'day-10'],
      ['AB', 'day-1'],
    ] as const)
      expect(await shownStep(w, source, name, 'workers'), `${source} ${name}`).toMatchObject({
        inputRelated: 5,
        outputRelated: 4,
        state: { errors: 0, waiting: 0, running: 1 },
      })
    for (const [source, name] of [
      ['A', 'day-2'],
      ['B', 'day-1'],
    ] as const)
      expect(await shownStep(w, source, name, 'workers'), `${source} ${name}`).toMatchObject({
        inputRelated: 11,
        state: { errors: 3, waiting: 3, running: 1 },
      })
  })
})

describe('deleting a source', () => {
  it('deletes the products of all its sessions, and of sources whose names hold its own', async () => {
    const w = aWorld()
      .withSession('north <b>/day-1', s => s.oais({ done: 2 }))
      .withSession('north <b>/day-2', s => s.oais({ done: 3 }))
      .withSession('the north <b>/day-1', s => s.oais({ done: 4 }).scan({ done: 4 }))
      .withSession('south/day-1', s => s.oais({ done: 4 }))
      .build()
    const answer = await ask(w, `rs-admin/sources/${encodeURIComponent('north <b>')}`, { method: 'DELETE' })
    expect([answer.status, await answer.text()]).toEqual([200, ''])
    w.advance('60s')
    expect((await shownStep(w, 'north <b>', 'day-1', 'oais')).outputRelated).toBe(0)
    expect((await shownStep(w, 'north <b>', 'day-2', 'oais')).outputRelated).toBe(0)
    expect((await shownStep(w, 'the north <b>', 'day-1', 'oais')).outputRelated).toBe(0)
    expect((await shownStep(w, 'the north <b>', 'day-1', 'scan')).outputRelated).toBe(4)
    expect((await shownStep(w, 'south', 'day-1', 'oais')).outputRelated).toBe(4)
  })

  it('that is unknown is refused with a message', async () => {
    const answer = await ask(scanned(), 'rs-admin/sources/nobody', { method: 'DELETE' })
    expect(answer.status).toBe(404)
    expect(await answer.json()).toHaveProperty('messages')
  })
})

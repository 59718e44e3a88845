/** What the five relaunch calls do: which work they take, how it ends, and what they refuse (actions.md 2). */
import { describe, expect, it } from 'vitest'
import type { World } from '@/simulator/world'
import { aWorld } from '@tests/support/a-world'
import { ask, shownStep } from './asking'

const ONLY_ERRORS = { values: ['ERROR'], mode: 'INCLUDE', matchMode: 'STRICT', ignoreCase: false }

const relaunchChain = (w: World, chain: string, session = 'day-1') =>
  ask(w, `rs-dataprovider/chains/relaunch?${new URLSearchParams({ chainName: chain, session }).toString()}`)
const relaunchOais = (w: World, body: object) => ask(w, 'rs-ingest/requests/retry', { body })
const relaunchFeatures = (w: World, type: string, body: object) => ask(w, `rs-fem/requests/retry/${type}`, { body })
const relaunchFiles = (w: World, source: string, session: string, as = 'administrator') =>
  ask(w, `rs-storage/storages/retry?${new URLSearchParams({ source, session }).toString()}`, { method: 'POST', as })
const relaunchWorkers = (w: World, body: object) => ask(w, 'rs-worker-manager/requests/retry', { body })

const state = async (w: World, source: string, name: string, stepId: string) =>
  (await shownStep(w, source, name, stepId)).state
const properties = async (w: World, source: string, name: string, stepId: string) =>
  (await shownStep(w, source, name, stepId)).properties

/** Accepted means 200 and nothing to read. */
async function expectAccepted(answer: Response): Promise<void> {
  expect([answer.status, await answer.text()]).toEqual([200, ''])
}

async function expectRefused(answer: Response, status: number, words: RegExp): Promise<void> {
  expect(answer.status).toBe(status)
  expect(await answer.json()).toEqual({ messages: [expect.stringMatching(words)] })
}

describe('a relaunched chain', () => {
  const world = () =>
    aWorld()
      .withSession('A/day-1', s =>
        s
          .scan({ done: 5, errors: 4, ingestionFailed: 3, invalid: 2, incomplete: 1 })
          .oais({ done: 5 })
          .storage({ done: 5 })
          .catalog({ indexed: 5 }),
      )
      .withSession('A/day-10', s => s.scan({ errors: 6 }))

  it('takes failed generations and ingestions of its exact session; invalid and incomplete products stay', async () => {
    const w = world().build()
    await expectAccepted(await relaunchChain(w, 'A'))
    expect(await state(w, 'A', 'day-1', 'scan')).toEqual({ errors: 9, waiting: 0, running: 0 })
    w.advance('60s')
    expect(await state(w, 'A', 'day-1', 'scan')).toEqual({ errors: 2, waiting: 0, running: 0 })
    expect(await properties(w, 'A', 'day-1', 'scan')).toMatchObject({
      generationError: '0',
      ingestionFailed: '0',
      invalid: '2',
      incomplete: '1',
      generatedProducts: '12',
      ingested: '12',
      filesAcquired: '15',
    })
    expect((await state(w, 'A', 'day-10', 'scan')).errors).toBe(6)
  })

  it('hands what it generated on: referenced, stored, indexed', async () => {
    const w = world().build()
    await relaunchChain(w, 'A')
    w.advance('60s')
    expect(await shownStep(w, 'A', 'day-1', 'oais')).toMatchObject({ inputRelated: 12, outputRelated: 12 })
    expect(await shownStep(w, 'A', 'day-1', 'storage')).toMatchObject({ inputRelated: 12, outputRelated: 12 })
    expect(await shownStep(w, 'A', 'day-1', 'catalog')).toMatchObject({ inputRelated: 12, outputRelated: 12 })
  })

  it('runs while it works, and cannot be relaunched meanwhile', async () => {
    const w = world().build()
    await relaunchChain(w, 'A')
    await expectRefused(await relaunchChain(w, 'A', 'day-10'), 422, /already running/)
    w.advance('2s')
    await expectRefused(await relaunchChain(w, 'A', 'day-10'), 422, /already running/)
    w.advance('60s')
    await expectAccepted(await relaunchChain(w, 'A', 'day-10'))
  })

  it('shows itself as running in the session', async () => {
    const w = world().build()
    await relaunchChain(w, 'A')
    w.advance('6s')
    expect((await state(w, 'A', 'day-1', 'scan')).running).toBe(1)
    w.advance('60s')
    expect(await properties(w, 'A', 'day-1', 'scan')).toMatchObject({ chainRunning: '0' })
  })

  it('accepts a session that it has nothing of', async () => {
    const w = world().build()
    await expectAccepted(await relaunchChain(w, 'A', 'never was'))
    w.advance('60s')
    expect((await state(w, 'A', 'day-1', 'scan')).errors).toBe(9)
    await expectAccepted(await relaunchChain(w, 'A'))
  })

  it.each([
    ['is inactive', { enabled: false }, 422, /inactive/],
    ['runs already', { locked: true }, 422, /already running/],
    ['has an obstacle', { executionBlockers: ['No disk is mounted'] }, 422, /^No disk is mounted$/],
    ['is being deleted', { deletionPending: true }, 403, /being deleted/],
  ] as const)('is refused when it %s, and nothing is touched', async (_why, settings, status, words) => {
    const w = aWorld()
      .withChain('A', settings)
      .withSession('A/day-1', s => s.scan({ errors: 3 }))
      .build()
    await expectRefused(await relaunchChain(w, 'A'), status, words)
    w.advance('60s')
    expect(await state(w, 'A', 'day-1', 'scan')).toEqual({ errors: 3, waiting: 0, running: 0 })
  })

  it('that does not exist, or exists twice, is a server error whose text was never filled in', async () => {
    const w = aWorld().withChain('twins').withChain('twins').build()
    await expectRefused(await relaunchChain(w, 'nobody'), 500, /%s/)
    await expectRefused(await relaunchChain(w, 'twins'), 500, /%s/)
  })

  it.each(['chainName=A', 'session=day-1'])('needs both parameters, not %s alone', async query => {
    expect((await ask(world().build(), `rs-dataprovider/chains/relaunch?${query}`)).status).toBe(400)
  })
})

describe('how relaunched work ends', () => {
  const errorsLeft = async (fate: 'all' | 'none' | number) => {
    const w = aWorld()
      .withSession('A/day-1', s => s.oais({ errors: 9 }).relaunchSucceeds(fate))
      .build()
    await relaunchOais(w, { sessionOwner: 'A', session: 'day-1' })
    w.advance('60s')
    const { errors, running } = await state(w, 'A', 'day-1', 'oais')
    return [errors, running]
  }

  it('is scripted: all of it well, none, or the first ones only', async () => {
    expect(await errorsLeft('all')).toEqual([0, 0])
    expect(await errorsLeft('none')).toEqual([9, 0])
    expect(await errorsLeft(4)).toEqual([5, 0])
  })

  it('is chance in a world without a script: most ends well, some fails again, and the same at every run', async () => {
    const run = async () => {
      const w = aWorld().build()
      const record = w.archive.openSession({ source: 'A', name: 'day-1' })
      for (let n = 0; n < 200; n++) w.archive.addItem(record, 'oais', { kind: 'ingestRequest', status: 'ERROR' })
      await relaunchOais(w, { sessionOwner: 'A', session: 'day-1' })
      w.advance('120s')
      return (await state(w, 'A', 'day-1', 'oais')).errors
    }
    const left = await run()
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThan(100)
    expect(await run()).toBe(left)
  })

  it('can be relaunched again', async () => {
    const w = aWorld()
      .withSession('A/day-1', s => s.oais({ errors: 5 }).relaunchSucceeds(3))
      .build()
    const { archive } = w
    await relaunchOais(w, { sessionOwner: 'A', session: 'day-1' })
    w.advance('60s')
    archive.find({ source: 'A', name: 'day-1' })!.fate = 'all'
    await relaunchOais(w, { sessionOwner: 'A', session: 'day-1' })
    w.advance('60s')
    expect(await shownStep(w, 'A', 'day-1', 'oais')).toMatchObject({ outputRelated: 5, state: { errors: 0 } })
  })
})

describe('relaunched OAIS requests', () => {
  const world = () =>
    aWorld()
      .withSession('A/day-1', s => s.oais({ done: 4, errors: 3, waiting: 2 }).catalog({ indexed: 4 }))
      .withSession('A/day-10', s => s.oais({ errors: 5 }))
      .withSession('AB/day-1', s => s.oais({ errors: 6 }))
      .build()

  it('are those in error of the exact source and session; those that wait for a decision wait on', async () => {
    const w = world()
    await expectAccepted(await relaunchOais(w, { sessionOwner: 'A', session: 'day-1', requestStates: ONLY_ERRORS }))
    w.advance('60s')
    expect(await shownStep(w, 'A', 'day-1', 'oais')).toMatchObject({
      outputRelated: 7,
      state: { errors: 0, waiting: 2, running: 0 },
    })
    expect((await shownStep(w, 'A', 'day-1', 'catalog')).outputRelated).toBe(7)
    expect((await state(w, 'A', 'day-10', 'oais')).errors).toBe(5)
    expect((await state(w, 'AB', 'day-1', 'oais')).errors).toBe(6)
  })

  it('are shown as running before they end', async () => {
    const w = aWorld()
      .withSession('A/day-1', s => s.oais({ errors: 100 }))
      .build()
    await relaunchOais(w, { sessionOwner: 'A', session: 'day-1', requestStates: ONLY_ERRORS })
    w.advance('6s')
    const { errors, running } = await state(w, 'A', 'day-1', 'oais')
    expect(errors).toBe(0)
    expect(running).toBeGreaterThan(0)
    expect(running).toBeLessThanOrEqual(100)
  })

  it('are refused without a body, and with a list of nothing', async () => {
    expect((await ask(world(), 'rs-ingest/requests/retry', { method: 'POST' })).status).toBe(400)
    const nothing = { ...ONLY_ERRORS, values: [] }
    const answer = await relaunchOais(world(), { sessionOwner: 'A', session: 'day-1', requestStates: nothing })
    expect(answer.status).toBe(500)
  })
})

describe('relaunched feature requests', () => {
  const world = () =>
    aWorld()
      .withSession('B/run', s =>
        s
          .feature({ done: 10, errors: { CREATION: 4, UPDATE: 3, DELETION: 2 } })
          .recipients({ press: { done: 10 } })
          .catalog({ indexed: 10 }),
      )
      .withSession('B/run 2', s => s.feature({ errors: { CREATION: 7 } }))
      .build()
  const body = { source: 'B', session: 'run', states: ONLY_ERRORS }

  it('are counted in the answer, type by type, and nothing relaunched is 0 with status 200', async () => {
    const w = world()
    for (const [type, count] of [
      ['CREATION', 4],
      ['UPDATE', 3],
      ['DELETION', 2],
      ['NOTIFICATION', 0],
    ] as const) {
      const answer = await relaunchFeatures(w, type, body)
      expect(answer.status).toBe(200)
      expect(await answer.json(), type).toMatchObject({ totalRequested: count, totalHandled: count })
    }
  })

  it('are at work when the answer comes: asked again at once, there is nothing left to handle', async () => {
    const w = world()
    await relaunchFeatures(w, 'CREATION', body)
    expect(await (await relaunchFeatures(w, 'CREATION', body)).json()).toMatchObject({ totalHandled: 0 })
  })

  it('of one type leave the other types and sessions alone; created features are indexed and sent', async () => {
    const w = world()
    await relaunchFeatures(w, 'CREATION', body)
    w.advance('60s')
    expect(await shownStep(w, 'B', 'run', 'feature')).toMatchObject({
      outputRelated: 14,
      state: { errors: 5, running: 0 },
      properties: { inErrorReferencingRequests: '0', inErrorUpdateRequests: '3', inErrorDeleteRequests: '2' },
    })
    expect((await shownStep(w, 'B', 'run', 'catalog')).outputRelated).toBe(14)
    expect(await properties(w, 'B', 'run', 'fem_dissemination')).toEqual({ 'press.pending': '0', 'press.done': '14' })
    expect((await state(w, 'B', 'run 2', 'feature')).errors).toBe(7)
  })

  it('that delete lower the products and raise the deleted ones', async () => {
    const w = world()
    await relaunchFeatures(w, 'DELETION', body)
    w.advance('60s')
    expect(await properties(w, 'B', 'run', 'feature')).toMatchObject({
      referencedProducts: '8',
      deletedProducts: '2',
      inErrorDeleteRequests: '0',
    })
  })

  it('of a type that does not exist are refused', async () => {
    expect((await relaunchFeatures(world(), 'RENAMING', body)).status).toBe(400)
  })
})

describe('relaunched storage requests', () => {
  const world = () =>
    aWorld()
      .withSession('C/run', s =>
        s.storage({ done: 100, errors: 1150, deletionErrors: 30, copyErrors: 20, referenceErrors: 5 }),
      )
      .withSession('C/run 2', s => s.storage({ errors: 3 }))
      .build()
  const errors = async (w: World) => (await state(w, 'C', 'run', 'storage')).errors

  it('are an administrator’s to relaunch: the operator is refused, and nothing moves', async () => {
    const w = world()
    await expectRefused(await relaunchFiles(w, 'C', 'run', 'operator'), 403, /EXPLOIT/)
    w.advance('60s')
    expect(await errors(w)).toBe(1205)
  })

  it('are 1000 storages a time and every deletion; copies and references never', async () => {
    const w = world()
    await expectAccepted(await relaunchFiles(w, 'C', 'run'))
    w.advance('60s')
    expect(await errors(w)).toBe(150 + 20 + 5)
    await relaunchFiles(w, 'C', 'run')
    w.advance('60s')
    expect(await errors(w)).toBe(20 + 5)
    await relaunchFiles(w, 'C', 'run')
    w.advance('60s')
    expect(await errors(w)).toBe(20 + 5)
    expect(await properties(w, 'C', 'run', 'storage')).toMatchObject({ storedFiles: '1220', deletedFiles: '30' })
  })

  it('are those of the exact session', async () => {
    const w = world()
    await relaunchFiles(w, 'C', 'run')
    w.advance('60s')
    expect((await state(w, 'C', 'run 2', 'storage')).errors).toBe(3)
  })

  it('have no address of the older server’s form', async () => {
    const answer = await ask(world(), 'rs-storage/storages/retry/C/run', { as: 'administrator' })
    expect(answer.ok).toBe(false)
  })

  it.each(['source=C', 'session=run'])('need both parameters, not %s alone', async query => {
    const answer = await ask(world(), `rs-storage/storages/retry?${query}`, { method: 'POST', as: 'administrator' })
    expect(answer.status).toBe(400)
  })
})

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

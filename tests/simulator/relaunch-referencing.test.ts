/** Relaunch of OAIS and feature requests, and how relaunched work ends (docs/regards-api/actions.md 2.2 and 2.4). */
import { describe, expect, it } from 'vitest'
import { aWorld } from '@tests/support/a-world'
import { ask, shownStep } from './asking'
import { expectAccepted, ONLY_ERRORS, properties, relaunchFeatures, relaunchOais, state } from './relaunching'

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

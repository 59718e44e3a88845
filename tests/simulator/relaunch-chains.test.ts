/** Relaunch of a chain: which products it relaunches, their outcome, and when it is refused (docs/regards-api/actions.md 2.1). */
import { describe, expect, it } from 'vitest'
import { aWorld } from '@tests/support/a-world'
import { ask, shownStep } from './asking'
import { expectAccepted, expectRefused, properties, relaunchChain, state } from './relaunching'

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
    await expectRefused(await relaunchChain(w, 'A', 'day-10'), 422, /already locked/)
    w.advance('2s')
    await expectRefused(await relaunchChain(w, 'A', 'day-10'), 422, /already locked/)
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
    ['is inactive', { enabled: false }, 422, /^Inactive processing chain/],
    ['runs already', { locked: true }, 422, /already locked/],
    ['has an obstacle', { executionBlockers: ['No disk is mounted'] }, 422, /^No disk is mounted$/],
    ['is being deleted', { deletionPending: true }, 403, /Deletion .* pending/],
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

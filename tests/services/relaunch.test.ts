/** One relaunch, in one or several calls, and its outcome (contract: docs/regards-api/actions.md 2). */
import { describe, expect, it } from 'vitest'
import type { RequestType } from '@/domain/request-type'
import { failedTypes, isFullSuccess, mayBeWorking } from '@/domain/relaunch'
import type { Step } from '@/domain/session'
import type { RelaunchableStepId } from '@/domain/step-catalogue'
import { STEP_CATALOGUE, isRelaunchable } from '@/domain/step-catalogue'
import { relaunch } from '@/services/relaunch'
import { findSession } from '@/services/rs-admin'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import { answering, asked, enter, failureOf } from './with-gateway'

const REF = { source: 'A', name: 'day-1' }

const everything = () =>
  aWorld()
    .withSession(REF, s =>
      s
        .scan({ errors: 2, ingestionFailed: 1, invalid: 4 })
        .workers({ unzip: { error: 2, invalid: 1 } }, 3)
        .oais({ errors: 5 })
        .feature({ errors: { CREATION: 1, DELETION: 2, NOTIFICATION: 3 } })
        .storage({ errors: 6 }),
    )
    .build()

async function give(stepId: RelaunchableStepId, only?: readonly RequestType[]) {
  const step = (await findSession(REF)).steps.find(candidate => candidate.stepId === stepId)
  if (step === undefined) throw new Error(`No ${stepId}`)
  return relaunch(stepId, REF, step, only)
}

/** The path of each step's relaunch call. */
const PATHS = {
  scan: 'rs-dataprovider/chains/relaunch',
  workers: 'rs-worker-manager/requests/retry',
  oais: 'rs-ingest/requests/retry',
  feature: 'rs-fem/requests/retry',
  storage: 'rs-storage/storages/retry',
} as const
const STEP_IDS = Object.keys(PATHS).filter(isRelaunchable)
const relaunchesIn = (world: World) => Object.values(PATHS).flatMap(path => world.received(path))

describe('every step with a relaunch', () => {
  it('is one with a known relaunch', () => {
    expect(Object.keys(STEP_CATALOGUE).filter(isRelaunchable).sort()).toEqual([...STEP_IDS].sort())
  })

  it.each(STEP_IDS)('puts errors of "%s" back to work, and asks no other service', async stepId => {
    const world = everything()
    await enter(world, 'administrator')
    const outcome = await give(stepId)
    expect(isFullSuccess(outcome)).toBe(true)
    expect(mayBeWorking(outcome)).toBe(true)
    const relaunches = relaunchesIn(world)
    expect(relaunches).toHaveLength(stepId === 'feature' ? 3 : 1)
    expect(relaunches.every(({ url }) => url.startsWith(PATHS[stepId]))).toBe(true)
    world.advance('2m')
    const after = (await findSession(REF)).steps.find(step => step.stepId === stepId)
    // Invalid products are no matter of a relaunch.
    expect(after?.state.errors).toBe(stepId === 'scan' ? 4 : 0)
  })

  it.each(STEP_IDS)('is refused for "%s" with status and words, and given once', async stepId => {
    const world = everything()
    await enter(world, 'administrator')
    world.faults.refuse(PATHS[stepId], 422, ['One reason', 'Another'])
    const outcome = await give(stepId)
    const refused = { kind: 'refused', status: 422, messages: ['One reason', 'Another'] }
    expect(outcome.parts.map(part => part.outcome)).toEqual(outcome.parts.map(() => refused))
    expect(mayBeWorking(outcome)).toBe(false)
    expect(relaunchesIn(world)).toHaveLength(stepId === 'feature' ? 3 : 1)
  })

  it.each(STEP_IDS)(
    'is not sent for "%s" when the token has ended: nothing is done, and one is asked to sign in',
    async stepId => {
      const world = everything()
      const client = await enter(world, 'administrator')
      const { steps } = await findSession(REF)
      world.expireTokens()
      const step = steps.find(candidate => candidate.stepId === stepId)!
      const error = await failureOf(relaunch(stepId, REF, step))
      expect(error.isUnauthorised).toBe(true)
      expect(client.unauthorised).toEqual([error])
      client.token = undefined
      world.forgetRequests()
      expect(await failureOf(relaunch(stepId, REF, step))).toMatchObject({ reason: 'notSent' })
      expect(world.requests).toEqual([])
    },
  )

  it.each([
    ['the connection was lost after it left', (w: World, path: string) => w.faults.hangUp(path), 'noAnswer'],
    ['there was no answer', (w: World, path: string) => w.faults.outage(path), 'noAnswer'],
    ['the gateway gave up', (w: World, path: string) => w.faults.gatewayTimeout(path), 'gateway'],
    ['a proxy reached no server', (w: World, path: string) => w.faults.refuse(path, 502, ''), 'gateway'],
    ['a web page came', (w: World, path: string) => w.faults.html(path), 'unreadable'],
    ['it was sent elsewhere', (w: World, path: string) => w.faults.redirect(path, 'https://x.invalid'), 'unreadable'],
  ] as const)('has an unknown outcome when %s, and is not given again', async (_, strike, reason) => {
    for (const stepId of STEP_IDS) {
      const world = everything()
      await enter(world, 'administrator')
      strike(world, PATHS[stepId])
      const outcome = await give(stepId)
      expect(outcome.parts.map(part => part.outcome)).toEqual(outcome.parts.map(() => ({ kind: 'unknown', reason })))
      expect(mayBeWorking(outcome)).toBe(true)
      expect(relaunchesIn(world)).toHaveLength(stepId === 'feature' ? 3 : 1)
    }
  })
})

describe('of feature requests', () => {
  it('asks each type that has errors, one after the other, and no other', async () => {
    const world = everything()
    await enter(world)
    world.faults.latency('rs-fem', '1s')
    const pending = give('feature')
    for (let n = 1; n <= 3; n++) {
      await expect.poll(() => world.received('rs-fem').length).toBe(n)
      world.advance('1s')
    }
    expect(await pending).toEqual({
      parts: [
        { type: 'CREATION', outcome: { kind: 'handled', requested: 1, handled: 1 } },
        { type: 'DELETION', outcome: { kind: 'handled', requested: 2, handled: 2 } },
        { type: 'NOTIFICATION', outcome: { kind: 'handled', requested: 3, handled: 3 } },
      ],
    })
    expect(world.received('rs-fem').map(({ url }) => url.split('/').at(-1))).toEqual([
      ...['CREATION', 'DELETION', 'NOTIFICATION'],
    ])
  })

  it('tells per type what was done, and repeats only what was not', async () => {
    const world = everything()
    await enter(world)
    world.faults.refuse('rs-fem/requests/retry/DELETION', 403, ['Not this one'], { times: 1 })
    world.faults.hangUp('rs-fem/requests/retry/NOTIFICATION', { times: 1 })
    const outcome = await give('feature')
    expect(outcome.parts).toEqual([
      { type: 'CREATION', outcome: { kind: 'handled', requested: 1, handled: 1 } },
      { type: 'DELETION', outcome: { kind: 'refused', status: 403, messages: ['Not this one'] } },
      { type: 'NOTIFICATION', outcome: { kind: 'unknown', reason: 'noAnswer' } },
    ])
    expect(isFullSuccess(outcome)).toBe(false)
    world.forgetRequests()
    const again = await give('feature', failedTypes(outcome))
    expect(again.parts).toEqual([
      { type: 'DELETION', outcome: { kind: 'handled', requested: 2, handled: 2 } },
      // The relaunch without an answer had been carried out.
      { type: 'NOTIFICATION', outcome: { kind: 'nothing' } },
    ])
    expect(world.received('rs-fem')).toHaveLength(2)
  })

  it('says which types were not sent when the token ends half-way', async () => {
    const world = everything()
    const client = await enter(world)
    world.faults.refuse('rs-fem/requests/retry/DELETION', 401, '')
    const outcome = await give('feature')
    const notDone = { kind: 'refused', status: 401, messages: [] }
    expect(outcome.parts.slice(1)).toEqual([
      { type: 'DELETION', outcome: notDone },
      { type: 'NOTIFICATION', outcome: notDone },
    ])
    expect(failedTypes(outcome)).toEqual(['DELETION', 'NOTIFICATION'])
    expect(client.unauthorised).toHaveLength(1)
    expect(world.received('rs-fem')).toHaveLength(2)
  })

  it.each([
    ['{"totalRequested":0,"totalHandled":0}', { kind: 'nothing' }, false],
    ['{"totalRequested":12,"totalHandled":0}', { kind: 'handled', requested: 12, handled: 0 }, false],
    ['{"totalRequested":12,"totalHandled":5}', { kind: 'handled', requested: 12, handled: 5 }, true],
    ['', { kind: 'unknown', reason: 'unreadable' }, true],
    ['{"message":"done"}', { kind: 'unknown', reason: 'unreadable' }, true],
    ['{"totalRequested":12,', { kind: 'unknown', reason: 'noAnswer' }, true],
  ])('makes of the answer %j the outcome %j', async (text, expected, isWorking) => {
    const step = { properties: { inErrorUpdateRequests: 12 } } as unknown as Step
    answering(() => ({ text }))
    const outcome = await relaunch('feature', REF, step)
    expect(outcome).toEqual({ parts: [{ type: 'UPDATE', outcome: expected }] })
    expect(mayBeWorking(outcome)).toBe(isWorking)
    expect(isFullSuccess(outcome)).toBe(false)
  })

  it('asks a type once that is named twice', async () => {
    const world = everything()
    await enter(world)
    await give('feature', ['DELETION', 'DELETION'])
    expect(world.received('rs-fem')).toHaveLength(1)
  })
})

describe('of worker requests', () => {
  const similar = () =>
    aWorld()
      .withSession(REF, s => s.workers({ unzip: { error: 2, invalid: 1 } }, 3))
      .withSession('A/day-10', s => s.workers({ unzip: { error: 4 } }, 1))
      .withSession('AB/day-1', s => s.workers({ unzip: { error: 5 } }))
      .build()
  const blocked = (world: World, source: string, name: string) =>
    world.archive
      .items(world.session({ source, name }), 'workers')
      .filter(({ status }) => ['ERROR', 'INVALID_CONTENT', 'NO_WORKER_AVAILABLE'].includes(status)).length

  it('names the session when no other one matches', async () => {
    const world = everything()
    await enter(world)
    expect(await give('workers')).toEqual({ parts: [{ outcome: { kind: 'accepted' } }] })
    const [sent] = asked(world).filter(({ path }) => path === PATHS.workers)
    expect(sent?.body).toMatchObject({
      source: 'A',
      session: 'day-1',
      statuses: { values: ['ERROR', 'INVALID_CONTENT'] },
    })
    world.advance('1m')
    // Those that wait for a worker are not in error.
    expect(blocked(world, 'A', 'day-1')).toBe(3)
  })

  it('takes exactly its own requests when "day-10" and "AB" match too', async () => {
    const world = similar()
    await enter(world)
    expect(await give('workers')).toEqual({ parts: [{ outcome: { kind: 'accepted' } }] })
    const [sent] = asked(world).filter(({ path }) => path === PATHS.workers)
    expect(sent?.body).not.toHaveProperty('source')
    expect(sent?.body).not.toHaveProperty('session')
    world.advance('1m')
    expect([blocked(world, 'A', 'day-1'), blocked(world, 'A', 'day-10'), blocked(world, 'AB', 'day-1')]).toEqual([
      3, 5, 5,
    ])
  })

  it('does nothing when the server has none of its own in error', async () => {
    const world = aWorld()
      .withSession(REF, s => s.workers({ unzip: { done: 1 } }))
      .withSession('A/day-10', s => s.workers({ unzip: { error: 4 } }))
      .build()
    await enter(world)
    const outcome = await give('workers')
    expect(outcome).toEqual({ parts: [{ outcome: { kind: 'nothing' } }] })
    expect(mayBeWorking(outcome)).toBe(false)
    expect(relaunchesIn(world)).toEqual([])
  })

  const thousands = () =>
    aWorld()
      .withSession(REF, s => s.workers({ unzip: { error: 1300 } }))
      .withSession('A/day-10', s => s.workers({ unzip: { error: 800 } }))
      .build()

  it('lists all of 2100 and relaunches its 1300 by 1000', async () => {
    const world = thousands()
    await enter(world)
    expect(await give('workers')).toEqual({ parts: [{ outcome: { kind: 'accepted' } }] })
    const requests = asked(world)
    expect(
      requests.filter(({ path }) => path === 'rs-worker-manager/requests').map(({ query }) => query['page']),
    ).toEqual([...['0', '1', '2']])
    const counts = requests
      .filter(({ path }) => path === PATHS.workers)
      .map(({ body }) => (body as { ids: { values: readonly number[] } }).ids.values.length)
    expect(counts).toEqual([1000, 300])
    world.advance('1m')
    expect([blocked(world, 'A', 'day-1'), blocked(world, 'A', 'day-10')]).toEqual([0, 800])
  })

  it('says both when a part of them was refused', async () => {
    const world = thousands()
    await enter(world)
    world.faults.refuse(PATHS.workers, 500, ['Too busy'], { times: 1 })
    const outcome = await give('workers')
    expect(outcome.parts.map(part => part.outcome)).toEqual([
      { kind: 'accepted' },
      { kind: 'refused', status: 500, messages: ['Too busy'] },
    ])
    expect(mayBeWorking(outcome)).toBe(true)
    expect(isFullSuccess(outcome)).toBe(false)
  })

  it('says one reason when all of them were refused for it', async () => {
    const world = thousands()
    await enter(world)
    world.faults.refuse(PATHS.workers, 500, ['Too busy'])
    expect((await give('workers')).parts).toHaveLength(1)
  })

  it('is refused when the list is', async () => {
    const world = similar()
    await enter(world)
    world.faults.refuse('rs-worker-manager/requests', 403, ['Not for you'])
    expect((await give('workers')).parts).toEqual([
      { outcome: { kind: 'refused', status: 403, messages: ['Not for you'] } },
    ])
    expect(relaunchesIn(world)).toEqual([])
  })

  it.each([
    ['is not answered', (w: World) => w.faults.outage('rs-worker-manager/requests'), 'offline'],
    ['is a web page', (w: World) => w.faults.html('rs-worker-manager/requests'), 'html'],
    [
      'holds a row that cannot be read',
      (w: World) => w.faults.mutate('rs-worker-manager/requests', text => text.replace(/"id":\d+/, '"id":"?"')),
      'unreadable',
    ],
  ] as const)('is not sent when the list %s', async (_, strike, reason) => {
    const world = similar()
    await enter(world)
    strike(world)
    expect(await failureOf(give('workers'))).toMatchObject({
      service: 'rs-worker-manager',
      reason,
      isUnauthorised: false,
    })
    expect(relaunchesIn(world)).toEqual([])
  })
})

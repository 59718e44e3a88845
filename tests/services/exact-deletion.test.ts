/** Deleting exactly one session's products: only what was confirmed is deleted (docs/regards-api/measured.md 1.2). */
import { describe, expect, it } from 'vitest'
import type { ExactPartId } from '@/domain/deletion-reach'
import { exactParts, isSameCounting } from '@/domain/deletion-reach'
import type { Session, SessionRef } from '@/domain/session'
import { findReach } from '@/services/deletion-reach'
import type { DeletionProgress } from '@/domain/exact-outcome'
import type { DeletionOptions } from '@/services/exact-deletion'
import { deletePart } from '@/services/exact-deletion'
import { PRODUCTS, REQUESTS, ownRowsIn } from '@/services/owned-lists'
import { findSession } from '@/services/rs-admin'
import { oais } from '@simulator/seeds/parts'
import type { World } from '@simulator/world'
import { page } from '@tests/simulator/asking'
import { aWorld } from '@tests/support/a-world'
import { asked, enter, failureOf } from './with-gateway'

const REF = { source: 'A', name: 'day-1' }
const PATHS = {
  oaisProducts: 'rs-ingest/aips/delete',
  features: 'rs-fem/admin/features/delete',
  acquiredProducts: 'rs-dataprovider/chains/products',
  workerRequests: 'rs-worker-manager/requests/delete',
} as const satisfies Record<ExactPartId, string>
const PARTS = Object.keys(PATHS) as ExactPartId[]
const LOOK_ALIKES = ['A/day-1', 'A/day-10', 'AB/day-1', 'A/DAY-1', 'A/day-19']

const deletionsIn = (world: World) => Object.values(PATHS).flatMap(path => world.received(path))

/** The session, and what a reader is shown and confirms of this part. */
async function counted(part: ExactPartId, ref: SessionRef = REF) {
  const session = await findSession(ref)
  const count = exactParts(session, await findReach(ref)).find(({ id }) => id === part)?.count ?? -1
  return { session, count }
}

const remove = (part: ExactPartId, session: Session, count: number, options?: DeletionOptions) =>
  deletePart(part, { id: session.id, source: session.source, name: session.name, count }, options)

/** Counts and confirms, with no other figures meanwhile. */
async function confirm(part: ExactPartId, ref: SessionRef = REF, options?: DeletionOptions) {
  const { session, count } = await counted(part, ref)
  return remove(part, session, count, options)
}

/** How many OAIS products rs-ingest itself holds of each session. */
async function products(world: World): Promise<Readonly<Record<string, number>>> {
  const left: Record<string, number> = {}
  for (let n = 0; ; n++) {
    const { content, metadata } = await page(world, `rs-ingest/aips?size=2000&page=${n}&sort=id,asc`, { body: {} })
    for (const { content: row } of content) {
      const key = `${String(row['sessionOwner'])}/${String(row['session'])}`
      left[key] = (left[key] ?? 0) + 1
    }
    if ((n + 1) * 2000 >= metadata.totalElements) return left
  }
}

const everything = (names: readonly (string | SessionRef)[] = LOOK_ALIKES) =>
  names
    .reduce(
      (made, name) =>
        made.withSession(name, s =>
          s
            .scan({ done: 2, errors: 1 })
            .oais({ done: 3 })
            .feature({ done: 4 })
            .workers({ unzip: { error: 1, invalid: 1 } }, 1),
        ),
      aWorld(),
    )
    .build()

async function entered(world: World, name = 'administrator'): Promise<World> {
  await enter(world, name)
  return world
}

describe('an exact deletion', () => {
  it('takes the 3 products of A / day-1, and none of its look-alikes, purged ones included', async () => {
    const world = await entered(everything())
    world.purge({ source: 'A', name: 'day-19' })
    expect(await confirm('oaisProducts')).toEqual({ kind: 'accepted', requested: 3, total: 3 })
    world.advance('60s')
    expect(await products(world)).toEqual({ 'A/day-10': 3, 'AB/day-1': 3, 'A/DAY-1': 3, 'A/day-19': 3 })
    expect(deletionsIn(world)).toHaveLength(1)
  })

  it.each(PARTS)('of "%s" leaves all other sessions as they were, and the other parts of this one', async part => {
    const world = await entered(everything())
    expect(await confirm(part)).toMatchObject({ kind: 'accepted' })
    world.advance('2m')
    for (const id of PARTS) {
      const own = (await counted(id)).count
      if (id === part) expect(own).toBe(0)
      else expect(own).toBe({ oaisProducts: 3, features: 4, acquiredProducts: 3, workerRequests: 3 }[id])
      for (const [source = '', name = ''] of LOOK_ALIKES.slice(1).map(one => one.split('/'))) {
        const count = { oaisProducts: 3, features: 4, acquiredProducts: 3, workerRequests: 3 }[id]
        const other = { source, name }
        // GeoJSON products are counted by the session's counters where they have no call of their own.
        expect([id, other, (await counted(id, other)).count]).toEqual([id, other, count])
      }
    }
    expect(deletionsIn(world).map(({ url }) => url.split('?')[0])).toEqual([PATHS[part]])
  })

  it.each([
    ['c\\d', ['A/c\\d', 'A/cd', 'A/xc\\dx']],
    ['100%', ['A/100%', 'A/100-and-more', 'A/9100%']],
    ['a_b', ['A/a_b', 'A/a-b', 'A/xa_b']],
    ['day%', ['A/day%', 'A/day', 'A/day%%']],
  ])('of a session named %s takes its own and no other', async (name, names) => {
    const world = await entered(everything(names))
    const ref = { source: 'A', name }
    for (const part of PARTS) expect(await confirm(part, ref)).toMatchObject({ kind: 'accepted' })
    world.advance('2m')
    expect(await products(world)).toEqual(Object.fromEntries(names.slice(1).map(other => [other, 3])))
    for (const part of PARTS) expect((await counted(part, ref)).count).toBe(0)
    for (const [source = '', other = ''] of names.slice(1).map(one => one.split('/'))) {
      expect((await counted('workerRequests', { source, name: other })).count).toBe(3)
    }
  })

  it('of a session without a name takes its products and worker requests, and sends nothing by names', async () => {
    const world = await entered(everything(['A/', 'A/day-1', 'AB/']))
    const ref = { source: 'A', name: '' }
    expect(await confirm('oaisProducts', ref)).toEqual({ kind: 'accepted', requested: 3, total: 3 })
    expect(await confirm('workerRequests', ref)).toEqual({ kind: 'accepted', requested: 3, total: 3 })
    for (const part of ['features', 'acquiredProducts'] as const)
      expect(await failureOf(confirm(part, ref))).toMatchObject({ reason: 'unaddressable' })
    expect(deletionsIn(world)).toHaveLength(2)
    world.advance('60s')
    expect(await products(world)).toEqual({ 'A/day-1': 3, 'AB/': 3 })
    expect((await counted('workerRequests', REF)).count).toBe(3)
  })

  it('sends nothing when there is nothing', async () => {
    const world = await entered(aWorld().withSession(REF).build())
    for (const part of PARTS) expect(await confirm(part)).toEqual({ kind: 'nothing' })
    expect(deletionsIn(world)).toEqual([])
  })
})

describe('2,500 products among 4,000', () => {
  const crowd = () =>
    entered(
      aWorld()
        .withSession('A/day-1', s => s.oais({ done: 2500 }))
        .withSession('A/day-10', s => s.oais({ done: 1100 }))
        .withSession('AB/day-1', s => s.oais({ done: 400 }))
        .build(),
    )
  const values = (world: World) =>
    asked(world)
      .filter(({ path }) => path === PATHS.oaisProducts)
      .map(({ body }) => (body as { aipIds: { values: string[] } }).aipIds.values)

  it('go in three calls, one after the other, each named once', async () => {
    const world = await crowd()
    const told: DeletionProgress[] = []
    const outcome = await confirm('oaisProducts', REF, { onProgress: progress => told.push(progress) })
    expect(outcome).toEqual({ kind: 'accepted', requested: 2500, total: 2500 })
    expect(values(world).map(({ length }) => length)).toEqual([1000, 1000, 500])
    expect(new Set(values(world).flat()).size).toBe(2500)
    expect(told.filter(({ phase }) => phase === 'reading').at(-1)).toMatchObject({ done: 2500, total: 2500 })
    expect(told.filter(({ phase }) => phase === 'sending').map(({ done }) => done)).toEqual([
      ...[0, 1000, 1000, 2000, 2000, 2500],
    ])
    // Those of others are not even read.
    expect(world.received('rs-ingest/aips?').filter(({ url }) => url.includes('size=100&'))).toHaveLength(25)
    world.advance('10m')
    expect(await products(world)).toEqual({ 'A/day-10': 1100, 'AB/day-1': 400 })
  })

  it('stop between two calls, and 1000 of 2500 were requested', async () => {
    const world = await crowd()
    let done = 0
    const outcome = await confirm('oaisProducts', REF, {
      onProgress: progress => (done = progress.phase === 'sending' ? progress.done : 0),
      shouldStop: () => done >= 1000,
    })
    expect(outcome).toEqual({ kind: 'stopped', requested: 1000, total: 2500 })
    world.advance('10m')
    expect(await products(world)).toEqual({ 'A/day-1': 1500, 'A/day-10': 1100, 'AB/day-1': 400 })
    // The rest is a new confirmation.
    expect(await confirm('oaisProducts')).toEqual({ kind: 'accepted', requested: 1500, total: 1500 })
  })

  it('are waited for when the user cancels in the middle of a call', async () => {
    const world = await crowd()
    const giving = new AbortController()
    const outcome = await confirm('oaisProducts', REF, {
      signal: giving.signal,
      onProgress: ({ phase }) => {
        if (phase === 'sending') giving.abort()
      },
    })
    expect(outcome).toEqual({ kind: 'stopped', requested: 1000, total: 2500 })
    expect(values(world)).toHaveLength(1)
  })

  it('and none is sent when the user cancels while they are read', async () => {
    const world = await crowd()
    const { session, count } = await counted('oaisProducts')
    const giving = new AbortController()
    const onProgress = () => giving.abort()
    const stopped = { kind: 'stopped', requested: 0, total: 2500 }
    expect(await remove('oaisProducts', session, count, { signal: giving.signal, onProgress })).toEqual(stopped)
    expect(await remove('oaisProducts', session, count, { signal: AbortSignal.abort() })).toEqual(stopped)
    expect(await remove('features', session, count, { shouldStop: () => true })).toMatchObject({ kind: 'changed' })
    expect(deletionsIn(world)).toEqual([])
  })

  const afterTheFirst = (strike: (world: World) => void) => async () => {
    const world = await crowd()
    let hasStruck = false
    const call = confirm('oaisProducts', REF, {
      onProgress: ({ phase, done }) => {
        if (phase !== 'sending' || done !== 1000 || hasStruck) return
        hasStruck = true
        strike(world)
      },
    })
    return { outcome: await call, sent: values(world).length }
  }

  it('are no longer sent after a refusal', async () => {
    const run = afterTheFirst(world => world.faults.refuse(PATHS.oaisProducts, 422, ['No']))
    const refused = { kind: 'refused', status: 422, messages: ['No'] }
    expect(await run()).toEqual({
      outcome: { kind: 'failed', outcome: refused, requested: 1000, total: 2500 },
      sent: 2,
    })
  })

  it('are no longer sent, nor sent again, after a call that may have arrived', async () => {
    const run = afterTheFirst(world => world.faults.gatewayTimeout(PATHS.oaisProducts))
    const unknown = { kind: 'unknown', reason: 'gateway' }
    expect(await run()).toEqual({
      outcome: { kind: 'failed', outcome: unknown, requested: 1000, total: 2500 },
      sent: 2,
    })
  })

  it('are reported with what was sent when the token ends half-way', async () => {
    const run = afterTheFirst(world => world.expireTokens())
    const refused = { kind: 'refused', status: 401, messages: [] }
    expect((await run()).outcome).toEqual({ kind: 'failed', outcome: refused, requested: 1000, total: 2500 })
  })
})

describe('what is not what was confirmed', () => {
  it.each(PARTS)('is not requested: another count of "%s"', async part => {
    const world = await entered(everything())
    const { session, count } = await counted(part)
    expect(await remove(part, session, count + 1)).toEqual({ kind: 'changed', now: count })
    expect(await remove(part, session, 0)).toEqual({ kind: 'changed', now: count })
    expect(deletionsIn(world)).toEqual([])
  })

  it.each(PARTS)('is not requested: "%s" of a session that was created again under its name', async part => {
    const world = await entered(everything())
    const { session, count } = await counted(part)
    const confirmed = { session, reach: await findReach(REF) }
    world.purge(REF)
    expect(await remove(part, session, count)).toEqual({ kind: 'gone' })
    world.archive.addSession({ ...REF, recipe: [oais({ done: 3 })], updatedAt: world.clock.now() })
    const again = { session: await findSession(REF), reach: await findReach(REF) }
    expect(again.session.id).not.toBe(session.id)
    expect(isSameCounting(confirmed, again)).toBe(false)
    expect(await remove(part, session, count)).toEqual({ kind: 'gone' })
    expect(deletionsIn(world)).toEqual([])
  })

  it('is not requested: an id that by now is another session', async () => {
    const world = await entered(everything())
    const { session } = await counted('oaisProducts', { source: 'A', name: 'day-10' })
    expect(await deletePart('oaisProducts', { id: session.id, ...REF, count: 3 })).toEqual({ kind: 'gone' })
    expect(deletionsIn(world)).toEqual([])
  })
})

describe('a call that does not go out', () => {
  it.each(PARTS)('for "%s" tells a refusal with its words, once', async part => {
    const world = await entered(everything())
    world.faults.refuse(PATHS[part], 403, ['Access is denied'])
    const refused = { kind: 'refused', status: 403, messages: ['Access is denied'] }
    expect(await confirm(part)).toMatchObject({ kind: 'failed', outcome: refused, requested: 0 })
    expect(deletionsIn(world)).toHaveLength(1)
  })

  it('is refused to an operator for three of the four', async () => {
    await entered(everything(), 'operator')
    const kinds = []
    for (const part of PARTS) kinds.push((await confirm(part)).kind)
    expect(kinds).toEqual(['failed', 'accepted', 'failed', 'failed'])
  })

  it.each(PARTS)('for "%s" throws when the token is refused: nothing was requested', async part => {
    const world = await entered(everything())
    const { session, count } = await counted(part)
    world.faults.empty(PATHS[part], 401)
    expect(await failureOf(remove(part, session, count))).toMatchObject({ status: 401, isUnauthorised: true })
  })

  it.each(['oaisProducts', 'features', 'workerRequests'] as const)(
    'for "%s" throws when what is there cannot be read',
    async part => {
      const world = await entered(everything())
      const { session, count } = await counted(part)
      const list = { oaisProducts: 'rs-ingest/aips?', features: 'rs-fem/admin/features?' }
      world.faults.refuse(part === 'workerRequests' ? 'rs-worker-manager/requests?' : list[part], 503)
      expect(await failureOf(remove(part, session, count))).toMatchObject({ status: 503 })
      expect(deletionsIn(world)).toEqual([])
    },
  )
})

it('the own rows of a session can be listed without ordering anything', async () => {
  const world = await entered(everything())
  const own = await ownRowsIn(PRODUCTS, REF)
  expect(own).toHaveLength(3)
  expect(own?.every(({ source, session, aipId }) => source === 'A' && session === 'day-1' && aipId !== '')).toBe(true)
  expect(await ownRowsIn(REQUESTS, REF)).toHaveLength(3)
  expect(deletionsIn(world)).toEqual([])
})

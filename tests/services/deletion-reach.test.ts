/** What the deletion of a session would take, with a simulated REGARDS that compares names like the real one (docs/regards-api/measured.md 1). */
import { describe, expect, it } from 'vitest'
import { deletionWay } from '@/domain/deletion-reach'
import type { SessionRef } from '@/domain/session'
import { findOaisReach, findReach, findWorkerReach } from '@/services/deletion-reach'
import { aWorld } from '@tests/support/a-world'
import { enter, failureOf, pageText, replying } from './with-gateway'

const REF = { source: 'A', name: 'day-1' }
const NOBODY = { own: 0, others: [], othersTotal: 0, isCut: false }
const pair = (source: string, name: string, count: number) => ({ ref: { source, name }, count })

/** A world of these sessions, with so many products each. */
const world = (sessions: Readonly<Record<string, number>>) =>
  Object.entries(sessions)
    .reduce((made, [name, done]) => made.withSession(name, s => s.oais({ done })), aWorld())
    .build()

describe('the reach of a deletion', () => {
  it('names the other sessions that would lose products, purged ones among them', async () => {
    const here = world({ 'A/day-1': 3, 'A/day-10': 3, 'A/day-19': 5, 'AB/day-1': 3, 'A/DAY-1': 3, 'B/day-1': 2 })
    await enter(here)
    here.purge({ source: 'A', name: 'day-19' })
    const reach = await findReach(REF)
    expect(reach.oais).toEqual({
      own: 3,
      others: [pair('A', 'day-19', 5), pair('A', 'day-10', 3), pair('AB', 'day-1', 3)],
      othersTotal: 11,
      isCut: false,
    })
    expect(reach.workers).toEqual(NOBODY)
    expect(deletionWay(REF, reach)).toEqual({ kind: 'exact', why: 'similarSessions' })
  })

  it('takes two requests for one row each, and leaves the ordinary way, when no other session is alike', async () => {
    const here = world({ 'A/day-1': 400, 'A/DAY-1': 3, 'A/day_1': 2, 'B/day-1': 2 })
    await enter(here)
    const reach = await findReach(REF)
    expect(reach).toEqual({ oais: { ...NOBODY, own: 400 }, workers: NOBODY, features: undefined })
    expect(deletionWay(REF, reach)).toEqual({ kind: 'ordinary' })
    expect(here.requests.map(({ url }) => url.split('?')[0]).sort()).toEqual([
      ...['rs-ingest/aips', 'rs-ingest/aips', 'rs-worker-manager/requests'],
    ])
    expect(here.received('rs-ingest/aips').map(({ url }) => url.split('?')[1])).toEqual(
      [0, 399].map(page => `page=${page}&size=1&sort=sessionOwner%2Casc&sort=session%2Casc&sort=id%2Casc`),
    )
  })

  it('bisects what is too much to read', async () => {
    const here = world({ 'A/day-1': 1500, 'A/day-10': 1000, 'AB/day-1': 3, 'AB/day-10': 6 })
    await enter(here)
    expect(await findOaisReach(REF)).toEqual({
      own: 1500,
      others: [pair('A', 'day-10', 1000), pair('AB', 'day-10', 6), pair('AB', 'day-1', 3)],
      othersTotal: 1009,
      isCut: false,
    })
    expect(here.received('rs-ingest/aips').length).toBeLessThan(60)
    expect(here.received('rs-ingest/aips').every(({ url }) => url.includes('&size=1&'))).toBe(true)
  })

  it('counts blocked worker requests of all three kinds, and names whose they are', async () => {
    const here = aWorld()
      .withSession('A/day-1', s => s.workers({ unzip: { error: 2, invalid: 1, done: 9, running: 4 } }, 3))
      .withSession('A/day-10', s => s.workers({ unzip: { error: 1 } }, 1))
      .withSession('AB/day-1', s => s.workers({ unzip: { done: 9 } }))
      .build()
    await enter(here)
    const others = [pair('A', 'day-10', 2)]
    expect(await findWorkerReach(REF)).toEqual({ own: 6, others, othersTotal: 2, isCut: false })
  })

  it('counts GeoJSON products exactly, where they are deleted by a call of their own', async () => {
    const here = aWorld()
      .withSession('A/day-1', s => s.oais({ done: 1 }).feature({ done: 4 }))
      .withSession('A/day-10', s => s.oais({ done: 1 }).feature({ done: 9 }))
      .build()
    await enter(here)
    expect((await findReach(REF)).features).toBe(4)
    expect((await findReach({ source: 'A', name: 'day-10' })).features).toBeUndefined()
  })
})

describe('a name that LIKE reads otherwise', () => {
  it.each<readonly [string, Readonly<Record<string, number>>, number]>([
    ['c\\d', { 'A/c\\d': 3, 'A/cd': 2, 'A/xc\\dx': 1 }, 1],
    ['100%', { 'A/100%': 3, 'A/100-and-more': 2, 'A/9100%': 1 }, 1],
    ['%', { 'A/%': 3, 'A/day-1': 2 }, 0],
    ['\\', { 'A/\\': 3, 'A/day-1': 2 }, 0],
    ['\\%', { 'A/\\%': 3, 'A/%': 2 }, 0],
  ])('%s is found as it is, and never deleted by the ordinary call', async (name, sessions, othersTotal) => {
    await enter(world(sessions))
    const ref = { source: 'A', name }
    const reach = await findReach(ref)
    expect(reach.oais).toMatchObject({ own: 3, othersTotal })
    expect(deletionWay(ref, reach)).toEqual({ kind: 'exact', why: 'wildcards' })
  })

  it('is none with an underscore, which the server takes for what it is', async () => {
    await enter(world({ 'A/a_b': 3, 'A/a-b': 2 }))
    const ref = { source: 'A', name: 'a_b' }
    const reach = await findReach(ref)
    expect(reach.oais).toMatchObject({ own: 3, othersTotal: 0 })
    expect(deletionWay(ref, reach)).toEqual({ kind: 'ordinary' })
  })
})

describe('a session with an empty name', () => {
  it('is found among all sessions of its source and of those that contain it, and rs-fem is not asked', async () => {
    const here = aWorld()
      .withSession('A/', s => s.oais({ done: 2 }).feature({ done: 1 }))
      .withSession('A/day-1', s => s.oais({ done: 3 }).feature({ done: 5 }))
      .withSession('AB/', s => s.oais({ done: 4 }))
      .withSession('B/', s => s.oais({ done: 4 }))
      .build()
    await enter(here)
    const ref = { source: 'A', name: '' }
    const reach = await findReach(ref)
    expect(reach.oais).toEqual({
      ...{ own: 2, others: [pair('AB', '', 4), pair('A', 'day-1', 3)], othersTotal: 7, isCut: false },
    })
    expect(reach.features).toBeUndefined()
    expect(here.received('rs-fem')).toEqual([])
    expect(deletionWay(ref, reach)).toEqual({ kind: 'exact', why: 'emptyName' })
  })

  it('is found beyond the first sessions of a source with hundreds of them', async () => {
    const builder = aWorld().withSession('A/', s => s.oais({ done: 2 }))
    for (let n = 0; n < 200; n++) builder.withSession(`0A/day-${n}`, s => s.oais({ done: 2 }))
    await enter(builder.build())
    expect(await findOaisReach({ source: 'A', name: '' })).toMatchObject({ own: 2, othersTotal: 400 })
  })
})

describe('what is in doubt', () => {
  it.each([
    ['a row without its source', { aipId: 'URN:1', session: 'day-1' }],
    ['a row without its session', { aipId: 'URN:1', sessionOwner: 'A', session: null }],
    ['a row without an id', { sessionOwner: 'A', session: 'day-1' }],
  ])('%s is an error: it might belong to another session', async (_, row) => {
    replying(() => ({ text: pageText([row]) }))
    expect(await failureOf(findOaisReach(REF))).toMatchObject({ reason: 'unreadable' })
  })

  it('a total that changes between the questions is an error when it does so again', async () => {
    let total = 7
    const asked = replying(() => ({
      text: pageText([{ aipId: 'URN:1', sessionOwner: 'A', session: 'day-1' }], ++total),
    }))
    expect(await failureOf(findOaisReach(REF))).toMatchObject({ reason: 'unreadable', service: 'rs-ingest' })
    expect(asked).toHaveLength(4)
  })

  it('a service that cannot say leaves nothing known', async () => {
    const here = world({ 'A/day-1': 3 })
    await enter(here)
    here.faults.refuse('rs-worker-manager', 503)
    expect(await failureOf(findReach(REF))).toMatchObject({ service: 'rs-worker-manager', status: 503 })
  })

  const blocked = (id: number, session: string) => ({ id, source: 'A', session })
  const unsortable = (rows: readonly object[]) =>
    replying(({ query }) => {
      if (Array.isArray(query['sort'])) return { text: '{"messages":["No property \'session\' found"]}', status: 500 }
      const [page, size] = [Number(query['page']), Number(query['size'])]
      return { text: pageText(rows.slice(page * size, (page + 1) * size), rows.length) }
    })
  const count = (ref: SessionRef = REF) => findWorkerReach(ref)

  it('a worker manager that cannot sort by names is read page by page', async () => {
    const rows = Array.from({ length: 2500 }, (_, n) => blocked(n, n % 5 === 0 ? 'day-10' : 'day-1'))
    const asked = unsortable(rows)
    expect(await count()).toEqual({ own: 2000, others: [pair('A', 'day-10', 500)], othersTotal: 500, isCut: false })
    expect(asked.length).toBeLessThan(6)
  })

  it('and not to its end when it has too many: the own ones are not known then', async () => {
    unsortable(Array.from({ length: 20_001 }, (_, n) => blocked(n, 'day-1')))
    const reach = await count()
    expect(reach).toMatchObject({ own: undefined, isCut: true })
    expect(deletionWay(REF, { oais: { ...NOBODY }, workers: reach })).toEqual({ kind: 'exact', why: 'similarSessions' })
  })
})

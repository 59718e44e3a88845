/** The lists against the simulated REGARDS: the rows are those the counters count, and actions change both (contract: docs/regards-api/actions.md 2, 3). */
import { describe, expect, it } from 'vitest'
import type { RecordListId, RecordListParams, RecordRows } from '@/domain/record-list'
import { isUnreadable } from '@/domain/session'
import { findRecords } from '@/services/record-lists'
import { crawlNow, decideVersioning, relaunchByIds } from '@/services/record-actions'
import { downloadAip } from '@/services/rs-ingest'
import { aWorld } from '@tests/support/a-world'
import { asked, enter, failureOf } from './with-gateway'

const REF = { source: 'A', name: 'day-1' }

const world = () =>
  aWorld()
    .withSession(REF, s =>
      s
        .scan({ errors: 3, ingestionFailed: 2, invalid: 4, incomplete: 5 })
        .workers({ unzip: { error: 2, invalid: 1 } }, 3)
        .oais({ done: 130, errors: 6, waiting: 4 })
        .feature({ done: 7, errors: { CREATION: 2, DELETION: 3 } })
        .storage({ errors: 4 }),
    )
    .withSession('A/day-10', s => s.scan({ errors: 8 }).workers({ unzip: { error: 5 } }, 2))
    .withSession('AB/day-1', s => s.workers({ unzip: { error: 1 } }))
    .build()

async function read<L extends RecordListId>(list: L, more: Partial<RecordListParams> = {}, page = 0) {
  const { entries, ...counts } = await findRecords(list, { ref: REF, direction: 'desc', ...more }, page)
  const rows = entries.filter((entry): entry is RecordRows[L] => !isUnreadable(entry))
  expect(rows).toHaveLength(entries.length)
  return { rows, ...counts }
}

describe('a list holds what its counter counts:', () => {
  it.each([
    ['chains', 1],
    ['productErrors', 9],
    ['productsIncomplete', 5],
    ['oaisErrors', 6],
    ['oaisWaiting', 4],
    ['features', 7],
    ['workerErrors', 3],
    ['workerWaiting', 3],
  ] as const)('%s, %i', async (list, count) => {
    await enter(world(), 'lead')
    const { rows } = await read(list)
    expect(rows).toHaveLength(count)
    expect(new Set(rows.map(({ key }) => key)).size).toBe(count)
  })

  it('products in error are those of the session, though the server finds "day-10" too', async () => {
    await enter(world(), 'lead')
    const { received, total } = await read('productErrors')
    expect({ received, total }).toEqual({ received: 17, total: 17 })
  })

  it('requests are listed by type', async () => {
    await enter(world(), 'lead')
    const counts = { CREATION: 2, UPDATE: 0, DELETION: 3, NOTIFICATION: 0 }
    for (const [part, count] of Object.entries(counts))
      expect((await read('featureErrors', { part })).rows).toHaveLength(count)
  })

  it('of many products, page by page, each once and the newest first', async () => {
    await enter(world(), 'lead')
    const pages = [await read('oaisProducts'), await read('oaisProducts', {}, 1)]
    expect(pages.map(({ rows, received, total }) => [rows.length, received, total])).toEqual([
      [100, 100, 130],
      [30, 30, 130],
    ])
    const ids = pages.flatMap(({ rows }) => rows.map(({ id }) => id))
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a))
  })

  it('storages with their errors, which are listed by storage', async () => {
    await enter(world(), 'lead')
    const { rows } = await read('storages')
    const full = rows.flatMap(({ used, limit }) => (limit === undefined ? [] : [used / limit]))
    expect(full).toEqual([...full].sort((a, b) => b - a))
    const { name = '', storageErrors = 0 } = rows.find(place => place.storageErrors > 0) ?? {}
    const { total } = await read('storageErrors', { part: `${name}/STORAGE` })
    expect(total).toBe(storageErrors)
    expect(total).toBeGreaterThan(0)
  })

  it('crawls, which an operator may not see', async () => {
    await enter(world(), 'operator')
    expect(await failureOf(read('crawls'))).toMatchObject({ isForbidden: true })
    expect(await failureOf(read('productErrors'))).toMatchObject({ isForbidden: true })
  })
})

describe('an action from a list', () => {
  it.each([
    ['oaisErrors', undefined],
    ['workerErrors', undefined],
    ['workerWaiting', undefined],
    ['featureErrors', 'DELETION'],
  ] as const)('for two of %s takes these two and no other', async (list, type) => {
    const here = world()
    await enter(here, 'lead')
    const part = type === undefined ? {} : { part: type }
    const { rows } = await read(list, part)
    const ids = rows.slice(0, 2).map(({ id }) => id)
    const action = { list, ref: REF, ids, ...(type && { type }) }
    const outcome = type === undefined ? { kind: 'accepted' } : { kind: 'handled', requested: 2, handled: 2 }
    expect(await relaunchByIds(action)).toEqual({ parts: [{ ...(type && { type }), outcome }] })
    here.advance('1m')
    const left = (await read(list, part)).rows.map(({ id }) => id)
    expect(left).toEqual(rows.map(({ id }) => id).slice(2))
  })

  it('decides on one product that waits, then on all', async () => {
    const here = world()
    await enter(here)
    const [first] = (await read('oaisWaiting')).rows
    const ids = first === undefined ? [] : [first.id]
    expect(await decideVersioning({ ref: REF, mode: 'INC_VERSION', ids })).toEqual({ kind: 'accepted' })
    here.advance('1m')
    expect((await read('oaisWaiting')).rows).toHaveLength(3)
    expect(await decideVersioning({ ref: REF, mode: 'IGNORE' })).toEqual({ kind: 'accepted' })
    here.advance('1m')
    expect((await read('oaisWaiting')).rows).toEqual([])
  })

  it('has a data source crawled now, where the server offers it', async () => {
    const here = world()
    await enter(here, 'lead')
    const crawls = (await read('crawls')).rows
    const id = crawls.find(({ canSchedule }) => canSchedule)?.id ?? ''
    expect(await crawlNow(id)).toEqual({ kind: 'accepted' })
    expect(await crawlNow('unknown')).toMatchObject({ kind: 'refused', status: 404 })
    expect(asked(here).at(-2)).toMatchObject({ method: 'PUT', path: `rs-dam/crawler/datasourceIngestions/${id}` })
  })
})

describe('the document of a product', () => {
  it('is the one of the row', async () => {
    await enter(world())
    const [first] = (await read('oaisProducts')).rows
    const text = await downloadAip(first?.aipId ?? '')
    expect(JSON.parse(text)).toMatchObject({ id: first?.aipId, providerId: first?.providerId })
  })
})

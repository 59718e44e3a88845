/** The relaunch call of each service but the data provider's: exactly what goes over the wire (contract: docs/regards-api/actions.md 2.2 to 2.5). */
import { describe, expect, it } from 'vitest'
import { relaunchErrors as relaunchChain } from '@/services/rs-dataprovider'
import { relaunchErrors as relaunchFeatures } from '@/services/rs-fem'
import { chooseVersioning, relaunchErrors as relaunchIngest } from '@/services/rs-ingest'
import { relaunchErrors as relaunchStorage } from '@/services/rs-storage'
import { findRequestsInError, relaunchByIds, relaunchMatching } from '@/services/rs-worker-manager'
import { aWorld } from '@tests/support/a-world'
import { answering, asked, enter, failureOf, pageText, replying } from './with-gateway'

const REF = { source: 'A&B', name: 'day+1' }
const ERROR = { values: ['ERROR'], mode: 'INCLUDE', matchMode: 'STRICT', ignoreCase: false }
const BLOCKED = { ...ERROR, values: ['ERROR', 'INVALID_CONTENT'] }
const post = (path: string, body: unknown, query = {}) => ({ method: 'POST', path, query, body })

const errorsOf = (world: ReturnType<ReturnType<typeof aWorld>['build']>, stepId: string) =>
  world.archive.items(world.session(REF), stepId).filter(({ status }) => status === 'ERROR').length

describe('OAIS requests', () => {
  it('are relaunched in the state ERROR and in no other', async () => {
    const world = aWorld()
      .withSession(REF, s => s.oais({ errors: 3, waiting: 2 }))
      .build()
    await enter(world)
    await relaunchIngest(REF)
    const body = { sessionOwner: 'A&B', session: 'day+1', requestStates: ERROR }
    expect(asked(world)).toEqual([post('rs-ingest/requests/retry', body)])
    world.advance('1m')
    expect(errorsOf(world, 'oais')).toBe(0)
  })
})

describe('feature requests', () => {
  it('are relaunched by type, and counted', async () => {
    const world = aWorld()
      .withSession(REF, s => s.feature({ errors: { UPDATE: 3, CREATION: 2 } }))
      .build()
    await enter(world)
    expect(await relaunchFeatures(REF, 'UPDATE')).toEqual({ requested: 3, handled: 3 })
    expect(asked(world)).toEqual([
      post('rs-fem/requests/retry/UPDATE', { source: 'A&B', session: 'day+1', states: ERROR }),
    ])
    world.advance('1m')
    expect(errorsOf(world, 'feature')).toBe(2)
  })

  it.each([
    ['{"totalRequested":"12","totalHandled":"5"}', { requested: 12, handled: 5 }],
    ['{"totalHandled":5}', { requested: 5, handled: 5 }],
    ['{"totalRequested":null,"totalHandled":0,"message":7}', { requested: 0, handled: 0 }],
  ])('are counted from %s', async (text, counted) => {
    answering(() => ({ text }))
    expect(await relaunchFeatures(REF, 'CREATION')).toEqual(counted)
  })

  it.each(['{}', '{"totalRequested":12}', '{"totalHandled":"many"}', '{"totalHandled":1.5}', '[]'])(
    'are not counted from %s',
    async text => {
      answering(() => ({ text }))
      expect(await failureOf(relaunchFeatures(REF, 'CREATION'))).toMatchObject({ reason: 'unreadable' })
    },
  )
})

describe('file requests', () => {
  it('are relaunched by query, without a body', async () => {
    const world = aWorld()
      .withSession(REF, s => s.storage({ errors: 3 }))
      .build()
    await enter(world, 'administrator')
    await relaunchStorage(REF)
    expect(asked(world)).toEqual([
      { method: 'POST', path: 'rs-storage/storages/retry', query: { source: 'A&B', session: 'day+1' } },
    ])
    world.advance('1m')
    expect(errorsOf(world, 'storage')).toBe(0)
  })

  it('need a right an operator does not have', async () => {
    const client = await enter(
      aWorld()
        .withSession(REF, s => s.storage({ errors: 3 }))
        .build(),
    )
    const error = await failureOf(relaunchStorage(REF))
    expect(error).toMatchObject({ status: 403, isForbidden: true })
    expect(error.messages).toEqual(['Access is denied'])
    expect(client.unauthorised).toEqual([])
  })
})

describe('worker requests', () => {
  const world = () =>
    aWorld()
      .withSession('A/day-1', s => s.workers({ 'unzip.v1': { error: 2, invalid: 1, done: 4 } }, 5))
      .withSession('A/day-10', s => s.workers({ unzip: { error: 3 } }))
      .withSession('AB/day-1', s => s.workers({ unzip: { error: 1 } }))
      .withSession('C/day-1', s => s.workers({ unzip: { error: 1 } }))
      .build()

  it('are listed in error or with an invalid content; those of similar names are told apart', async () => {
    const here = world()
    await enter(here)
    const { ids, hasOthers } = await findRequestsInError({ source: 'A', name: 'day-1' })
    const body = { source: 'A', session: 'day-1', statuses: BLOCKED }
    expect(asked(here)).toEqual([post('rs-worker-manager/requests', body, { page: '0', size: '1000', sort: 'id,asc' })])
    const own = here.archive
      .items(here.session({ source: 'A', name: 'day-1' }), 'workers')
      .filter(({ status }) => status === 'ERROR' || status === 'INVALID_CONTENT')
    expect([...ids].sort()).toEqual(own.map(({ id }) => id).sort())
    expect(hasOthers).toBe(true)
    expect(await findRequestsInError({ source: 'C', name: 'day-1' })).toMatchObject({ hasOthers: false })
  })

  it('are listed to the last page, each once', async () => {
    const page = (...rows: readonly [number, string][]) => ({
      text: JSON.stringify({
        metadata: { totalElements: 5 },
        content: rows.map(([id, session]) => ({ content: { id, source: 'A', session } })),
      }),
    })
    const pages = [page([1, 'd'], [2, 'd']), page([2, 'd'], [3, 'd']), page([4, 'dd'])]
    answering(() => pages.shift() ?? page())
    expect(await findRequestsInError({ source: 'A', name: 'd' })).toEqual({ ids: [1, 2, 3], hasOthers: true })
    expect(pages).toEqual([])
  })

  it('without a source or session belong to another user', async () => {
    const content = [{ content: { id: 1, source: 'A' } }, { content: { id: 2, source: null, session: 'd' } }]
    answering(() => ({ text: JSON.stringify({ metadata: { totalElements: 2 }, content }) }))
    expect(await findRequestsInError({ source: 'A', name: 'd' })).toEqual({ ids: [], hasOthers: true })
  })

  it.each([
    ['no id', { source: 'A', session: 'd' }],
    ['an id beyond exact numbers', { id: 2 ** 53, source: 'A', session: 'd' }],
    ['a session that is no text', { id: 1, source: 'A', session: 5 }],
  ])('with %s stop everything: no relaunch is built on a guess', async (_, content) => {
    answering(() => ({ text: JSON.stringify({ metadata: { totalElements: 1 }, content: [{ content }] }) }))
    expect(await failureOf(findRequestsInError({ source: 'A', name: 'd' }))).toMatchObject({ reason: 'unreadable' })
  })

  it.each(['a\\b', '50%', ''])(
    'of a session named %j are never relaunched by it: the filter means others, or all',
    async name => {
      const content = { id: 1, source: 'A', session: name, status: 'ERROR' }
      const all = replying(() => ({ text: pageText([content]) }))
      expect(await findRequestsInError({ source: 'A', name })).toEqual({ ids: [1], hasOthers: true })
      expect(await failureOf(relaunchMatching({ source: 'A', name }))).toMatchObject({ reason: 'unaddressable' })
      expect(all.map(({ path }) => path)).toEqual(['rs-worker-manager/requests'])
    },
  )

  it('that say no session are not of the one with an empty name', async () => {
    replying(() => ({
      text: pageText([
        { id: 1, source: 'A' },
        { id: 2, source: 'A', session: '' },
      ]),
    }))
    expect(await findRequestsInError({ source: 'A', name: '' })).toMatchObject({ ids: [2] })
  })

  it('are relaunched by names, with the statuses always said', async () => {
    const here = world()
    await enter(here)
    await relaunchMatching({ source: 'C', name: 'day-1' })
    const body = { source: 'C', session: 'day-1', statuses: BLOCKED }
    expect(asked(here)).toEqual([post('rs-worker-manager/requests/retry', body)])
  })

  it('are relaunched by ids, and then by nothing else', async () => {
    const here = world()
    await enter(here)
    await relaunchByIds([7, 8])
    const body = { ids: { ...ERROR, values: [7, 8] }, statuses: BLOCKED }
    expect(asked(here)).toEqual([post('rs-worker-manager/requests/retry', body)])
  })
})

describe('a session with an empty name', () => {
  const NAMELESS = { source: 'A', name: '' }

  it.each([
    ['acquired products', () => relaunchChain(NAMELESS)],
    ['OAIS requests', () => relaunchIngest(NAMELESS)],
    ['GeoJSON requests', () => relaunchFeatures(NAMELESS, 'CREATION')],
    ['file requests', () => relaunchStorage(NAMELESS)],
    ['worker requests', () => relaunchMatching(NAMELESS)],
    ['versions', () => chooseVersioning(NAMELESS, 'IGNORE')],
  ])('is never relaunched by its name alone, which is no filter: its %s', async (_, call) => {
    const all = replying(() => ({ text: '' }))
    expect(await failureOf(call())).toMatchObject({ reason: 'unaddressable' })
    expect(all).toEqual([])
  })

  it('is relaunched by ids', async () => {
    const all = replying(({ path }) => ({ text: path.startsWith('rs-fem') ? '{"totalHandled":1}' : '' }))
    await relaunchIngest(NAMELESS, [5])
    await chooseVersioning(NAMELESS, 'IGNORE', [6])
    await relaunchFeatures(NAMELESS, 'CREATION', [7])
    expect(all.map(({ body }) => body)).toMatchObject([5, 6, 7].map(id => ({ requestIds: { values: [id] } })))
  })
})

/** Every list behind "See …": its exact requests, and the result of a failed one (contract: docs/regards-api/actions.md 3). */
import { describe, expect, it } from 'vitest'
import type { RecordListId } from '@/domain/record-list'
import { RECORD_LISTS } from '@/domain/record-list'
import { ask, chain, isOfChains } from './asking-records'
import type { Asked } from './with-gateway'
import { answering, failureOf, pageText, replying } from './with-gateway'

const strict = (...values: readonly string[]) => ({ values, mode: 'INCLUDE', matchMode: 'STRICT', ignoreCase: false })

describe('what is asked', () => {
  const post = (path: string, size: string, body: object) => ({
    ...{ method: 'POST', path, query: { page: '2', size, sort: 'id,asc' }, body },
  })
  const INGEST = { sessionOwner: 'A&B', session: 'day+1' }
  const FEM = { source: 'A&B', session: 'day+1' }
  const ERROR = { states: strict('ERROR') }
  const get = (path: string, query: object) => ({ method: 'GET', path, query })

  const REQUESTS: Readonly<Partial<Record<RecordListId, readonly [Asked | object, part?: string]>>> = {
    chains: [
      get('rs-dataprovider/chain-monitoring', { label: 'A&B', page: '2', size: '500', sort: ['label,asc', 'id,asc'] }),
    ],
    oaisProducts: [post('rs-ingest/aips', '100', INGEST)],
    oaisErrors: [post('rs-ingest/requests', '500', { ...INGEST, requestStates: strict('ERROR') })],
    oaisWaiting: [post('rs-ingest/requests', '500', { ...INGEST, requestStates: strict('WAITING_VERSIONING_MODE') })],
    features: [post('rs-fem/admin/features', '100', FEM)],
    pendingDissemination: [post('rs-fem/admin/features', '100', { ...FEM, disseminationStatus: 'PENDING' })],
    featureErrors: [post('rs-fem/requests/search/UPDATE', '500', { ...FEM, ...ERROR }), 'UPDATE'],
    workerErrors: [post('rs-worker-manager/requests', '500', { ...FEM, statuses: strict('ERROR', 'INVALID_CONTENT') })],
    workerWaiting: [post('rs-worker-manager/requests', '500', { ...FEM, statuses: strict('NO_WORKER_AVAILABLE') })],
    storages: [get('rs-storage/storages', {})],
    storageErrors: [
      get('rs-storage/requests/Cold%20vault/STORAGE', { status: 'ERROR', page: '2', size: '500', sort: 'id,asc' }),
      'Cold vault/STORAGE',
    ],
    crawls: [get('rs-dam/crawler/datasourceIngestions', {})],
  }

  it.each(Object.entries(REQUESTS))('for %s is one request', async (list, [expected, part]) => {
    const all = replying(() => ({ text: /storages|crawler/.test(list) || list === 'crawls' ? '[]' : pageText([]) }))
    await ask(list as RecordListId, { direction: 'asc', ...(part === undefined ? {} : { part }) }, 2)
    expect(all).toEqual([expected])
  })

  it('covers every list; products are asked by chain, below', () => {
    const known = [...Object.keys(REQUESTS), 'productErrors', 'productsIncomplete']
    expect(known.sort()).toEqual([...RECORD_LISTS].sort())
  })

  it.each([
    ['productErrors', { state: 'INVALID', sipState: ['GENERATION_ERROR', 'INGESTION_FAILED'] }],
    ['productsIncomplete', { state: 'ACQUIRING' }],
  ] as const)('for %s is each chain of exactly this label', async (list, states) => {
    const all = replying(asked => ({
      text: isOfChains(asked)
        ? pageText([chain(7, 'A&B'), chain(8, 'A&B-2'), chain(9, 'A&B')])
        : pageText([{ id: 1, session: 'day+1' }], 30),
    }))
    expect(await ask(list, {}, 3)).toMatchObject({ total: 60, received: 2 })
    const query = { page: '3', size: '500', sort: ['lastUpdate,desc', 'id,asc'], session: 'day+1', ...states }
    expect(all).toEqual([
      get('rs-dataprovider/chain-monitoring', { label: 'A&B', page: '0', size: '100', sort: ['label,asc', 'id,asc'] }),
      get('rs-dataprovider/products', { ...query, chainId: '7' }),
      get('rs-dataprovider/products', { ...query, chainId: '9' }),
    ])
  })

  const ODD = { source: 'a\\b%', name: 'c_d\\%' }
  const ESCAPED = { source: 'a\\\\b\\%', name: 'c_d\\\\\\%' }

  it.each([
    ['oaisProducts', { sessionOwner: ESCAPED.source, session: ESCAPED.name }],
    ['workerErrors', { source: ESCAPED.source, session: ESCAPED.name }],
    ['workerWaiting', { source: ESCAPED.source, session: ESCAPED.name }],
    ['oaisErrors', { sessionOwner: ODD.source, session: ODD.name }],
    ['features', { source: ODD.source, session: ODD.name }],
  ] as const)(
    'for %s escapes what would stand for other characters, and nothing where names are exact',
    async (list, names) => {
      const all = replying(() => ({ text: pageText([]) }))
      await ask(list, { ref: ODD })
      expect(all).toMatchObject([{ body: names }])
    },
  )

  it('of products is by names as they are: no backslash escapes anything there', async () => {
    const all = replying(asked => ({ text: isOfChains(asked) ? pageText([chain(7, ODD.source)]) : pageText([]) }))
    await ask('productErrors', { ref: ODD })
    expect(all.map(({ query }) => query['label'] ?? query['session'])).toEqual([ODD.source, ODD.name])
  })

  it('of products is nothing when no chain has the label of the source', async () => {
    const all = replying(() => ({ text: pageText([chain(7, 'a&b'), chain(8, 'A&B ')]) }))
    expect(await ask('productErrors')).toMatchObject({ entries: [], total: 0, received: 0 })
    expect(all).toHaveLength(1)
  })

  it('of products needs the chains: without an answer about them there is no empty list', async () => {
    replying(asked => (isOfChains(asked) ? { text: '{"messages":["Not for you"]}', status: 403 } : { text: '{}' }))
    expect(await failureOf(ask('productErrors'))).toMatchObject({ isForbidden: true, messages: ['Not for you'] })
    answering(() => ({ text: pageText([{ chain: { id: 'x', label: 'A&B' } }]) }))
    expect(await failureOf(ask('productErrors'))).toMatchObject({ reason: 'unreadable' })
  })

  it.each([
    ['storageErrors', 'a/b/STORAGE'],
    ['storageErrors', 'sem;colon/STORAGE'],
    ['storageErrors', 'per%cent/STORAGE'],
    ['storageErrors', 'back\\slash/STORAGE'],
    ['storageErrors', 'line\nfeed/STORAGE'],
    ['storageErrors', '../STORAGE'],
    ['storageErrors', '/STORAGE'],
    ['storageErrors', 'disk/'],
    ['storageErrors', 'disk'],
    ['storageErrors', undefined],
    ['featureErrors', '..'],
    ['featureErrors', 'CREATION/1'],
    ['featureErrors', undefined],
  ] as const)('for %s of %j is nothing: no path can hold it', async (list, part) => {
    const all = replying(() => ({ text: pageText([]) }))
    const error = await failureOf(ask(list, part === undefined ? {} : { part }))
    expect(error).toMatchObject({ reason: 'unaddressable', isUnauthorised: false })
    expect(all).toEqual([])
  })

  it.each(RECORD_LISTS)('for %s ends with the words of a refusal', async list => {
    answering(() => ({ text: '{"messages":["Access denied"]}', status: 403 }))
    const part = list === 'storageErrors' ? 'disk/STORAGE' : 'CREATION'
    expect(await failureOf(ask(list, { part }))).toMatchObject({ isForbidden: true, messages: ['Access denied'] })
  })

  it.each(RECORD_LISTS)('for %s is not answered by something else', async list => {
    const part = list === 'storageErrors' ? 'disk/STORAGE' : 'CREATION'
    answering(() => ({ text: '{"content":"none"}' }))
    expect(await failureOf(ask(list, { part }))).toMatchObject({ reason: 'unreadable' })
    answering(() => ({ text: '' }))
    expect(await failureOf(ask(list, { part }))).toMatchObject({ reason: 'empty' })
  })
})

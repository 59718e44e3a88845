/** The four calls that delete exactly what they name, and what each deletes when it names less (docs/regards-api/measured.md 1.2). */
import { describe, expect, it } from 'vitest'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import { ask, page, shownStep } from './asking'
import { expectAccepted } from './relaunching'

const include = (values: readonly unknown[]) => ({ values, mode: 'INCLUDE', matchMode: 'STRICT', ignoreCase: false })

const world = () =>
  ['A/day-1', 'A/day-10', 'AB/day-1']
    .reduce(
      (made, name) =>
        made.withSession(name, s =>
          s
            .scan({ done: 4 })
            .oais({ done: 5, errors: 1 })
            .feature({ done: 3 })
            .storage({ done: 10 })
            .workers({ unzip: { error: 2, invalid: 1, done: 1 } }, 1),
        ),
      aWorld(),
    )
    .build()

const output = (w: World, stepId: string) =>
  Promise.all(
    [
      ['A', 'day-1'],
      ['A', 'day-10'],
      ['AB', 'day-1'],
    ].map(async ([source = '', name = '']) => (await shownStep(w, source, name, stepId)).outputRelated),
  )

const aips = async (w: World, body: object = {}) =>
  (await page(w, 'rs-ingest/aips?size=100', { body })).content.map(({ content }) => content)

const idsOf = async (w: World, source: string, name: string) =>
  (await aips(w))
    .filter(({ sessionOwner, session }) => sessionOwner === source && session === name)
    .map(({ aipId }) => String(aipId))

describe('the deletion of OAIS products', () => {
  const remove = (w: World, body: unknown, as = 'administrator') => ask(w, 'rs-ingest/aips/delete', { body, as })

  it('takes exactly the named ones, files and counters following, while its requests show', async () => {
    const w = world()
    const ids = await idsOf(w, 'A', 'day-1')
    await expectAccepted(await remove(w, { deletionMode: 'IRREVOCABLY', aipIds: include(ids.slice(0, 3)) }))
    w.advance('1s')
    const asked = { sessionOwner: 'A', session: 'day-1', requestTypes: include(['OAIS_DELETION']) }
    expect((await page(w, 'rs-ingest/requests', { body: asked })).metadata.totalElements).toBe(3)
    w.advance('30s')
    expect((await page(w, 'rs-ingest/requests', { body: asked })).metadata.totalElements).toBe(0)
    expect(await idsOf(w, 'A', 'day-1')).toEqual(ids.slice(3))
    expect(await output(w, 'oais')).toEqual([2, 5, 5])
    expect((await shownStep(w, 'A', 'day-1', 'oais')).properties).toMatchObject({ deletedProducts: '3' })
    expect((await shownStep(w, 'A', 'day-1', 'storage')).properties).toMatchObject({
      ...{ storedFiles: '4', deletedFiles: '6', deleteRequests: '6' },
    })
  })

  it('BY_STATE leaves the rows, as DELETED, and takes the files all the same', async () => {
    const w = world()
    const ids = await idsOf(w, 'A', 'day-1')
    await remove(w, { deletionMode: 'BY_STATE', aipIds: include(ids) })
    w.advance('60s')
    const rows = (await aips(w)).filter(({ aipId }) => ids.includes(String(aipId)))
    expect(rows.map(({ state }) => state)).toEqual(Array(5).fill('DELETED'))
    expect(await aips(w, { aipStates: include(['DELETED']) })).toHaveLength(5)
    expect(await output(w, 'oais')).toEqual([0, 5, 5])
    expect(await output(w, 'storage')).toEqual([0, 10, 10])
    // What was marked can still be removed for good, and counts no second time.
    await remove(w, { deletionMode: 'IRREVOCABLY', aipIds: include(ids) })
    w.advance('60s')
    expect(await idsOf(w, 'A', 'day-1')).toEqual([])
    expect((await shownStep(w, 'A', 'day-1', 'oais')).properties).toMatchObject({ deletedProducts: '5' })
    expect((await shownStep(w, 'A', 'day-1', 'storage')).properties).toMatchObject({ deletedFiles: '10' })
  })

  it.each([
    ['nothing but the mode', {}, [0, 0, 0]],
    ['the key of the ids misspelt', { aipIDs: include([]) }, [0, 0, 0]],
    ['the names alone, which are parts of names', { sessionOwner: 'A', session: 'day-10' }, [5, 0, 5]],
    ['unknown ids', { aipIds: include(['URN:AIP:DATA:demo:none:V1']) }, [5, 5, 5]],
    ['no ids', { aipIds: include([]) }, [5, 5, 5]],
    ['an unknown key', { selectionMode: 'INCLUDE', aipIds: include([]) }, [5, 5, 5]],
  ])('with %s takes what the rest of the body means', async (_what, body, rest) => {
    const w = world()
    await expectAccepted(await remove(w, { deletionMode: 'IRREVOCABLY', ...body }))
    w.advance('60s')
    expect(await output(w, 'oais')).toEqual(rest)
  })

  it('joins ids and names by AND', async () => {
    const w = world()
    const ids = await idsOf(w, 'A', 'day-1')
    await remove(w, { deletionMode: 'IRREVOCABLY', session: 'day-10', aipIds: include(ids) })
    w.advance('60s')
    expect(await output(w, 'oais')).toEqual([5, 5, 5])
  })

  it.each([
    ['no mode', { aipIds: include(['x']) }],
    ['an unknown mode', { deletionMode: 'SOFTLY', aipIds: include(['x']) }],
    ['ids without values', { deletionMode: 'IRREVOCABLY', aipIds: { mode: 'INCLUDE' } }],
    ['ids without a mode', { deletionMode: 'IRREVOCABLY', aipIds: { values: ['x'] } }],
    ['ids with an unknown mode', { deletionMode: 'IRREVOCABLY', aipIds: { values: ['x'], mode: 'SOME' } }],
    ['1001 ids', { deletionMode: 'IRREVOCABLY', aipIds: include(Array(1001).fill('x')) }],
  ])('is refused with %s', async (_what, body) => {
    const answer = await remove(world(), body)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toEqual({ messages: [expect.any(String)] })
  })

  it('is for administrators', async () => {
    expect((await remove(world(), { deletionMode: 'IRREVOCABLY', aipIds: include([]) }, 'operator')).status).toBe(403)
  })
})

describe('the deletion of GeoJSON products', () => {
  const remove = (w: World, body: unknown, as = 'operator') =>
    ask(w, 'rs-fem/admin/features/delete', { method: 'DELETE', body, as })

  it.each([
    [{ source: 'A', session: 'day-1' }, [0, 3, 3]],
    [{ source: 'A', session: 'DAY-1' }, [3, 3, 3]],
    [{ source: 'A', session: '' }, [0, 0, 3]],
    [{ source: 'A' }, [0, 0, 3]],
    [{}, [0, 0, 0]],
  ])('%j takes exactly the session, the whole source, or all', async (body, rest) => {
    const w = world()
    await expectAccepted(await remove(w, body))
    w.advance('60s')
    expect(await output(w, 'feature')).toEqual(rest)
  })

  it('is for operators, and needs a body', async () => {
    expect((await remove(world(), {}, 'visitor')).status).toBe(403)
    expect((await ask(world(), 'rs-fem/admin/features/delete', { method: 'DELETE' })).status).toBe(400)
  })
})

describe('the deletion of acquired products', () => {
  const remove = (w: World, query: string, as = 'administrator') =>
    ask(w, `rs-dataprovider/chains/products?${query}`, { method: 'DELETE', as })

  it.each([
    ['chainName=A&session=day-1', [0, 4, 4]],
    ['chainName=A', [0, 0, 4]],
    ['chainName=nobody', [4, 4, 4]],
    ['chainName=A&session=nothing', [4, 4, 4]],
  ])('%s takes exactly the session, or all sessions of the chain', async (query, rest) => {
    const w = world()
    await expectAccepted(await remove(w, query))
    w.advance('60s')
    expect(await output(w, 'scan')).toEqual(rest)
  })

  it('is for administrators, and needs a chain', async () => {
    expect((await remove(world(), 'chainName=A&session=day-1', 'operator')).status).toBe(403)
    expect((await remove(world(), 'session=day-1')).status).toBe(400)
  })
})

describe('the deletion of worker requests', () => {
  it('takes the named ones of the given statuses', async () => {
    const w = world()
    const { content } = await page(w, 'rs-worker-manager/requests?size=50', { body: { source: 'A', session: 'day-1' } })
    const ids = content
      .filter(({ content: row }) => row['source'] === 'A' && row['session'] === 'day-1')
      .map(({ content: row }) => row['id'])
    const body = { ids: include(ids), statuses: include(['ERROR', 'NO_WORKER_AVAILABLE']) }
    const remove = (as: string) => ask(w, 'rs-worker-manager/requests/delete', { method: 'DELETE', body, as })
    expect((await remove('operator')).status).toBe(403)
    await expectAccepted(await remove('administrator'))
    w.advance('60s')
    expect(await shownStep(w, 'A', 'day-1', 'workers')).toMatchObject({
      inputRelated: 2,
      state: { errors: 1, waiting: 0 },
    })
    for (const [source, name] of [
      ['A', 'day-10'],
      ['AB', 'day-1'],
    ] as const)
      expect((await shownStep(w, source, name, 'workers')).state).toMatchObject({ errors: 3, waiting: 1 })
  })
})

describe('the list of resources', () => {
  it('says which role may send what', async () => {
    const listed = async (as: string) =>
      (await page(world(), 'rs-admin/resources?size=2000', { as })).content.map(
        ({ content: row }) => `${String(row['verb'])} ${String(row['microservice'])}${String(row['resource'])}`,
      )
    const ADMIN = [
      'POST rs-ingest/aips/delete',
      'DELETE rs-dataprovider/chains/products',
      'DELETE rs-worker-manager/requests/delete',
    ]
    expect(await listed('administrator')).toEqual(
      expect.arrayContaining([...ADMIN, 'DELETE rs-fem/admin/features/delete']),
    )
    const operator = await listed('operator')
    expect(operator).toContain('DELETE rs-fem/admin/features/delete')
    expect(operator.filter(name => ADMIN.includes(name))).toEqual([])
  })
})

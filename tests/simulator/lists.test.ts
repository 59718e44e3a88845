/** The lists behind "See …": what they hold is what the counters count (docs/regards-api/actions.md 3). */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import type { Asked, Row, WirePage } from './asking'
import { ask, page, shownStep } from './asking'

const only = (...values: readonly (string | number)[]) => ({ values, mode: 'INCLUDE', matchMode: 'STRICT' })
const contents = ({ content }: WirePage) => content.map(row => row.content)
const column = (answer: WirePage, name: string) => contents(answer).map(row => row[name])
const rels = (answer: WirePage) => answer.content.map(({ links }) => links.map(({ rel }) => rel))
const total = async (world: World, path: string, asked: Asked = {}) =>
  (await page(world, path, asked)).metadata.totalElements

async function counted(world: World, source: string, name: string, stepId: string, ...properties: readonly string[]) {
  const step = await shownStep(world, source, name, stepId)
  return properties.reduce((sum, property) => sum + Number(step.properties[property] ?? 0), 0)
}

describe('the products of a chain', () => {
  const IN_ERROR = 'state=INVALID&sipState=GENERATION_ERROR&sipState=INGESTION_FAILED'
  const world = aWorld()
    .withSession('A/day-1', s =>
      s.scan({ done: 12, errors: 5, ingestionFailed: 3, invalid: 2, incomplete: 4, canceled: 1, submitted: 6 }),
    )
    .withSession('A/day-10', s => s.scan({ errors: 1, invalidFiles: 3 }))
    .withSession('B/day-1', s => s.scan({ errors: 7 }))
    .build()
  const products = (query: string, as = 'administrator') => page(world, `rs-dataprovider/products?${query}`, { as })
  const chainId = world.archive.chains.find(({ label }) => label === 'A')?.id ?? 0

  it('in error are those its counters call errors, state and sipState being joined by OR', async () => {
    const errors = await counted(world, 'A', 'day-1', 'scan', 'invalid', 'generationError', 'ingestionFailed')
    const rows = contents(await products(`${IN_ERROR}&chainId=${chainId}&session=day-1&size=50`)).filter(
      ({ session }) => session === 'day-1',
    )
    expect(rows).toHaveLength(errors)
    expect(rows.map(({ state }) => state).sort()).toEqual([
      ...Array<string>(5).fill('COMPLETED'),
      ...Array<string>(3).fill('FINISHED'),
      ...Array<string>(2).fill('INVALID'),
    ])
    expect(rows.every(({ error }) => typeof error === 'string')).toBe(true)
  })

  it.each([
    ['state=ACQUIRING', 'incomplete'],
    ['state=CANCELED', 'canceled'],
    ['sipState=INGESTED', 'ingested'],
    ['sipState=GENERATION_ERROR', 'generationError'],
  ])('with %s are as many as %s counts', async (query, property) => {
    const rows = contents(await products(`${query}&chainId=${chainId}&session=day-1&size=50`))
    expect(rows.filter(({ session }) => session === 'day-1')).toHaveLength(
      await counted(world, 'A', 'day-1', 'scan', property),
    )
  })

  it('are found by a part of the session, of any chain unless one is named', async () => {
    const [mine, others] = [await products(`${IN_ERROR}&chainId=${chainId}&session=day-1`), await products(IN_ERROR)]
    expect([mine.metadata.totalElements, others.metadata.totalElements]).toEqual([11, 18])
    expect((await products(`${IN_ERROR}&session=DAY`)).metadata.totalElements).toBe(0)
  })

  it('are found by a part of their name, by date, and never without session', async () => {
    const [first] = contents(await products(`${IN_ERROR}&sort=lastUpdate,desc`))
    const named = await products(`productName=${String(first?.['productName'])}`)
    expect(column(named, 'id')).toEqual([first?.['id']])
    expect((await products(`from=${String(first?.['lastUpdate'])}&sipState=GENERATION_ERROR`)).content).not.toEqual([])
    expect((await products('from=2999-01-01T00:00:00Z')).content).toEqual([])
    expect((await products('nosession=true')).content).toEqual([])
  })

  it('come oldest change first, or as asked, and an unknown sort is an error', async () => {
    const dates = column(await products(IN_ERROR), 'lastUpdate')
    expect(dates).toEqual([...dates].sort())
    const backwards = column(await products(`${IN_ERROR}&sort=lastUpdate,desc`), 'lastUpdate')
    expect(backwards).toEqual([...backwards].sort().reverse())
    const unknown = await ask(world, 'rs-dataprovider/products?sort=error', { as: 'administrator' })
    expect(unknown.status).toBe(500)
  })

  it('can be had one by one, and are for administrators', async () => {
    const [first] = contents(await products(IN_ERROR))
    const path = `rs-dataprovider/products/${String(first?.['id'])}`
    expect(await (await ask(world, path, { as: 'administrator' })).json()).toEqual({ content: first, links: [] })
    expect((await ask(world, 'rs-dataprovider/products/1', { as: 'administrator' })).status).toBe(404)
    expect((await ask(world, path)).status).toBe(403)
    expect((await ask(world, 'rs-dataprovider/products')).status).toBe(403)
  })
})

describe('the chains', () => {
  const world = aWorld().withChain('B', { enabled: false }).withChain('A').withChain('B', { locked: true }).build()

  it('come in full and unfiltered, by label', async () => {
    const answer = await page(world, 'rs-dataprovider/chains?label=A')
    expect(column(answer, 'label')).toEqual(['A', 'B', 'B'])
    // Two of one label come in no order.
    const namesakes = contents(answer).slice(1)
    expect(namesakes).toContainEqual(
      expect.objectContaining({ active: false, locked: false, ingestChain: 'DefaultIngestChain' }),
    )
    expect(rels(answer)[0]).toEqual(['list', 'self', 'start', 'stop', 'patch'])
    const watched = rels(await page(world, 'rs-dataprovider/chain-monitoring'))
    expect(watched.flat().sort()).toEqual(['patch', 'patch', 'patch', 'start', 'stop'])
  })

  it('are sorted as asked, in both lists', async () => {
    for (const path of ['chains', 'chain-monitoring'])
      expect((await ask(world, `rs-dataprovider/${path}?sort=nothing,asc`)).status).toBe(500)
    const answer = await page(world, 'rs-dataprovider/chain-monitoring?sort=label,desc')
    expect(contents(answer).map(({ chain }) => (chain as Row)['label'])).toEqual(['B', 'B', 'A'])
  })
})

describe('the OAIS products', () => {
  const world = aWorld()
    .withSession('A/s', s => s.oais({ done: 9, newVersions: 2, replacements: 1, errors: 3, deleted: 4, ignored: 5 }))
    .withSession('A/t', s => s.oais({ done: 1 }))
    .withSession('AB/as-10', s => s.oais({ done: 1 }))
    .build()
  const aips = (body: object, query = '') => page(world, `rs-ingest/aips${query}`, { body })
  const MINE = { sessionOwner: 'A', session: 's' }

  it('are those that are referenced, of this session and of those whose names hold its names', async () => {
    const answer = await aips(MINE, '?size=50')
    const rows = contents(answer)
    const mine = rows.filter(({ sessionOwner, session }) => sessionOwner === 'A' && session === 's')
    expect(mine).toHaveLength(await counted(world, 'A', 's', 'oais', 'referencedProducts'))
    expect(mine.filter(({ version }) => version === 2)).toHaveLength(3)
    expect(rows.length - mine.length).toBe(1)
    expect(await total(world, 'rs-ingest/aips', { body: {} })).toBe(14)
  })

  it('are filtered by the restrictions and ranges of the body', async () => {
    const [first] = contents(await aips(MINE))
    const count = async (body: object) => (await aips({ ...MINE, ...body })).metadata.totalElements
    expect(await count({ providerIds: only(String(first?.['providerId'])) })).toBe(1)
    expect(await count({ aipIds: only(String(first?.['aipId'])) })).toBe(1)
    expect(await count({ storages: only('disk-online', 'tape-2') })).toBe(13)
    expect(await count({ storages: only('tape-2') })).toBe(0)
    expect(await count({ categories: { ...only('science'), mode: 'EXCLUDE' } })).toBe(0)
    expect(await count({ aipStates: only('DELETED') })).toBe(0)
    expect(await count({ last: true, disseminationStatus: only('NONE') })).toBe(13)
    expect(await count({ last: false })).toBe(0)
    expect(await count({ lastUpdate: { after: '2999-01-01T00:00:00Z', before: null } })).toBe(0)
    expect(await count({ creationDate: { after: null, before: '2999-01-01T00:00:00Z' } })).toBe(13)
    expect((await ask(world, 'rs-ingest/aips', { body: { tags: only() } })).status).toBe(500)
  })

  it('come by id, or as asked', async () => {
    const ids = column(await aips(MINE, '?sort=id,desc'), 'id') as number[]
    expect(ids).toEqual([...ids].sort((a, b) => b - a))
    expect((await ask(world, 'rs-ingest/aips?sort=aip', { body: MINE })).status).toBe(500)
  })

  it('are downloaded one by one, by anybody of the project', async () => {
    const [first] = contents(await aips(MINE))
    const path = `rs-ingest/aips/${encodeURIComponent(String(first?.['aipId']))}/download`
    const answer = await ask(world, path, { as: 'nobody', headers: { scope: 'demo' } })
    expect(await answer.json()).toEqual(first?.['aip'])
    expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment; filename=".+\.json"$/)
    expect((await ask(world, 'rs-ingest/aips/URN:AIP:DATA:demo:none:V1/download')).status).toBe(404)
  })

  it('leave the list when their session is deleted', async () => {
    const here = aWorld()
      .withSession('A/s', s => s.oais({ done: 6, errors: 2 }))
      .build()
    await ask(here, `rs-admin/sessions/${here.session({ source: 'A', name: 's' }).id}`, { method: 'DELETE' })
    here.advance('1m')
    expect(await total(here, 'rs-ingest/aips', { body: MINE })).toBe(0)
    expect(await total(here, 'rs-ingest/requests', { body: MINE })).toBe(2)
  })
})

describe('the OAIS requests', () => {
  const world = aWorld()
    .withSession('A/s', s => s.oais({ done: 9, errors: 6, waiting: 4, running: 2, postProcessErrors: 3, ignored: 1 }))
    .withSession('A/other', s => s.oais({ errors: 1 }))
    .build()
  const MINE = { sessionOwner: 'A', session: 's' }
  const requests = (body: object, as = 'operator') => page(world, 'rs-ingest/requests?size=50', { body, as })

  it.each([
    ['ERROR', ['requestsErrors', 'postProcessErrors']],
    ['WAITING_VERSIONING_MODE', ['productWaitVersionMode']],
    ['RUNNING', ['requestsRunning']],
  ])('in state %s are as many as %j count', async (state, properties) => {
    const answer = await requests({ ...MINE, requestStates: only(state) })
    expect(answer.metadata.totalElements).toBe(await counted(world, 'A', 's', 'oais', ...properties))
  })

  it('are filtered by id, type, kind of error and provider', async () => {
    const rows = contents(await requests({ ...MINE, requestStates: only('ERROR'), requestTypes: only('INGEST') }))
    expect(rows).toHaveLength(6)
    const [first] = rows
    const ids = rows.slice(0, 2).map(({ id }) => String(id))
    expect(column(await requests({ ...MINE, requestIds: only(...ids) }), 'id').map(String)).toEqual(ids)
    expect(
      column(await requests({ ...MINE, providerIds: only(String(first?.['providerId'])) }), 'providerId'),
    ).toContain(first?.['providerId'])
    const sameType = rows.filter(({ errorType }) => errorType === first?.['errorType'])
    expect((await requests({ ...MINE, errorTypes: only(String(first?.['errorType'])) })).metadata.totalElements).toBe(
      sameType.length,
    )
    expect((await requests({ ...MINE, creationDate: { after: '2999-01-01T00:00:00Z' } })).content).toEqual([])
  })

  it('say why, and what the caller may do with them', async () => {
    const [failed] = (await requests({ ...MINE, requestStates: only('ERROR') }, 'lead')).content
    expect(failed?.content['errors']).toEqual([expect.any(String)])
    expect(failed?.links.map(({ rel }) => rel)).toEqual(['RETRY', 'delete'])
    const [waiting] = (await requests({ ...MINE, requestStates: only('WAITING_VERSIONING_MODE') })).content
    expect(waiting?.content).not.toHaveProperty('errorType')
    expect(waiting?.content).not.toHaveProperty('errors')
    expect(waiting?.links).toEqual([])
    expect(rels(await requests({ ...MINE, requestStates: only('RUNNING') }, 'lead'))).toEqual([[], []])
  })

  it('are relaunched by id: those and no others', async () => {
    const here = aWorld()
      .withSession('A/s', s => s.oais({ errors: 6 }))
      .build()
    const rows = contents(await page(here, 'rs-ingest/requests', { body: MINE }))
    const ids = rows.slice(0, 2).map(({ id }) => String(id))
    await ask(here, 'rs-ingest/requests/retry', { body: { ...MINE, requestIds: only(...ids) } })
    here.advance('1m')
    expect(column(await page(here, 'rs-ingest/requests', { body: MINE }), 'id')).toEqual(
      rows.slice(2).map(({ id }) => id),
    )
  })

  it('of post-processing are relaunched too, unless one names the type', async () => {
    const here = aWorld()
      .withSession('A/s', s => s.oais({ errors: 1, postProcessErrors: 2 }))
      .build()
    await ask(here, 'rs-ingest/requests/retry', { body: { ...MINE, requestTypes: only('INGEST') } })
    here.advance('1m')
    expect(await counted(here, 'A', 's', 'oais', 'requestsErrors', 'postProcessErrors')).toBe(2)
    await ask(here, 'rs-ingest/requests/retry', { body: MINE })
    here.advance('1m')
    expect(await counted(here, 'A', 's', 'oais', 'postProcessErrors')).toBe(0)
    expect(await counted(here, 'A', 's', 'oais', 'postProcessSuccess')).toBe(2)
  })
})

describe('the GeoJSON products', () => {
  const MINE = { source: 'A', session: 's' }
  const described = () =>
    aWorld().withSession('A/s', s =>
      s
        .feature({ done: { CREATION: 20, UPDATE: 3 }, errors: { CREATION: 2 } })
        .recipients({ 'mirror.example.org': { pending: 5, done: 15 }, press: { done: 20 } }),
    )
  const world = described()
    .withSession('A/plain', s => s.feature({ done: 3 }))
    .build()
  const features = (body: object) => page(world, 'rs-fem/admin/features?size=50', { body })

  it('are those that are referenced', async () => {
    const answer = await features(MINE)
    expect(answer.metadata.totalElements).toBe(await counted(world, 'A', 's', 'feature', 'referencedProducts'))
    expect(rels(answer)[0]).toEqual(['self', 'list', 'notify', 'delete'])
  })

  it('are pending as often as the recipients say, and then have no date of acknowledgement', async () => {
    const pending = await features({ ...MINE, disseminationStatus: 'PENDING' })
    expect(pending.metadata.totalElements).toBe(
      await counted(world, 'A', 's', 'fem_dissemination', 'mirror.example.org.pending'),
    )
    for (const { disseminationPending, disseminationsInfo } of contents(pending)) {
      expect(disseminationPending).toBe(true)
      expect(disseminationsInfo).toEqual([
        { label: 'mirror.example.org', requestDate: expect.any(String) as string, blocking: false },
        {
          label: 'press',
          requestDate: expect.any(String) as string,
          ackDate: expect.any(String) as string,
          blocking: false,
        },
      ])
    }
    expect((await features({ ...MINE, disseminationStatus: 'DONE' })).metadata.totalElements).toBe(15)
    expect((await features({ source: 'A', disseminationStatus: 'NONE' })).metadata.totalElements).toBe(3)
  })

  it('are filtered by id, provider, model and date', async () => {
    const [first] = contents(await features(MINE))
    const ids = async (body: object) => column(await features({ ...MINE, ...body }), 'id')
    expect(await ids({ featureIds: only(String(first?.['id'])) })).toEqual([first?.['id']])
    expect(await ids({ providerIds: only(String(first?.['providerId'])) })).toEqual([first?.['id']])
    expect(await ids({ model: 'another' })).toEqual([])
    expect(await ids({ model: 'geo_v1' })).toHaveLength(20)
    expect(await ids({ lastUpdate: { before: '2000-01-01T00:00:00Z' } })).toEqual([])
    expect((await ask(world, 'rs-fem/admin/features?sort=feature', { body: MINE })).status).toBe(500)
  })

  it('that a relaunch creates go to the recipients, who acknowledge later', async () => {
    const here = described().build()
    await ask(here, 'rs-fem/requests/retry/CREATION', { body: MINE })
    here.advance('1m')
    expect(await total(here, 'rs-fem/admin/features', { body: MINE })).toBe(22)
    expect(await total(here, 'rs-fem/admin/features', { body: { ...MINE, disseminationStatus: 'DONE' } })).toBe(17)
  })
})

describe('the GeoJSON requests', () => {
  const MINE = { source: 'A', session: 's' }
  const ERROR = { ...MINE, states: only('ERROR') }
  const EACH = { CREATION: 6, UPDATE: 2, DELETION: 3, NOTIFICATION: 1 }
  const described = () =>
    aWorld().withSession('A/s', s =>
      s.feature({ done: 9, errors: EACH, running: { UPDATE: 4 }, denied: { CREATION: 5 } }),
    )
  const world = described().build()
  const search = (type: string, body: object) => page(world, `rs-fem/requests/search/${type}?size=50`, { body })

  it.each([
    ['CREATION', 'inErrorReferencingRequests'],
    ['UPDATE', 'inErrorUpdateRequests'],
    ['DELETION', 'inErrorDeleteRequests'],
    ['NOTIFICATION', 'inErrorNotifyRequests'],
  ])('of %s in error are as many as %s counts, and the page says so', async (type, property) => {
    const answer = await search(type, ERROR)
    const errors = await counted(world, 'A', 's', 'feature', property)
    expect(answer).toMatchObject({ metadata: { totalElements: errors }, info: { nbErrors: errors } })
    expect(answer.links.map(({ rel }) => rel)).toEqual(['delete', 'retry'])
  })

  it('come in every state, with the links of that state', async () => {
    const creations = await search('CREATION', MINE)
    expect(column(creations, 'state').filter(state => state === 'DENIED')).toHaveLength(5)
    expect(creations).toMatchObject({ metadata: { totalElements: 11 }, info: { nbErrors: 6 } })
    const running = await search('UPDATE', { ...MINE, states: only('GRANTED') })
    expect(running).toMatchObject({ metadata: { totalElements: 4 }, info: { nbErrors: 0 } })
    expect(running.links).toEqual([])
    expect(contents(running)[0]).toMatchObject({ processing: true, step: 'LOCAL_SCHEDULED' })
    expect(rels(running)[0]).toEqual(['abort'])
    expect(contents(await search('UPDATE', ERROR))[0]).toMatchObject({
      urn: expect.stringMatching(/^URN:FEATURE:/) as string,
      processing: false,
    })
    expect(contents(await search('CREATION', ERROR))[0]).not.toHaveProperty('urn')
  })

  it('are filtered by step, provider, id and date of registration', async () => {
    const rows = contents(await search('CREATION', ERROR))
    const [first] = rows
    const ids = async (body: object) => column(await search('CREATION', { ...ERROR, ...body }), 'id')
    expect(await ids({ steps: only(String(first?.['step'])) })).toEqual(
      rows.filter(({ step }) => step === first?.['step']).map(({ id }) => id),
    )
    expect(await ids({ providerIds: only(String(first?.['providerId'])) })).toEqual([first?.['id']])
    expect(await ids({ requestIds: only(String(first?.['id'])) })).toEqual([first?.['id']])
    expect(await ids({ lastUpdate: { after: '2999-01-01T00:00:00Z' } })).toEqual([])
  })

  it('cannot be sorted by source or session, nor asked for by an unknown type', async () => {
    for (const sort of ['source', 'session'])
      expect((await ask(world, `rs-fem/requests/search/CREATION?sort=${sort}`, { body: MINE })).status).toBe(500)
    expect((await ask(world, 'rs-fem/requests/search/NOTHING', { body: MINE })).status).toBe(400)
    expect(await page(world, 'rs-fem/requests/search/COPY', { body: MINE })).toMatchObject({
      content: [],
      info: { nbErrors: 0 },
    })
  })

  it('are relaunched by id, whatever steps are named', async () => {
    const here = described().build()
    const rows = contents(await page(here, 'rs-fem/requests/search/CREATION', { body: ERROR }))
    const requestIds = only(...rows.slice(0, 2).map(({ id }) => String(id)))
    const body = { ...MINE, requestIds, steps: only('LOCAL_DELAYED') }
    const answer = await ask(here, 'rs-fem/requests/retry/CREATION', { body })
    expect(await answer.json()).toMatchObject({ totalRequested: 2, totalHandled: 2 })
    here.advance('1m')
    expect(column(await page(here, 'rs-fem/requests/search/CREATION', { body: ERROR }), 'id')).toEqual(
      rows.slice(2).map(({ id }) => id),
    )
  })
})

describe('the worker requests', () => {
  const world = aWorld()
    .withSession('A/day-1', s => s.workers({ 'geo.x-1.2': { error: 4, invalid: 2, done: 9 }, unzip: { done: 1 } }, 3))
    .withSession('AB/day-10', s => s.workers({ unzip: { error: 1 } }))
    .build()
  const MINE = { source: 'A', session: 'day-1' }
  const requests = (body: object, query = '', as = 'operator') =>
    page(world, `rs-worker-manager/requests?size=50${query}`, { body: { ...MINE, ...body }, as })

  it.each([
    ['ERROR', 'workers.geo.x-1.2.error'],
    ['INVALID_CONTENT', 'workers.geo.x-1.2.invalid'],
    ['NO_WORKER_AVAILABLE', 'workers.no_worker_available'],
    ['SUCCESS', 'workers.geo.x-1.2.done'],
  ])('in status %s are those %s counts, once those of look-alike names are left out', async (status, property) => {
    const rows = contents(
      await requests({ statuses: only(status), contentTypes: only('product/geo.x-1.2', 'product/unknown') }),
    )
    const mine = rows.filter(({ source, session }) => source === 'A' && session === 'day-1')
    expect(mine).toHaveLength(await counted(world, 'A', 'day-1', 'workers', property))
  })

  it('bring look-alike names along', async () => {
    expect((await requests({ statuses: only('ERROR') })).metadata.totalElements).toBe(5)
  })

  it('say why they failed, and can be sorted by what they show', async () => {
    const answer = await requests({ statuses: only('ERROR', 'INVALID_CONTENT') }, '&sort=id,desc', 'lead')
    const ids = column(answer, 'id') as number[]
    expect(ids).toEqual([...ids].sort((a, b) => b - a))
    expect(column(answer, 'error').every(error => typeof error === 'string')).toBe(true)
    expect(rels(answer)[0]).toEqual(['self', 'list', 'retry', 'delete'])
    expect(rels(await requests({ statuses: only('ERROR') }))[0]).toEqual(['self', 'list', 'retry'])
    expect((await ask(world, 'rs-worker-manager/requests?sort=error', { body: MINE })).status).toBe(500)
    expect((await requests({ creationDate: { after: '2999-01-01T00:00:00Z' } })).content).toEqual([])
  })
})

describe('a list that is too long to be answered', () => {
  it('is refused, the server living on', async () => {
    const world = aWorld()
      .withSession('A/s', s => s.oais({ done: 50_001 }))
      .build()
    expect((await ask(world, 'rs-ingest/aips', { body: {} })).status).toBe(413)
    expect((await ask(world, 'rs-admin/sessions')).status).toBe(200)
  })
})

describe('the resources', () => {
  const OPERATOR = [
    ...['GET rs-dataprovider/chains', 'POST rs-ingest/aips', 'POST rs-ingest/requests'],
    ...['PUT rs-ingest/requests/versioning', 'POST rs-fem/admin/features', 'POST rs-fem/requests/search/{type}'],
    ...['POST rs-worker-manager/requests', 'GET rs-storage/storages', 'GET rs-storage/storages/monitoring/run'],
    'GET rs-ingest/aips/{aipId}/download',
  ]
  const ADMIN = [
    ...['GET rs-dataprovider/products', 'GET rs-dataprovider/products/{id}'],
    ...['GET rs-storage/requests/{storage}/{type}', 'GET rs-storage/storages/{name}/files/retry/{type}'],
  ]
  const PROJECT_ADMIN = [
    'GET rs-dam/crawler/datasourceIngestions',
    'PUT rs-dam/crawler/datasourceIngestions/{id}',
    'DELETE rs-dam/crawler/datasourceIngestions/{id}',
  ]

  it.each([
    ['operator', OPERATOR, [...ADMIN, ...PROJECT_ADMIN]],
    ['administrator', [...OPERATOR, ...ADMIN], PROJECT_ADMIN],
    ['lead', [...OPERATOR, ...ADMIN, ...PROJECT_ADMIN], []],
  ])('tell an %s which of the lists are open', async (as, open, closed) => {
    const listed = contents(await page(aWorld().build(), 'rs-admin/resources?size=2000', { as })).map(
      row => `${String(row['verb'])} ${String(row['microservice'])}${String(row['resource'])}`,
    )
    expect(listed).toEqual(expect.arrayContaining(open))
    expect(listed.filter(name => closed.includes(name))).toEqual([])
  })
})

/** Only where it agrees with the recorded answers: those are held to in recorded-answers.test.ts. */
describe('the answers of an independent generator', () => {
  /** Names with types, one level deep where a member is an object: two rows of one shape agree, absences apart. */
  function shapeOf(rows: readonly unknown[]): Readonly<Record<string, string>> {
    const shape = new Map<string, string>()
    const visit = (value: unknown, path: string, depth: number) => {
      const type = Array.isArray(value) ? 'array' : typeof value
      if (path !== '') shape.set(path, type)
      if (typeof value === 'object' && value !== null && !Array.isArray(value) && depth < 2)
        for (const [name, member] of Object.entries(value))
          visit(member, path === '' ? name : `${path}.${name}`, depth + 1)
    }
    for (const row of rows) visit(row, '', 0)
    return Object.fromEntries([...shape].sort(([a], [b]) => (a < b ? -1 : 1)))
  }

  const rowsOf = (answer: unknown) =>
    (Array.isArray(answer) ? (answer as Row[]) : (answer as WirePage).content).map(row => row.content)
  const SENSOR = { source: 'sensor-b', session: '2025-05-02' }
  const ALPHA = { sessionOwner: 'scan-alpha', session: '2025-05-02' }
  const IN_ERROR = 'state=INVALID&sipState=GENERATION_ERROR&sipState=INGESTION_FAILED&size=100'

  const QUESTIONS: Readonly<Record<string, readonly [path: string, body?: object]>> = {
    'products-errors': [`rs-dataprovider/products?${IN_ERROR}&session=day-1`],
    'ingest-requests-errors': ['rs-ingest/requests', { ...ALPHA, requestStates: only('ERROR') }],
    'fem-requests-creation': ['rs-fem/requests/search/CREATION', { ...SENSOR, states: only('ERROR') }],
    'worker-requests': ['rs-worker-manager/requests', { source: 'A', session: 'day-1', statuses: only('ERROR') }],
    storages: ['rs-storage/storages'],
    'storage-requests': ['rs-storage/requests/disk-online/STORAGE?status=ERROR&size=3'],
    crawls: ['rs-dam/crawler/datasourceIngestions'],
  }

  it.each(Object.entries(QUESTIONS))('and ours have one shape: %s', async (file, [path, body]) => {
    const theirs: unknown = JSON.parse(readFileSync(`tests/samples/${file}.json`, 'utf8'))
    const answer = await ask(new World('broken'), path, body === undefined ? { as: 'lead' } : { as: 'lead', body })
    const ours: unknown = await answer.json()
    expect(shapeOf(rowsOf(ours))).toEqual(shapeOf(rowsOf(theirs)))
    if (!Array.isArray(theirs)) expect(Object.keys(ours as object).sort()).toEqual(Object.keys(theirs as object).sort())
  })
})

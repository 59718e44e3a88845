/** Sources, sessions, names and rights: the requests, and the decoded answers (contract: docs/regards-api/sessions.md 1, 2). */
import { beforeEach, describe, expect, it } from 'vitest'
import { isUnreadable } from '@/domain/session'
import {
  deleteSession,
  findResources,
  findSession,
  findSessionById,
  findSessionNames,
  findSessions,
  findSourceNames,
  findSources,
} from '@/services/rs-admin'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import { answering, asked, enter, failureOf, replying } from './with-gateway'

let world: World
beforeEach(async () => {
  world = aWorld()
    .withSession('Alpha/day-1', s => s.scan({ done: 3, errors: 2, invalid: 1 }).changed('2m'))
    .withSession('Alpha/day-10', s => s.oais({ done: 4, running: 1, waiting: 2 }).changed('1m'))
    .withSession('zeta/day-1', s => s.changed(undefined))
    .build()
  await enter(world, 'lead')
})

const get = (path: string, query: Readonly<Record<string, string | readonly string[]>>) => ({
  method: 'GET',
  path,
  query,
})
const FIRST = { page: '0', size: '50', sort: ['lastUpdateDate,desc', 'name,asc'] }

describe('the source list', () => {
  it('asks the newest first, and leaves out what is not filtered', async () => {
    await findSources({}, 0)
    expect(asked(world)).toEqual([get('rs-admin/sources', FIRST)])
  })

  it('asks filters, order and page in the words of the server', async () => {
    await findSources({ name: 'lph', state: 'errors', sort: { property: 'nbSessions', direction: 'asc' } }, 3)
    const query = {
      page: '3',
      size: '50',
      sort: ['nbSessions,asc', 'name,asc'],
      sourceName: 'lph',
      sourceState: 'errors',
    }
    expect(asked(world)).toEqual([get('rs-admin/sources', query)])
  })

  it('sorts by names alone where names are asked for: no two sources share one', async () => {
    await findSources({ sort: { property: 'name', direction: 'desc' } }, 0)
    expect(asked(world)).toEqual([get('rs-admin/sources', { ...FIRST, sort: 'name,desc' })])
  })

  it('gives names, figures by step type and the total', async () => {
    const { entries, total } = await findSources({ name: 'Alpha' }, 0)
    expect(total).toBe(1)
    expect(entries).toEqual([
      {
        name: 'Alpha',
        sessionCount: 2,
        lastUpdateDate: expect.stringMatching(/Z$/) as unknown,
        steps: expect.arrayContaining([
          { type: 'ACQUISITION', totalIn: 6, totalOut: 3, state: { errors: 3, waiting: 0, running: 0 } },
          { type: 'REFERENCING', totalIn: 7, totalOut: 4, state: { errors: 0, waiting: 2, running: 1 } },
        ]) as unknown,
      },
    ])
  })
})

describe('the session list', () => {
  it('asks the exact source, and the name as part of one', async () => {
    const { entries, total } = await findSessions(
      { source: 'Alpha', name: 'day', state: 'errors', sort: { property: 'creationDate', direction: 'desc' } },
      1,
    )
    const filters = { sourceName: 'Alpha', sessionName: 'day', sessionState: 'errors' }
    const query = { page: '1', size: '50', sort: ['creationDate,desc', 'id,asc'], ...filters }
    expect(asked(world)).toEqual([get('rs-admin/sessions', query)])
    expect({ entries, total }).toEqual({ entries: [], total: 1 })
  })

  it('gives sessions with their steps, whose properties are numbers', async () => {
    const { entries } = await findSessions({ source: 'Alpha', name: 'day-10' }, 0)
    expect(entries).toEqual([
      {
        id: world.session({ source: 'Alpha', name: 'day-10' }).id,
        ...{ name: 'day-10', source: 'Alpha', canDelete: true },
        creationDate: expect.any(String) as unknown,
        lastUpdateDate: expect.any(String) as unknown,
        steps: [
          {
            ...{ stepId: 'oais', type: 'REFERENCING', inputRelated: 7, outputRelated: 4 },
            state: { errors: 0, waiting: 2, running: 1 },
            properties: expect.objectContaining({ referencedProducts: 4, requestsRunning: 1 }) as unknown,
            lastUpdateDate: expect.any(String) as unknown,
          },
        ],
      },
    ])
  })

  it('has sessions without dates and steps', async () => {
    const { entries } = await findSessions({ source: 'zeta' }, 0)
    expect(entries).toMatchObject([{ name: 'day-1', lastUpdateDate: undefined, steps: [] }])
  })

  it('says who may delete by the link, whatever its letter case, and by nothing else', async () => {
    await enter(world, 'night')
    const [own] = (await findSessions({ source: 'zeta' }, 0)).entries
    expect(own).toMatchObject({ canDelete: false })
    world.faults.mutate('rs-admin/sessions', text => text.replace('"links":[', '"links":[5,{},{"rel":"DELETE"},'))
    const [shouted] = (await findSessions({ source: 'zeta' }, 0)).entries
    expect(shouted).toMatchObject({ canDelete: true })
  })
})

/** One page whose only session has this content, beside what every session needs. */
const oneSession = (change: object) => {
  const content = { id: 7, name: 'day', source: 'A', creationDate: '2025-05-02T10:11:12Z', steps: [], ...change }
  answering(() => ({ text: JSON.stringify({ metadata: { totalElements: 1 }, content: [{ content, links: [] }] }) }))
  return findSessions({}, 0)
}

const STEP = { stepId: 'oais', type: 'REFERENCING' }

describe('a row of a list', () => {
  it.each([
    ['numbers sent as text', { id: '7' }, { id: 7 }],
    ['nulls for what is absent', { lastUpdateDate: null, steps: null }, { lastUpdateDate: undefined, steps: [] }],
    ['a date that is none', { creationDate: 5 }, { creationDate: undefined }],
    ['a name that is empty', { name: '' }, { name: '' }],
    [
      'a creation later than its last update',
      { creationDate: '2025-05-02T10:00:09Z', lastUpdateDate: '2025-05-02T10:00:00Z' },
      { creationDate: '2025-05-02T10:00:09Z', lastUpdateDate: '2025-05-02T10:00:00Z' },
    ],
    ['unknown keys', { mood: { deep: [1] }, managerState: 3 }, { id: 7 }],
    ['a step of an unknown type', { steps: [{ ...STEP, type: 'DREAMING' }] }, { steps: [{ type: 'DREAMING' }] }],
    ['a step without figures', { steps: [STEP] }, { steps: [{ inputRelated: 0, state: { errors: 0 } }] }],
    ['counters as text', { steps: [{ ...STEP, state: { errors: '3' } }] }, { steps: [{ state: { errors: 3 } }] }],
    ['counters below zero', { steps: [{ ...STEP, state: { errors: -2 } }] }, { steps: [{ state: { errors: -2 } }] }],
    ['an input that is none', { steps: [{ ...STEP, inputRelated: 'many' }] }, { steps: [{ inputRelated: NaN }] }],
    [
      'properties that are no numbers',
      { steps: [{ ...STEP, properties: { a: '42', b: 'many', c: null, d: '1e400', e: '', f: 7, g: ' -3 ' } }] },
      { steps: [{ properties: { a: 42, b: NaN, c: NaN, d: NaN, e: NaN, f: 7, g: -3 } }] },
    ],
  ])('is read with %s', async (_, change, read) => {
    expect((await oneSession(change)).entries).toMatchObject([read])
  })

  it.each([
    ['no id', { id: null }],
    ['an id that is no number', { id: 'nine' }],
    ['an id that is no whole number', { id: 7.5 }],
    ['no name', { name: undefined }],
    ['a name that is no text', { name: 5 }],
    ['no source', { source: undefined }],
    ['steps that are no list', { steps: {} }],
    ['a step without an id', { steps: [{ type: 'STORAGE' }] }],
    ['errors that are no number', { steps: [{ ...STEP, state: { errors: 'many' } }] }],
    ['a state that is none', { steps: [{ ...STEP, state: 'fine' }] }],
    ['properties that are none', { steps: [{ ...STEP, properties: 'fine' }] }],
  ])('is unreadable with %s, and still one row', async (_, change) => {
    const { entries, total } = await oneSession(change)
    expect(total).toBe(1)
    expect(entries).toMatchObject([{ unreadable: true }])
  })

  it('never gets an id next to its own: beyond what JavaScript counts exactly it is unreadable', async () => {
    const content = (id: string) => `{"content":{"id":${id},"source":"A","steps":[]}}`
    const text = ['9007199254740992', '9007199254740993', '"9007199254740993"'].map(content).join()
    answering(() => ({ text: `{"metadata":{"totalElements":3},"content":[${text}]}` }))
    const { entries } = await findSessions({}, 0)
    expect(entries.map(entry => isUnreadable(entry) && entry.label)).toEqual([undefined, undefined, '9007199254740993'])
  })

  it('that is broken keeps its place, and its name or id where that can be read', async () => {
    const good = (id: number) => ({ content: { id, name: `s${id}`, source: 'A' } })
    const broken = [{ content: { name: 'torn', id: 5 } }, { content: { id: 6, name: 8 } }, { content: null }, 3, null]
    const content = [good(1), ...broken, good(2)]
    answering(() => ({ text: JSON.stringify({ metadata: { totalElements: 7 }, content }) }))
    const { entries } = await findSessions({}, 0)
    expect(entries.map(entry => (isUnreadable(entry) ? `? ${entry.label ?? ''}` : entry.name))).toEqual([
      ...['s1', '? torn', '? 6', '? ', '? ', '? ', 's2'],
    ])
  })

  it('of sources is read as strictly where badges depend on it', async () => {
    const rows = [
      { name: 'A', nbSessions: '3', steps: null },
      { name: 'B', nbSessions: 'many', steps: [{ type: 'STORAGE', totalOut: 'x', state: {} }] },
      { name: 'C', steps: [{ type: 'STORAGE', state: { errors: [] } }] },
      { nbSessions: 3 },
    ]
    const content = rows.map(row => ({ content: row }))
    answering(() => ({ text: JSON.stringify({ metadata: { totalElements: '4' }, content }) }))
    const { entries, total } = await findSources({}, 0)
    expect(total).toBe(4)
    expect(entries).toMatchObject([
      { name: 'A', sessionCount: 3, steps: [] },
      { name: 'B', sessionCount: NaN, steps: [{ totalIn: 0, totalOut: NaN, state: { errors: 0 } }] },
      { unreadable: true, label: 'C' },
      { unreadable: true, label: undefined },
    ])
  })

  it('counts never below nothing', async () => {
    answering(() => ({ text: '{"metadata":{"totalElements":-3},"content":[]}' }))
    expect(await findSources({}, 0)).toEqual({ entries: [], total: 0 })
  })
})

describe('suggested names', () => {
  it('are asked with what was typed', async () => {
    expect(await findSourceNames('ALPHA')).toEqual(['Alpha'])
    expect(await findSessionNames('DAY')).toEqual(['day-1', 'day-10'])
    expect(asked(world)).toEqual([
      get('rs-admin/sources/names', { name: 'ALPHA' }),
      get('rs-admin/sessions/names', { name: 'DAY' }),
    ])
  })

  it('are asked with a backslash doubled: there it would escape what follows', async () => {
    const all = replying(() => ({ text: '["back\\\\slash"]' }))
    expect(await findSessionNames('back\\sl')).toEqual(['back\\slash'])
    await findSourceNames('\\')
    expect(all.map(({ query }) => query)).toEqual([{ name: 'back\\\\sl' }, { name: '\\\\' }])
  })

  it('are what is text in the answer', async () => {
    answering(() => ({ text: '["a",3,null,["b"],"c"]' }))
    expect(await findSessionNames('')).toEqual(['a', 'c'])
  })
})

describe('one session', () => {
  it('is asked by its id', async () => {
    const { id } = world.session({ source: 'Alpha', name: 'day-1' })
    expect(await findSessionById(id)).toMatchObject({ id, source: 'Alpha', name: 'day-1' })
    expect(asked(world)).toEqual([get(`rs-admin/sessions/${id}`, {})])
  })

  it('that is unknown or purged is a 404', async () => {
    expect(await failureOf(findSessionById(999_999))).toMatchObject({ status: 404, isNotFound: true })
  })

  it('that cannot be read is reported as such, since it is the only row', async () => {
    world.faults.malformed('rs-admin/sessions/', '{"content":{"id":1},"links":[]}')
    expect(await failureOf(findSessionById(1))).toMatchObject({ reason: 'unreadable', isNotFound: false })
  })

  it('is found by its exact names among those that hold them', async () => {
    const ref = { source: 'Alpha', name: 'day-1' }
    expect(await findSession(ref)).toMatchObject({ id: world.session(ref).id, ...ref })
    const query = { page: '0', size: '100', sort: 'id,asc', sourceName: 'Alpha', sessionName: 'day-1' }
    expect(asked(world)).toEqual([get('rs-admin/sessions', query)])
  })

  it('is found on whatever page it is', async () => {
    world = aWorld().withSessions(250, 'A/x-day').withSession('A/day').build()
    await enter(world)
    expect(await findSession({ source: 'A', name: 'day' })).toMatchObject({ name: 'day' })
    expect(asked(world).map(({ query }) => query['page'])).toEqual(['0', '1', '2'])
  })

  it.each([
    'a+b:c/d%e_f "g" \'h\'',
    '2025-05-02T10:11:12.345678+02:00',
    '..',
    '%2e%2e',
    'back\\slash',
    'é\u202e\u0000',
  ])('is found under the name %j', async name => {
    world = aWorld().withSession({ source: name, name }).build()
    await enter(world)
    expect(await findSession({ source: name, name })).toMatchObject({ source: name, name })
  })

  it('is asked with its backslashes as they are: they are ordinary characters here', async () => {
    await failureOf(findSession({ source: 'A', name: 'back\\slash' }))
    expect(asked(world)).toMatchObject([{ query: { sessionName: 'back\\slash' } }])
  })

  it('is found under an empty name, which no filter can say', async () => {
    world = aWorld().withSessions(120, 'A/day').withSession({ source: 'A', name: '' }).build()
    await enter(world)
    expect(await findSession({ source: 'A', name: '' })).toMatchObject({ source: 'A', name: '' })
    const query = { page: '0', size: '100', sort: 'id,asc', sourceName: 'A' }
    expect(asked(world)[0]).toEqual(get('rs-admin/sessions', query))
    expect(await failureOf(findSession({ source: 'B', name: '' }))).toMatchObject({ status: 404 })
  })

  it('of an empty name whose row cannot be read exists all the same', async () => {
    const content = { id: '?', name: '', source: 'A' }
    answering(() => ({ text: JSON.stringify({ metadata: { totalElements: 1 }, content: [{ content }] }) }))
    expect(await failureOf(findSession({ source: 'A', name: '' }))).toMatchObject({ reason: 'unreadable' })
  })

  it('that does not exist is a 404, also when others hold its name', async () => {
    expect(await failureOf(findSession({ source: 'Alpha', name: 'day' }))).toMatchObject({ status: 404 })
    expect(await failureOf(findSession({ source: 'Alpha', name: 'DAY-1' }))).toMatchObject({ status: 404 })
    expect(await failureOf(findSession({ source: 'nowhere', name: 'day-1' }))).toMatchObject({ status: 404 })
  })

  it('whose row cannot be read exists all the same', async () => {
    world.faults.mutate('rs-admin/sessions', text => text.replaceAll(/"id":\d+/g, '"id":"?"'))
    expect(await failureOf(findSession({ source: 'Alpha', name: 'day-1' }))).toMatchObject({ reason: 'unreadable' })
  })

  it('is not looked for without end', async () => {
    let pages = 0
    answering(() => {
      pages++
      const content = [{ content: { id: pages, name: `n${pages}`, source: 'A' } }]
      return { text: JSON.stringify({ metadata: { totalElements: 1e12 }, content }) }
    })
    expect(await failureOf(findSession({ source: 'A', name: 'n' }))).toMatchObject({ reason: 'tooLarge' })
    expect(pages).toBe(1000)
  })

  it('is deleted by its id', async () => {
    const { id } = world.session({ source: 'Alpha', name: 'day-1' })
    await deleteSession(id)
    expect(asked(world)).toEqual([{ method: 'DELETE', path: `rs-admin/sessions/${id}`, query: {} }])
    expect(await failureOf(deleteSession(999_999))).toMatchObject({ status: 404, isNotFound: true })
  })
})

describe('what the user may do', () => {
  it('is every endpoint the server lists', async () => {
    await enter(world)
    const rights = await findResources()
    expect(asked(world)).toEqual([get('rs-admin/resources', { page: '0', size: '2000', sort: 'id,asc' })])
    expect(rights).toContainEqual({ microservice: 'rs-fem', resource: '/requests/retry/{type}', verb: 'POST' })
    expect(rights.filter(({ resource }) => resource === '/storages/retry')).toEqual([])
    await enter(world, 'administrator')
    expect(await findResources()).toContainEqual({
      ...{ microservice: 'rs-storage', resource: '/storages/retry', verb: 'POST' },
    })
  })

  it('is read to its end when the server gives fewer rows than it was asked for', async () => {
    const row = (n: number) => ({ content: { microservice: 'rs-x', resource: `/${n}`, verb: 'GET' } })
    let page = 0
    answering(() => ({
      text: JSON.stringify({
        metadata: { totalElements: 5 },
        content: [row(page++), row(page++)].slice(0, 6 - page + 1),
      }),
    }))
    expect((await findResources()).map(({ resource }) => resource)).toEqual(['/0', '/1', '/2', '/3', '/4'])
  })

  it('is read once from a server that ignores pages: all rows come at once, whatever the metadata says', async () => {
    const content = Array.from({ length: 18 }, (_, n) => ({
      content: { microservice: 'rs-x', resource: `/${n}`, verb: 'GET' },
    }))
    const metadata = { size: 4, totalElements: 18, totalPages: 5, number: 0 }
    const all = replying(() => ({ text: JSON.stringify({ metadata, content }) }))
    expect(await findResources()).toHaveLength(18)
    expect(all).toHaveLength(1)
  })

  it('is not known when one endpoint cannot be read: absence would read as a missing right', async () => {
    world.faults.mutate('rs-admin/resources', text => text.replace('"verb":"POST"', '"verb":5'))
    expect(await failureOf(findResources())).toMatchObject({ service: 'rs-admin', reason: 'unreadable' })
  })
})

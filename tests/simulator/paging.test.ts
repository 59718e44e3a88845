/** Pages and their order: what a sort leaves equal comes anew on every page (docs/regards-api/measured.md 3). */
import { describe, expect, it } from 'vitest'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import type { Asked } from './asking'
import { ask, page } from './asking'

/** The ids of all pages, one after the other. */
async function idsOnAllPages(w: World, path: string, asked: Asked = {}, key = 'id'): Promise<readonly unknown[]> {
  const ids: unknown[] = []
  for (let number = 0, pages = 1; number < pages; number++) {
    const answer = await page(w, `${path}&page=${number}`, asked)
    pages = answer.metadata.totalPages
    ids.push(...answer.content.map(({ content }) => content[key]))
  }
  return ids
}

/** Three hundred sessions of one name and one date, each of a source of its own. */
const world = () => {
  const made = aWorld()
  for (let n = 0; n < 300; n++)
    made.withSession(`source-${n}/day-1`, s => s.oais({ done: 1, errors: n % 2 }).changed('1m'))
  return made.build()
}

describe('rows that the sort leaves equal', () => {
  it.each([
    ['rs-admin/sessions?size=50&sort=name,asc', undefined, 'id'],
    ['rs-admin/sessions?size=50', undefined, 'id'],
    ['rs-admin/sessions?size=50&sort=', undefined, 'id'],
    ['rs-admin/sources?size=50&sort=nbSessions,asc', undefined, 'name'],
    ['rs-ingest/aips?size=50&sort=session,asc', {}, 'id'],
  ] as const)('are lost between the pages of %s', async (path, body, key) => {
    const w = world()
    const ids = await idsOnAllPages(w, path, body === undefined ? {} : { body }, key)
    expect(ids).toHaveLength(300)
    expect(new Set(ids).size).toBeLessThan(300)
    expect(await idsOnAllPages(w, path, body === undefined ? {} : { body }, key)).toEqual(ids)
  })

  it.each([
    ['rs-admin/sessions?size=50&sort=name,asc&sort=id,asc', undefined, 'id'],
    ['rs-admin/sessions?size=50&sort=name,id,asc', undefined, 'id'],
    ['rs-admin/sources?size=50&sort=nbSessions,asc&sort=name,asc', undefined, 'name'],
    ['rs-ingest/aips?size=50&sort=session,asc&sort=sessionOwner,asc&sort=id,asc', {}, 'id'],
    ['rs-ingest/aips?size=50', {}, 'id'],
  ] as const)('are none with %s: every row comes once', async (path, body, key) => {
    const ids = await idsOnAllPages(world(), path, body === undefined ? {} : { body }, key)
    expect(new Set(ids).size).toBe(300)
  })

  it('stay between those they are not equal to', async () => {
    const w = world()
    const { content } = await page(w, 'rs-admin/sessions?size=300&sort=managerState.errors,desc')
    const flags = content.map(row => (row.content['managerState'] as { errors: boolean }).errors)
    expect(flags).toEqual([...Array<boolean>(150).fill(true), ...Array<boolean>(150).fill(false)])
  })
})

describe('several pages', () => {
  it.each([
    ['page=0', ['first', 'self', 'next', 'last']],
    ['page=2', ['first', 'prev', 'self', 'next', 'last']],
    ['page=5', ['first', 'prev', 'self', 'last']],
    ['page=9', ['first', 'prev', 'self', 'last']],
  ])('are linked from %s, the first and the last one always', async (query, rels) => {
    const answer = await page(world(), `rs-admin/sessions?size=50&sort=id&${query}`)
    expect(answer.links.map(({ rel }) => rel)).toEqual(rels)
  })

  it('end: beyond the last there are no rows, and the total is right', async () => {
    const answer = await page(world(), 'rs-admin/sessions?size=50&page=9')
    expect(answer).toMatchObject({ metadata: { totalElements: 300, totalPages: 6, number: 9 }, content: [] })
  })

  it('are numbered within 32 bits', async () => {
    const w = world()
    expect((await ask(w, 'rs-admin/sessions?page=2147483647&size=2000')).status).toBe(500)
    expect((await ask(w, 'rs-ingest/aips?page=2147483647&size=2', { body: {} })).status).toBe(500)
    expect((await page(w, 'rs-admin/sessions?page=99999999999')).metadata.number).toBe(0)
  })

  it('hold 2000 rows at most, and the usual number for a size of 0', async () => {
    const w = world()
    expect((await page(w, 'rs-admin/sessions?size=2001')).metadata.size).toBe(2000)
    expect((await page(w, 'rs-admin/sessions?size=0')).metadata.size).toBe(20)
    expect((await page(w, 'rs-ingest/aips?size=0', { body: {} })).metadata.size).toBe(10)
  })
})

describe('a sort', () => {
  const some = () =>
    aWorld()
      .withSession('b/y', s => s.changed('1m'))
      .withSession('A/z', s => s.changed('2m'))
      .withSession('c/Y', s => s.changed('3m'))
      .build()
  const names = async (query: string) =>
    (await page(some(), `rs-admin/sessions?${query}`)).content.map(({ content }) => content['name'])

  it('takes words that are no direction for properties', async () => {
    expect((await ask(some(), 'rs-admin/sessions?sort=name,sideways')).status).toBe(500)
    expect(await names('sort=source,name,desc')).toEqual(['Y', 'y', 'z'])
  })

  it('can ignore letter case', async () => {
    expect(await names('sort=source,asc')).toEqual(['z', 'y', 'Y'])
    expect(await names('sort=name,asc,ignorecase&sort=source,asc')).toEqual(['y', 'Y', 'z'])
  })

  it('of worker requests can be total', async () => {
    const w = ['A/day-1', 'A/day-10', 'AB/day-1']
      .reduce((made, name) => made.withSession(name, s => s.workers({ unzip: { error: 9 } })), aWorld())
      .build()
    const path = 'rs-worker-manager/requests?size=5&sort=source,asc&sort=session,asc&sort=id,asc'
    const ids = await idsOnAllPages(w, path, { body: {} })
    expect(new Set(ids).size).toBe(27)
  })
})

describe('a filter', () => {
  it('that is repeated is joined with a comma', async () => {
    const w = aWorld().withSession('A/x,y').withSession('A/x').build()
    const answer = await page(w, 'rs-admin/sessions?sessionName=x&sessionName=y')
    expect(answer.content.map(({ content }) => content['name'])).toEqual(['x,y'])
  })

  it('takes a backslash for itself in the lists of rs-admin, and for an escape in their suggestions and in bodies', async () => {
    const w = aWorld()
      .withSession('A/back\\slash', s => s.oais({ done: 1 }).workers({ unzip: { error: 1 } }))
      .withSession('A/backslash', s => s.oais({ done: 1 }).workers({ unzip: { error: 1 } }))
      .build()
    const name = encodeURIComponent('back\\slash')
    const session = 'back\\slash'
    const found = async (path: string, asked?: Asked, key = 'session') =>
      (await page(w, path, asked)).content.map(({ content }) => content[key])
    expect(await found(`rs-admin/sessions?sessionName=${name}`, {}, 'name')).toEqual(['back\\slash'])
    expect(await (await ask(w, `rs-admin/sessions/names?name=${name}`)).json()).toEqual(['backslash'])
    for (const path of ['rs-ingest/aips', 'rs-worker-manager/requests']) {
      expect(await found(path, { body: { session } })).toEqual(['backslash'])
      expect(await found(path, { body: { session: 'back\\\\slash' } })).toEqual(['back\\slash'])
    }
    const states = { requestStates: { values: ['NOTHING'], mode: 'INCLUDE' } }
    expect(await found('rs-ingest/requests', { body: states })).toEqual([])
  })
})

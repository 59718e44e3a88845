/** Who may do what: roles, links and the list of resources (docs/regards-api/README.md 4). */
import { describe, expect, it } from 'vitest'
import { aWorld } from '@tests/support/a-world'
import { ask, page } from './asking'

const world = () =>
  aWorld()
    .withSession('A/day-1', s => s.workers({ unzip: { error: 1 } }).storage({ errors: 1 }))
    .build()

const PEOPLE = ['visitor', 'night', 'operator', 'administrator', 'lead'] as const

const CALLS = {
  sources: ['rs-admin/sources', {}],
  'one session': ['rs-admin/sessions/1', {}],
  'delete a session': ['rs-admin/sessions/1', { method: 'DELETE' }],
  'relaunch a chain': ['rs-dataprovider/chains/relaunch?chainName=A&session=day-1', {}],
  'relaunch OAIS requests': ['rs-ingest/requests/retry', { body: { sessionOwner: 'A', session: 'day-1' } }],
  'relaunch storage': ['rs-storage/storages/retry?source=A&session=day-1', { method: 'POST' }],
  'list products of a chain': ['rs-dataprovider/products', {}],
} as const

/** docs/regards-api/README.md 4; the night shift is an operator without the right to delete. */
const ALLOWED: Readonly<Record<keyof typeof CALLS, readonly (typeof PEOPLE)[number][]>> = {
  sources: ['night', 'operator', 'administrator', 'lead'],
  'one session': ['night', 'operator', 'administrator', 'lead'],
  'delete a session': ['operator', 'administrator', 'lead'],
  'relaunch a chain': ['night', 'operator', 'administrator', 'lead'],
  'relaunch OAIS requests': ['night', 'operator', 'administrator', 'lead'],
  'relaunch storage': ['administrator', 'lead'],
  'list products of a chain': ['administrator', 'lead'],
}

const names = Object.keys(CALLS) as (keyof typeof CALLS)[]

describe('a role', () => {
  it.each(names)('decides who may: %s', async name => {
    const [path, asked] = CALLS[name]
    for (const as of PEOPLE) {
      const w = world()
      const id = w.session({ source: 'A', name: 'day-1' }).id
      const { status } = await ask(w, path.replace('sessions/1', `sessions/${id}`), { ...asked, as })
      expect(status === 403, `${as}: ${status}`).toBe(!ALLOWED[name].includes(as))
    }
  })

  it('that is too low is refused with a message', async () => {
    const answer = await ask(world(), 'rs-storage/storages/retry?source=A&session=day-1', { method: 'POST' })
    expect(await answer.json()).toEqual({ messages: ['Access is denied'] })
  })

  it('cannot be had without a token: the answer is a web page', async () => {
    const answer = await ask(world(), 'rs-admin/sources', { as: 'nobody' })
    expect(answer.status).toBe(403)
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
  })

  it('of the public comes with the name of a project, and reads what is public only', async () => {
    const w = world()
    const headers = { scope: 'demo' }
    expect((await ask(w, 'rs-admin/resources', { as: 'nobody', headers })).status).toBe(200)
    expect((await ask(w, 'rs-admin/sources', { as: 'nobody', headers })).status).toBe(403)
  })
})

describe('a link', () => {
  const rels = async (as: string, path: string) =>
    (await page(world(), path, { as })).content[0]?.links.map(({ rel }) => rel)

  it('to delete is there for whom may delete', async () => {
    expect(await rels('operator', 'rs-admin/sessions')).toContain('delete')
    expect(await rels('night', 'rs-admin/sessions')).toEqual(['list', 'self'])
    expect(await rels('operator', 'rs-admin/sources')).toContain('delete')
    expect(await rels('night', 'rs-admin/sources')).toEqual(['list'])
  })

  it('leads to a host that no browser reaches: only its name means anything', async () => {
    const answer = await ask(world(), 'rs-admin/sessions')
    const { content } = (await answer.json()) as { content: { links: { href: string }[] }[] }
    expect(new URL(content[0]?.links[0]?.href ?? '').host).not.toBe('gateway')
  })
})

describe('the list of resources', () => {
  const resources = async (as: string) => {
    const { content } = await page(world(), 'rs-admin/resources?size=2000', { as })
    return content.map(
      ({ content: row }) => `${String(row['verb'])} ${String(row['microservice'])}${String(row['resource'])}`,
    )
  }

  it('holds what the caller may call, and nothing else', async () => {
    const [visitor, night, operator, administrator] = await Promise.all(
      ['visitor', 'night', 'operator', 'administrator'].map(resources),
    )
    expect(visitor).toContain('GET rs-admin/resources')
    expect(visitor).not.toContain('GET rs-admin/sources')
    expect(operator).toContain('DELETE rs-admin/sessions/{id}')
    expect(night).not.toContain('DELETE rs-admin/sessions/{id}')
    expect(operator).toContain('GET rs-dataprovider/chains/relaunch')
    expect(operator).not.toContain('POST rs-storage/storages/retry')
    expect(administrator).toEqual(expect.arrayContaining([...(operator ?? []), 'POST rs-storage/storages/retry']))
  })

  it('says of each which role it asks for, all of them on every page', async () => {
    const { metadata, content } = await page(world(), 'rs-admin/resources?size=3', { as: 'lead' })
    expect(metadata.size).toBe(3)
    expect(metadata.totalPages).toBe(Math.ceil(metadata.totalElements / 3))
    expect(content).toHaveLength(metadata.totalElements)
    expect((await page(world(), 'rs-admin/resources?size=3&page=2', { as: 'lead' })).content).toEqual(content)
    expect(content[0]?.content).toMatchObject({
      id: expect.any(Number) as unknown,
      description: expect.any(String) as unknown,
      controllerSimpleName: expect.any(String) as unknown,
      defaultRole: expect.any(String) as unknown,
    })
  })
})

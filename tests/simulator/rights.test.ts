/** Who may do what: roles, links, the list of resources, tokens and borrowed roles (README.md 3 and 4). */
import { describe, expect, it } from 'vitest'
import type { World } from '@/simulator/world'
import { aWorld } from '@tests/support/a-world'
import { ask, page, signIn, signedIn } from './asking'

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

/** README.md 4; the night shift is an operator without the right to delete. */
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

  it('that is too low is named by the refusal', async () => {
    const answer = await ask(world(), 'rs-storage/storages/retry?source=A&session=day-1', { method: 'POST' })
    expect(await answer.json()).toEqual({ messages: [expect.stringContaining('EXPLOIT')] })
  })

  it('cannot be had without a token: the answer is a web page', async () => {
    const answer = await ask(world(), 'rs-admin/sources', { as: 'nobody' })
    expect(answer.status).toBe(401)
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

  it('says of each which role it asks for, in pages', async () => {
    const { metadata, content } = await page(world(), 'rs-admin/resources?size=3', { as: 'lead' })
    expect(metadata.size).toBe(3)
    expect(metadata.totalPages).toBe(Math.ceil(metadata.totalElements / 3))
    expect(content[0]?.content).toMatchObject({
      id: expect.any(Number),
      description: expect.any(String),
      controllerSimpleName: expect.any(String),
      defaultRole: expect.any(String),
    })
  })
})

describe('a token', () => {
  const credentials = (username: string, password = 'orbit-7') => ({
    grant_type: 'password',
    username: `${username}@example.org`,
    password,
    scope: 'demo',
  })

  it('says whose it is, of which project and role, and how long it lives', async () => {
    const answer = await signIn(world(), credentials('operator'))
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      token_type: 'bearer',
      tenant: 'demo',
      scope: 'demo',
      role: 'EXPLOIT',
      sub: 'operator@example.org',
      expires_in: 7200,
      access_token: expect.any(String),
    })
  })

  it('ends after two hours', async () => {
    const w = world()
    await signedIn(w)
    w.advance('119m')
    expect((await ask(w, 'rs-admin/sources')).status).toBe(200)
    w.advance('2m')
    expect((await ask(w, 'rs-admin/sources')).status).toBe(401)
  })

  it('that was withdrawn, or tampered with, is none', async () => {
    const w = world()
    const token = await signedIn(w)
    const as = (bearer: string) =>
      ask(w, 'rs-admin/sources', { as: 'nobody', headers: { Authorization: `Bearer ${bearer}` } })
    expect((await as(token)).status).toBe(200)
    expect((await as(`${token}x`)).status).toBe(401)
    const [header = '', , signature = ''] = token.split('.')
    const forged = btoa(JSON.stringify({ tenant: 'demo', role: 'PROJECT_ADMIN', sub: 'x', exp: 9e9, era: 0 }))
    expect((await as(`${header}.${forged}.${signature}`)).status).toBe(401)
    w.expireTokens()
    expect((await as(token)).status).toBe(401)
  })

  it.each([
    ['operator', 'wrong', 'ACCOUNT_UNKNOWN'],
    ['nobody', 'orbit-7', 'ACCOUNT_UNKNOWN'],
    ['locked', 'orbit-7', 'ACCOUNT_LOCKED'],
    // The state of the account is looked at before its password.
    ['locked', 'wrong', 'ACCOUNT_LOCKED'],
    ['pending', 'wrong', 'ACCOUNT_PENDING'],
    ['denied', 'orbit-7', 'USER_ACCESS_DENIED'],
    ['denied', 'wrong', 'ACCOUNT_UNKNOWN'],
  ])('is not given to %s with %s: %s', async (username, password, code) => {
    const answer = await signIn(world(), credentials(username, password))
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({
      additionalInformation: { error: code },
      detailMessage: expect.any(String),
    })
  })

  it('needs the client pair and a project outside the body', async () => {
    const pair = `Basic ${btoa('client:other')}`
    expect((await signIn(world(), credentials('operator'), { Authorization: pair })).status).toBe(401)
    expect((await signIn(world(), credentials('operator'), { scope: '' })).status).toBe(401)
  })
})

describe('borrowing a role', () => {
  const borrow = (w: World, role: string, as: string) => ask(w, `rs-authentication/borrowRole/${role}`, { as })

  it('of one’s own renews the token for its whole life', async () => {
    const w = world()
    await signedIn(w)
    w.advance('100m')
    const answer = await borrow(w, 'EXPLOIT', 'operator')
    const { access_token: next, expires_in: life } = (await answer.json()) as {
      access_token: string
      expires_in: number
    }
    expect(life).toBe(7200)
    w.advance('100m')
    const headers = { Authorization: `Bearer ${next}` }
    expect((await ask(w, 'rs-admin/sources', { as: 'nobody', headers })).status).toBe(200)
    expect((await ask(w, 'rs-admin/sources')).status).toBe(401)
  })

  it.each([
    ['operator', 'REGISTERED_USER', 403],
    ['operator', 'ADMIN', 403],
    ['administrator', 'EXPLOIT', 200],
    ['administrator', 'PROJECT_ADMIN', 403],
    ['lead', 'ADMIN', 200],
    ['night', 'NIGHT_SHIFT', 200],
    ['night', 'EXPLOIT', 403],
  ])('by %s of %s answers %i', async (as, role, status) => {
    expect((await borrow(world(), role, as)).status).toBe(status)
  })

  it('gives the rights of the borrowed role, and the way back', async () => {
    const w = world()
    const { access_token: lower } = (await (await borrow(w, 'EXPLOIT', 'administrator')).json()) as {
      access_token: string
    }
    const asLower = { as: 'nobody', headers: { Authorization: `Bearer ${lower}` } }
    const retry = 'rs-storage/storages/retry?source=A&session=day-1'
    expect((await ask(w, retry, { ...asLower, method: 'POST' })).status).toBe(403)
    const back = await ask(w, 'rs-authentication/borrowRole/ADMIN', asLower)
    expect(await back.json()).toMatchObject({ role: 'ADMIN' })
  })
})

describe('the public projects', () => {
  it('are listed without a token, those one cannot enter included', async () => {
    const asked = { as: 'nobody', headers: { scope: 'instance' } }
    for (const path of ['rs-admin-instance/projects/public', 'rs-admin-instance-public/projects/public']) {
      const { content } = await page(world(), path, asked)
      expect(
        content.map(({ content: project }) => [project['name'], project['isAccessible'], project['isDeleted']]),
      ).toEqual([
        ['demo', true, false],
        ['empty-lab', true, false],
        ['closed', false, false],
        ['gone', false, true],
      ])
    }
  })
})

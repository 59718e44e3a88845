/** Tokens: who gets one, how long it lives, how it is renewed, and what can be read without one (docs/regards-api/README.md 3). */
import { describe, expect, it } from 'vitest'
import type { World } from '@simulator/world'
import { aWorld } from '@tests/support/a-world'
import { ask, page, signIn, signedIn } from './asking'

const world = () =>
  aWorld()
    .withSession('A/day-1', s => s.storage({ errors: 1 }))
    .build()

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
      access_token: expect.any(String) as unknown,
    })
  })

  it('unused for half an hour ends, after two hours, with 401 and nothing to read', async () => {
    const w = world()
    await signedIn(w)
    w.advance('121m')
    const answer = await ask(w, 'rs-admin/sources')
    expect([answer.status, await answer.text()]).toEqual([401, ''])
    expect(answer.headers.get('www-authenticate')).toBe('Basic realm="Realm"')
  })

  it('that was used until its end ends with 403 and a web page, and after half an hour with 401', async () => {
    const w = world()
    await signedIn(w)
    w.advance('119m')
    expect((await ask(w, 'rs-admin/sources')).status).toBe(200)
    w.advance('2m')
    const answer = await ask(w, 'rs-admin/sources')
    expect(answer.status).toBe(403)
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
    w.advance('29m')
    expect((await ask(w, 'rs-admin/sources')).status).toBe(401)
  })

  it('that was tampered with breaks the gateway', async () => {
    const w = world()
    const token = await signedIn(w)
    const as = (bearer: string) =>
      ask(w, 'rs-admin/sources', { as: 'nobody', headers: { Authorization: `Bearer ${bearer}` } })
    expect((await as(token)).status).toBe(200)
    const [header = '', , signature = ''] = token.split('.')
    const forged = btoa(JSON.stringify({ tenant: 'demo', role: 'PROJECT_ADMIN', sub: 'x', exp: 9e9, era: 0 }))
    for (const bad of [`${token}x`, 'nonsense', `${header}.${forged}.${signature}`]) {
      const answer = await as(bad)
      expect(answer.status).toBe(500)
      expect(Object.keys((await answer.json()) as object)).toEqual([
        ...['timestamp', 'path', 'status', 'error', 'requestId'],
      ])
    }
  })

  it.each([
    [undefined, 401],
    ['unseen', 401],
    ['seen', 403],
    ['malformed', 500],
  ] as const)('that a test ended as %s is refused with %i, and the next one is good', async (shape, status) => {
    const w = world()
    const token = await signedIn(w)
    const as = (bearer: string) =>
      ask(w, 'rs-admin/sources', { as: 'nobody', headers: { Authorization: `Bearer ${bearer}` } })
    w.expireTokens(shape)
    expect((await as(token)).status).toBe(status)
    const next = await signIn(w, credentials('operator'))
    const { access_token: fresh } = (await next.json()) as { access_token: string }
    expect((await as(fresh)).status).toBe(200)
    expect((await as(token)).status).toBe(status)
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
      detailMessage: expect.any(String) as unknown,
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

/** Tokens: how one signs in, is refused, and stays signed in (contract: README.md 3). */
import { describe, expect, it } from 'vitest'
import { obtainToken, renewToken } from '@/services/rs-authentication'
import { aWorld } from '@tests/support/a-world'
import { answering, asked, enter, failureOf, sample, sent } from './with-gateway'

const CLIENT = { user: 'client', secret: 'secret' }
const OPERATOR = { project: 'demo', username: 'operator@example.org', password: 'orbit-7' }

describe('signing in', () => {
  it('sends the password in the body and nowhere else', async () => {
    const world = aWorld().build()
    await enter(world)
    await obtainToken(OPERATOR, CLIENT)
    expect(sent(world)).toEqual([
      {
        method: 'POST',
        path: 'rs-authentication/oauth/token',
        query: {},
        headers: { authorization: 'Basic Y2xpZW50OnNlY3JldA==', scope: 'demo', 'content-type': 'application/json' },
        body: { grant_type: 'password', username: 'operator@example.org', password: 'orbit-7', scope: 'demo' },
      },
    ])
  })

  it('gives a token, who it is for, and how long', async () => {
    await enter(aWorld().build())
    const token = await obtainToken(OPERATOR, CLIENT)
    expect(token).toEqual({
      accessToken: expect.stringMatching(/^eyJ/) as unknown,
      project: 'demo',
      role: 'EXPLOIT',
      user: 'operator@example.org',
      expiresIn: 7200,
    })
  })

  it.each([
    ['operator@example.org', 'wrong', 'ACCOUNT_UNKNOWN'],
    ['nobody@example.org', 'orbit-7', 'ACCOUNT_UNKNOWN'],
    ['locked@example.org', 'wrong', 'ACCOUNT_LOCKED'],
    ['pending@example.org', 'orbit-7', 'ACCOUNT_PENDING'],
    ['old-password@example.org', 'orbit-7', 'ACCOUNT_INACTIVE_PASSWORD'],
    ['denied@example.org', 'orbit-7', 'USER_ACCESS_DENIED'],
  ])('as %s with "%s" is refused with the code %s', async (username, password, code) => {
    const client = await enter(aWorld().build())
    const error = await failureOf(obtainToken({ project: 'demo', username, password }, CLIENT))
    expect(error).toMatchObject({ status: 400, code, carriedToken: false, isUnauthorised: false })
    expect(error.messages).toHaveLength(1)
    expect(client.unauthorised).toEqual([])
  })

  it.each([
    ['a wrong client pair', OPERATOR, { user: 'client', secret: 'wrong é' }],
    ['a project that does not exist', { ...OPERATOR, project: 'nowhere' }, CLIENT],
    ['a project whose name no header can hold', { ...OPERATOR, project: 'dé\nmo€' }, CLIENT],
  ])('with %s is a 401 that says nothing about a token', async (_, credentials, pair) => {
    const client = await enter(aWorld().build())
    expect(await failureOf(obtainToken(credentials, pair))).toMatchObject({ status: 401, isUnauthorised: false })
    expect(client.unauthorised).toEqual([])
  })

  it('takes what was asked for where the answer does not repeat it', async () => {
    answering(() => ({ text: '{"access_token":"a.b.c","role":"EXPLOIT","tenant":3,"expires_in":"600"}' }))
    const token = await obtainToken(OPERATOR, CLIENT)
    expect(token).toEqual({ ...asToken('demo', 'operator@example.org'), expiresIn: 600 })
  })

  it.each(['0', '-5', '"soon"', 'null', '1e400'])(
    'takes a life of %s for the usual one, since the server has the last word',
    async life => {
      answering(() => ({ text: `{"access_token":"a.b.c","role":"EXPLOIT","expires_in":${life}}` }))
      expect((await obtainToken(OPERATOR, CLIENT)).expiresIn).toBe(7200)
    },
  )

  it.each(['{"role":"EXPLOIT"}', '{"access_token":"","role":"EXPLOIT"}', '{"access_token":"eyJhbGciOiJI.abc.def"}'])(
    'is unreadable without what every call needs, and shows no token: %s',
    async text => {
      answering(() => ({ text }))
      const error = await failureOf(obtainToken(OPERATOR, CLIENT))
      expect(error.reason).toBe('unreadable')
      expect(error.detail).not.toContain('eyJ')
    },
  )
})

const asToken = (project: string, user: string) => ({ accessToken: 'a.b.c', project, role: 'EXPLOIT', user })

describe('staying signed in', () => {
  it('borrows the role one has', async () => {
    const world = aWorld().build()
    const client = await enter(world)
    const renewed = await renewToken('EXPLOIT')
    expect(asked(world)).toEqual([{ method: 'GET', path: 'rs-authentication/borrowRole/EXPLOIT', query: {} }])
    expect(renewed).toMatchObject({ project: 'demo', role: 'EXPLOIT', user: 'operator@example.org', expiresIn: 7200 })
    expect(renewed.accessToken).not.toBe(client.token)
  })

  it('encodes the role, which a project may name as it likes', async () => {
    const world = aWorld().build()
    await enter(world)
    expect(await failureOf(renewToken('NUIT & jour?'))).toMatchObject({ status: 403, isForbidden: true })
    expect(world.requests[0]?.url).toBe('rs-authentication/borrowRole/NUIT%20%26%20jour%3F')
  })

  it.each(['', '.', '..', 'A/B', '\ud800'])('asks nothing for the role "%s", which no path can hold', async role => {
    const world = aWorld().build()
    await enter(world)
    expect(await failureOf(renewToken(role))).toMatchObject({ service: 'rs-authentication', reason: 'unaddressable' })
    expect(world.requests).toEqual([])
  })
})

describe('the sample answers', () => {
  it.each([
    ['token', 'demo', 'ops@example.org'],
    ['token-external', 'demo', 'ldap@example.org'],
    ['token-borrowed', 'demo', 'ops@example.org'],
  ])('%s is a token', async (file, project, user) => {
    answering(() => ({ text: sample(file) }))
    expect(await obtainToken({ project: '', username: '', password: '' }, CLIENT)).toMatchObject({ project, user })
  })

  it.each([
    ['token-error-unknown', 'ACCOUNT_UNKNOWN'],
    ['token-error-locked', 'ACCOUNT_LOCKED'],
  ])('%s is the refusal %s', async (file, code) => {
    answering(() => ({ text: sample(file), status: 400 }))
    expect(await failureOf(obtainToken(OPERATOR, CLIENT))).toMatchObject({ code, messages: [expect.any(String)] })
  })
})

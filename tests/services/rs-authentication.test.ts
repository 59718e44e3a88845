/** Tokens: signing in, refusals, and staying signed in (contract: docs/regards-api/README.md 3). */
import { describe, expect, it } from 'vitest'
import { obtainToken, questionToken } from '@/services/rs-authentication'
import type { TokenVerdict } from '@/services/token-doubt'
import type { World } from '@simulator/world'
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

const OWN = { role: 'EXPLOIT', project: 'demo' }
const BORROW = 'rs-authentication/borrowRole'
const GATEWAY_FAULT = { timestamp: 'now', path: '/api', status: 500, error: 'Internal Server Error', requestId: '1' }

describe('asking whether a token holds', () => {
  it('borrows the role one has, which gives a new one', async () => {
    const world = aWorld().build()
    const client = await enter(world)
    const { verdict, token } = await questionToken(OWN)
    expect(asked(world)).toEqual([{ method: 'GET', path: `${BORROW}/EXPLOIT`, query: {} }])
    expect(verdict).toBe('holds')
    expect(token).toMatchObject({ project: 'demo', role: 'EXPLOIT', user: 'operator@example.org', expiresIn: 7200 })
    expect(token?.accessToken).not.toBe(client.token)
  })

  it('encodes the role, which a project may name as it likes; one that is not lent out holds', async () => {
    const world = aWorld().build()
    await enter(world)
    expect(await questionToken({ ...OWN, role: 'NUIT & jour?' })).toEqual({ verdict: 'holds' })
    expect(world.requests[0]?.url).toBe(`${BORROW}/NUIT%20%26%20jour%3F`)
  })

  it.each(['', '.', '..', 'A/B', '\ud800', 'a;b', '50%', 'a\\b', 'a\nb'])(
    'asks with another role for "%s", which no path can hold, and takes no token for it',
    async role => {
      const world = aWorld().build()
      await enter(world, 'lead')
      expect(await questionToken({ ...OWN, role })).toEqual({ verdict: 'holds' })
      expect(asked(world)).toEqual([{ method: 'GET', path: `${BORROW}/PUBLIC`, query: {} }])
      world.expireTokens()
      expect(await questionToken({ ...OWN, role })).toEqual({ verdict: 'ended' })
    },
  )

  type Strike = (faults: World['faults']) => unknown
  it.each<readonly [string, TokenVerdict, Strike]>([
    ['a 401', 'ended', faults => faults.refuse(BORROW, 401, '')],
    ['a 403 with a web page', 'ended', faults => faults.html(BORROW, 403)],
    ['an empty 403', 'ended', faults => faults.refuse(BORROW, 403, '')],
    ['the gateway’s 500 to this token alone', 'ended', faults => faults.refuse(BORROW, 500, GATEWAY_FAULT)],
    ['the gateway’s 500 to everybody', 'unknown', faults => faults.refuse('rs-authentication', 500, GATEWAY_FAULT)],
    ['a 403 with words', 'holds', faults => faults.refuse(BORROW, 403, ['Access is denied'])],
    ['a 500 of the service', 'unknown', faults => faults.refuse(BORROW, 500, ['Out of memory'])],
    ['a 503', 'unknown', faults => faults.refuse(BORROW, 503, '')],
    ['no connection', 'unknown', faults => faults.outage(BORROW)],
    ['a web page', 'unknown', faults => faults.html(BORROW)],
    ['half an answer', 'unknown', faults => faults.cut(BORROW)],
    ['a redirect', 'unknown', faults => faults.redirect(BORROW, 'https://login.invalid/')],
  ])('takes %s for "%s", and tells no other user', async (_, verdict, strike) => {
    const world = aWorld().build()
    const client = await enter(world)
    strike(world.faults)
    expect(await questionToken(OWN)).toEqual({ verdict })
    expect(client.unauthorised).toEqual([])
    expect(world.received(BORROW)).toHaveLength(1)
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

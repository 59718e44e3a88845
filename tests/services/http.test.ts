/** The one client: what it sends, to whom, and every bad answer by its own name (trust F05, F10, F20, F21, F43, F48, S03, S14). */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { configureHttp } from '@/services/http'
import { findSessionById, findSessions, findSourceNames } from '@/services/rs-admin'
import { findPublicProjects } from '@/services/rs-admin-instance'
import { relaunchErrors } from '@/services/rs-ingest'
import { aWorld } from '@tests/support/a-world'
import { enter, failureOf, GATEWAY, sent } from './with-gateway'

const world = () =>
  aWorld()
    .withSession('A/day-1', s => s.oais({ done: 2, errors: 1 }))
    .build()
const DAY = { source: 'A', name: 'day-1' }
const SESSIONS = 'rs-admin/sessions'
const list = (signal?: AbortSignal) => findSessions({}, 0, signal)

afterEach(() => {
  vi.restoreAllMocks()
})

describe('what is sent', () => {
  it('carries the token and nothing that the gateway refuses from other origins', async () => {
    const here = world()
    const { token } = await enter(here)
    await list()
    await relaunchErrors(DAY)
    const bearer = { authorization: `Bearer ${token}` }
    expect(sent(here).map(({ headers }) => headers)).toEqual([
      bearer,
      { ...bearer, 'content-type': 'application/json' },
    ])
  })

  it('goes without a token, as the public of `instance`, where there is none yet', async () => {
    const here = world()
    const client = await enter(here)
    client.token = undefined
    await findPublicProjects()
    expect(sent(here)[0]?.headers).toEqual({ scope: 'instance' })
  })

  it('goes below the configured address only, without cookies, caches, referrers or redirects', async () => {
    await enter(world())
    const fetching = vi.spyOn(globalThis, 'fetch')
    await list()
    const request = fetching.mock.calls[0]?.[0]
    if (!(request instanceof Request)) throw new Error('ky no longer makes a Request')
    expect(request.url).toBe(
      `${GATEWAY}/api/v1/rs-admin/sessions?page=0&size=50&sort=lastUpdateDate%2Cdesc&sort=id%2Casc`,
    )
    const { credentials, cache, redirect, referrerPolicy } = request
    expect({ credentials, cache, redirect, referrerPolicy }).toEqual({
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
    })
  })

  it('encodes what stands in a query once', async () => {
    const here = world()
    await enter(here)
    const hostile = 'a+b &c=d/%2e%2e#?é'
    await findSourceNames(hostile)
    expect(sent(here)[0]).toMatchObject({ path: 'rs-admin/sources/names', query: { name: hostile } })
  })

  it('is nothing at all while no token is held', async () => {
    const here = world()
    const client = await enter(here)
    client.token = undefined
    const error = await failureOf(list())
    expect(error).toMatchObject({ reason: 'notSent', service: 'rs-admin', status: undefined, isUnauthorised: true })
    expect(client.unauthorised).toEqual([error])
    expect(here.requests).toEqual([])
  })

  it('is never repeated, whatever the answer', async () => {
    const here = world()
    await enter(here)
    here.faults.refuse('*', 503)
    await failureOf(list())
    await failureOf(relaunchErrors(DAY))
    expect(here.requests).toHaveLength(2)
  })
})

describe('a token that is no longer good', () => {
  it('is told once, however many calls were under way, and each of them rejects', async () => {
    const here = world()
    const client = await enter(here)
    here.expireTokens()
    configureHttp({
      baseUrl: GATEWAY,
      token: () => client.token,
      onUnauthorised: error => {
        client.token = undefined
        client.unauthorised.push(error)
      },
    })
    const errors = await Promise.all(Array.from({ length: 12 }, () => failureOf(list())))
    expect(errors.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 401))
    expect(errors.every(error => error.isUnauthorised)).toBe(true)
    expect(client.unauthorised).toHaveLength(1)
  })

  it('is also said by a 403 without a body', async () => {
    const here = world()
    const client = await enter(here)
    here.faults.refuse(SESSIONS, 403, '')
    expect(await failureOf(list())).toMatchObject({ status: 403, isUnauthorised: true, isForbidden: false })
    expect(client.unauthorised).toHaveLength(1)
  })

  it('is not said by a 403 with words, with a page, or one that was cut', async () => {
    const here = world()
    const client = await enter(here)
    here.faults.refuse(SESSIONS, 403, ['Not for you'], { times: 1 })
    expect(await failureOf(list())).toMatchObject({ messages: ['Not for you'], isForbidden: true })
    here.faults.html(SESSIONS, 403, { times: 1 })
    expect(await failureOf(list())).toMatchObject({ messages: [], isForbidden: true })
    here.faults.refuse(SESSIONS, 403, ['Not for you'])
    here.faults.cut(SESSIONS, 0.01)
    expect(await failureOf(list())).toMatchObject({ status: 403, isForbidden: true })
    expect(client.unauthorised).toEqual([])
  })

  it('is no news when another one is held by then', async () => {
    const here = world()
    const client = await enter(here)
    here.faults.latency(SESSIONS, '5s')
    here.expireTokens()
    const answer = failureOf(list())
    await vi.waitFor(() => expect(here.requests).toHaveLength(1))
    client.token = 'a newer one'
    here.advance('6s')
    expect(await answer).toMatchObject({ status: 401, isUnauthorised: true })
    expect(client.unauthorised).toEqual([])
  })

  it('is not what a refusal to somebody without a token means', async () => {
    const here = world()
    const client = await enter(here)
    here.faults.refuse('rs-admin-instance', 401, '')
    expect(await failureOf(findPublicProjects())).toMatchObject({ status: 401, isUnauthorised: false })
    expect(client.unauthorised).toEqual([])
  })
})

describe('a bad answer', () => {
  it('with a status keeps the status and all the words of REGARDS, each once', async () => {
    const here = world()
    await enter(here)
    here.faults.refuse(SESSIONS, 422, { messages: ['One', 'Two', '', 3], message: 'Two', detailMessage: 'Three' })
    expect(await failureOf(list())).toMatchObject({
      ...{ service: 'rs-admin', reason: 'status', status: 422, detail: undefined },
      messages: ['One', 'Two', 'Three'],
    })
  })

  it('that is no body of REGARDS is kept for a folded view: 2 kB at most, no secrets', async () => {
    const here = world()
    const { token } = await enter(here)
    const body = { trace: `Bearer ${token} password=orbit-7 {"access_token":"abc"} ${'x'.repeat(5000)}` }
    here.faults.refuse(SESSIONS, 500, body)
    const { messages, detail } = await failureOf(list())
    expect(messages).toEqual([])
    expect(detail).toHaveLength(2000)
    expect(detail).toMatch(/^\{"trace":"Bearer … password=…/)
    expect(detail).not.toContain(token)
  })

  it('blots out a token in the words of REGARDS too', async () => {
    const here = world()
    const { token } = await enter(here)
    here.faults.refuse(SESSIONS, 500, [`Token ${token} is odd`])
    expect((await failureOf(list())).messages).toEqual(['Token … is odd'])
  })

  it.each([
    ['120', 120],
    [' 5 ', 5],
    ['0', undefined],
    ['-5', undefined],
    ['abc', undefined],
    ['999999', 999_999],
    ['Wed, 21 Oct 2015 07:28:00 GMT', undefined],
  ])('that asks to wait "%s" is understood as %s seconds', async (header, seconds) => {
    const here = world()
    await enter(here)
    here.faults.refuse(SESSIONS, 503, '', { headers: { 'Retry-After': header } })
    expect((await failureOf(list())).retryAfter).toBe(seconds)
  })

  it('that asks to wait until a moment is understood in seconds', async () => {
    const here = world()
    await enter(here)
    const moment = new Date(Date.now() + 90_000).toUTCString()
    here.faults.refuse(SESSIONS, 429, '', { headers: { 'Retry-After': moment } })
    const { retryAfter = 0 } = await failureOf(list())
    expect(retryAfter).toBeGreaterThan(80)
    expect(retryAfter).toBeLessThanOrEqual(90)
  })

  it('is a web page, whatever its status', async () => {
    const here = world()
    await enter(here)
    here.faults.html(SESSIONS, 200, { times: 1 })
    expect(await failureOf(list())).toMatchObject({ reason: 'html', status: 200, messages: [] })
    here.faults.malformed(SESSIONS, '\n<!DOCTYPE html><p>Sign in', { times: 1 })
    expect(await failureOf(list())).toMatchObject({ reason: 'html', status: 200 })
    here.faults.html(SESSIONS, 502)
    expect(await failureOf(list())).toMatchObject({ reason: 'status', status: 502, messages: [] })
  })

  it('is no web page when only its type says so', async () => {
    await enter(world())
    vi.spyOn(globalThis, 'fetch').mockImplementation(async () => {
      return new Response('["A"]', { headers: { 'Content-Type': 'text/html' } })
    })
    expect(await findSourceNames('')).toEqual(['A'])
    vi.spyOn(globalThis, 'fetch').mockImplementation(async () => {
      return new Response('', { headers: { 'Content-Type': 'text/html' } })
    })
    await expect(relaunchErrors(DAY)).resolves.toBeUndefined()
  })

  it.each([200, 204])('is empty where data was due (%s)', async status => {
    const here = world()
    await enter(here)
    here.faults.empty(SESSIONS, status)
    expect(await failureOf(list())).toMatchObject({ reason: 'empty', status })
  })

  it.each(['{"content": [', '[1, 2', '"half'])('is cut: %s', async text => {
    const here = world()
    await enter(here)
    here.faults.malformed(SESSIONS, text)
    expect(await failureOf(list())).toMatchObject({ reason: 'cut', detail: undefined })
  })

  it('is cut wherever the connection breaks', async () => {
    const here = world()
    await enter(here)
    for (let part = 0; part < 20; part++) {
      here.faults.cut(SESSIONS, part / 20, { times: 1 })
      expect(await failureOf(list())).toMatchObject({ reason: 'cut', status: 200 })
    }
  })

  it.each(['Service under maintenance', 'null', '42', '{}', '[]', '{"content":[]}', '{"metadata":{},"content":[]}'])(
    'is unreadable: %s',
    async text => {
      const here = world()
      await enter(here)
      here.faults.malformed(SESSIONS, text)
      expect(await failureOf(list())).toMatchObject({ reason: 'unreadable', status: 200, detail: text })
    },
  )

  it('is too large beyond 16 MB', async () => {
    const here = world()
    await enter(here)
    here.faults.mutate(SESSIONS, () => JSON.stringify('x'.repeat(17 * 1024 * 1024)))
    expect(await failureOf(list())).toMatchObject({ reason: 'tooLarge', status: 200, detail: undefined })
  })

  it('is a redirect, which nobody follows', async () => {
    const here = world()
    await enter(here)
    here.faults.redirect(SESSIONS, 'https://login.invalid/')
    expect(await failureOf(list())).toMatchObject({ reason: 'redirect' })
    expect(here.requests).toHaveLength(1)
  })

  it('does not come: nobody is there, or the connection is lost', async () => {
    const here = world()
    await enter(here)
    here.faults.outage(SESSIONS, { times: 1 })
    expect(await failureOf(list())).toMatchObject({ reason: 'offline', status: undefined, isOutcomeUnknown: true })
    here.faults.hangUp(SESSIONS)
    expect(await failureOf(list())).toMatchObject({ reason: 'offline' })
  })

  it('to an order may be anything but a page', async () => {
    const here = world()
    await enter(here)
    here.faults.malformed('rs-ingest', 'done', { times: 1 })
    await expect(relaunchErrors(DAY)).resolves.toBeUndefined()
    here.faults.html('rs-ingest', 200)
    expect(await failureOf(relaunchErrors(DAY))).toMatchObject({ reason: 'html', status: 200 })
  })
})

/** A time limit that ends when the test says so. */
function timeLimit() {
  const limit = new AbortController()
  const asked = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(limit.signal)
  return { asked, end: () => limit.abort(new DOMException('', 'TimeoutError')) }
}

describe('who gives up', () => {
  it('is the client after 60 s without a status', async () => {
    const here = world()
    await enter(here)
    const { asked, end } = timeLimit()
    here.faults.latency(SESSIONS, '10m')
    const answer = failureOf(list())
    await vi.waitFor(() => expect(here.requests).toHaveLength(1))
    end()
    expect(await answer).toMatchObject({ reason: 'timeout', status: undefined, isOutcomeUnknown: true })
    expect(asked).toHaveBeenCalledExactlyOnceWith(60_000)
  })

  it('is the client after 60 s of a body that trickles, and what came of it is not used', async () => {
    const here = world()
    await enter(here)
    const { end } = timeLimit()
    here.faults.trickle(SESSIONS)
    const answer = failureOf(list())
    await vi.waitFor(() => expect(here.requests).toHaveLength(1))
    for (let second = 0; second < 5; second++) {
      await new Promise(resolve => setTimeout(resolve, 1))
      here.advance('1s')
    }
    end()
    expect(await answer).toMatchObject({ reason: 'timeout', status: 200 })
  })

  it('is the caller: before the question, before the answer, in the middle of it', async () => {
    const here = world()
    await enter(here)
    expect(await failureOf(list(AbortSignal.abort()))).toMatchObject({ reason: 'aborted' })

    here.faults.latency(SESSIONS, '10m', { times: 1 })
    const early = new AbortController()
    const unanswered = failureOf(list(early.signal))
    await vi.waitFor(() => expect(here.received(SESSIONS).length).toBeGreaterThan(0))
    early.abort()
    expect(await unanswered).toMatchObject({ reason: 'aborted' })

    here.faults.trickle(`${SESSIONS}/1`)
    const late = new AbortController()
    const half = failureOf(findSessionById(1, late.signal))
    await vi.waitFor(() => expect(here.received(`${SESSIONS}/1`)).toHaveLength(1))
    late.abort()
    expect(await half).toMatchObject({ reason: 'aborted' })
  })
})

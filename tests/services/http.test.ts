/** The HTTP client: what it sends, where, and every kind of bad answer. */
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ask, configureHttp } from '@/services/http'
import { findSessionById, findSessions, findSourceNames } from '@/services/rs-admin'
import { findPublicProjects } from '@/services/rs-admin-instance'
import { questionToken } from '@/services/rs-authentication'
import { relaunchErrors } from '@/services/rs-ingest'
import type { TokenVerdict } from '@/services/token-doubt'
import { aWorld } from '@tests/support/a-world'
import { answering, enter, failureOf, GATEWAY, sent } from './with-gateway'

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
    const [asked] = fetching.mock.calls
    if (asked === undefined) throw new Error('Nothing was asked')
    const request = new Request(...asked)
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
  it('is reported once, however many calls were running, and each of them rejects', async () => {
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

  it('has no effect when another one is stored by then', async () => {
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

  it('is not what a refusal without a token means', async () => {
    const here = world()
    const client = await enter(here)
    here.faults.refuse('rs-admin-instance', 401, '')
    expect(await failureOf(findPublicProjects())).toMatchObject({ status: 401, isUnauthorised: false })
    expect(client.unauthorised).toEqual([])
  })
})

/** What the real gateway gives for a token that ended or cannot be read, and for a `;` in a path. */
const recorded = (file: string) => {
  const { status, body } = JSON.parse(readFileSync(`tests/real-answers/${file}.json`, 'utf8')) as {
    readonly status: number
    readonly body: unknown
  }
  return { status, text: typeof body === 'string' ? body : JSON.stringify(body) }
}
const ENDED_SEEN = recorded('token-ended-seen-403')
const MALFORMED = recorded('token-malformed-500')
const SEMICOLON = recorded('source-path-semicolon')

describe('a refusal that may be the end of the token', () => {
  /** A client whose every call is answered so; the question about its token is answered by `verdict`. */
  function doubting(
    answer: { readonly text: string; readonly status: number },
    verdict: (token: string) => Promise<TokenVerdict>,
  ) {
    const client = answering(() => answer)
    const questions: string[] = []
    configureHttp({
      baseUrl: GATEWAY,
      token: () => client.token,
      onUnauthorised: error => {
        client.token = undefined
        client.unauthorised.push(error)
      },
      askAboutToken: token => {
        questions.push(token)
        return verdict(token)
      },
    })
    return { client, questions }
  }
  const says = (verdict: TokenVerdict) => () => Promise.resolve(verdict)

  const SHAPES = [
    ['a 403 with a web page', ENDED_SEEN],
    ['a 500 of the gateway', MALFORMED],
    ['an empty 403', SEMICOLON],
    ['a 403 with other JSON', { status: 403, text: '{"error":"Forbidden"}' }],
    ['a 500 of the gateway with a message', { status: 500, text: MALFORMED.text.replace('{', '{"message":"Bad",') }],
  ] as const

  it.each(SHAPES)('%s, whose token has ended, is the end of the sign-in, reported once', async (_, answer) => {
    const { client, questions } = doubting(answer, says('ended'))
    const errors = await Promise.all(Array.from({ length: 12 }, () => failureOf(list())))
    expect(errors.every(error => error.isUnauthorised && !error.isForbidden)).toBe(true)
    expect(client.unauthorised).toHaveLength(1)
    expect(questions).toEqual(['a token'])
  })

  it.each(SHAPES)('%s, whose token holds, is a refusal in its own words', async (_, answer) => {
    const { client, questions } = doubting(answer, says('holds'))
    const error = await failureOf(list())
    const { status } = answer
    expect(error).toMatchObject({ status, isUnauthorised: false, isForbidden: status === 403, carriedToken: true })
    expect(client.unauthorised).toEqual([])
    expect(questions).toHaveLength(1)
  })

  it.each(SHAPES)('%s proves nothing when the question has no answer', async (_, answer) => {
    const { client } = doubting(answer, says('unknown'))
    expect(await failureOf(list())).toMatchObject({ status: answer.status, isUnauthorised: false })
    expect(client.unauthorised).toEqual([])
  })

  it.each(SHAPES)('%s is checked for an action as well, which is sent once', async (_, answer) => {
    const { client, questions } = doubting(answer, says('ended'))
    expect(await failureOf(relaunchErrors(DAY))).toMatchObject({ isUnauthorised: true })
    expect(client.unauthorised).toHaveLength(1)
    expect(questions).toHaveLength(1)
  })

  it.each([
    ['a 403 with words of REGARDS', { status: 403, text: '{"messages":["Access is denied"]}' }],
    ['a 500 with words of REGARDS', { status: 500, text: '{"messages":["Bad sort"]}' }],
    ['a 500 of a service', { status: 500, text: '{"timestamp":1,"path":"/x","status":500,"error":"Internal"}' }],
    ['a 500 with a page', { status: 500, text: '<html></html>' }],
    ['an empty 500', { status: 500, text: '' }],
    ['a 503 of the gateway', { status: 503, text: MALFORMED.text.replaceAll('500', '503') }],
    ['a 404', { status: 404, text: '' }],
    ['a 401', { status: 401, text: '' }],
  ])('is not what %s is', async (_, answer) => {
    const { questions } = doubting(answer, says('ended'))
    expect(await failureOf(list())).toMatchObject({ status: answer.status, isUnauthorised: answer.status === 401 })
    expect(questions).toEqual([])
  })

  it('is nothing to ask about where no token was sent', async () => {
    const { questions } = doubting(ENDED_SEEN, says('ended'))
    expect(await failureOf(findPublicProjects())).toMatchObject({ status: 403, isUnauthorised: false })
    expect(questions).toEqual([])
  })

  it('raises no question when it answers the question itself', async () => {
    const { client, questions } = doubting(ENDED_SEEN, says('ended'))
    await questionToken({ role: 'EXPLOIT', project: 'demo' })
    expect(questions).toEqual([])
    expect(client.unauthorised).toEqual([])
  })

  it('is asked about once for a burst, also by those that come one after the other', async () => {
    const { questions } = doubting(ENDED_SEEN, says('holds'))
    for (let refused = 0; refused < 10; refused++) expect(await failureOf(list())).toMatchObject({ isForbidden: true })
    expect(questions).toHaveLength(1)
  })

  it('is asked about again some seconds later', async () => {
    const { client, questions } = doubting(ENDED_SEEN, () => Promise.resolve(questions.length > 1 ? 'ended' : 'holds'))
    await failureOf(list())
    const now = performance.now()
    vi.spyOn(performance, 'now').mockReturnValue(now + 60_000)
    expect(await failureOf(list())).toMatchObject({ isUnauthorised: true })
    expect(questions).toHaveLength(2)
    expect(client.unauthorised).toHaveLength(1)
  })

  it('is asked about once although the question renewed the token', async () => {
    const { client, questions } = doubting(ENDED_SEEN, () => {
      client.token = 'a renewed one'
      return Promise.resolve('holds')
    })
    expect(await failureOf(list())).toMatchObject({ isForbidden: true })
    expect(await failureOf(list())).toMatchObject({ isForbidden: true })
    expect(questions).toEqual(['a token'])
  })

  it('does not end a sign-in that began while the question was running', async () => {
    const { client } = doubting(MALFORMED, () => {
      client.token = 'a new sign-in'
      return Promise.resolve('ended')
    })
    expect(await failureOf(list())).toMatchObject({ status: 500, isUnauthorised: true })
    expect(client).toMatchObject({ token: 'a new sign-in', unauthorised: [] })
  })

  it('of an old token asks nothing, and does not end a new sign-in', async () => {
    const { client, questions } = doubting(ENDED_SEEN, says('ended'))
    vi.stubGlobal('fetch', () => {
      client.token = 'a new sign-in'
      return Promise.resolve(new Response(ENDED_SEEN.text, { status: 403 }))
    })
    expect(await failureOf(list())).toMatchObject({ status: 403 })
    expect(questions).toEqual([])
    expect(client).toMatchObject({ token: 'a new sign-in', unauthorised: [] })
  })

  it('is the end of the sign-in for those that come after it, too', async () => {
    const { client, questions } = doubting(ENDED_SEEN, says('ended'))
    const answers: ((answer: Response) => void)[] = []
    vi.stubGlobal('fetch', () => new Promise<Response>(resolve => answers.push(resolve)))
    const page = () => new Response(ENDED_SEEN.text, { status: 403 })
    const [first, late] = [failureOf(list()), failureOf(list())]
    await vi.waitFor(() => expect(answers).toHaveLength(2))
    answers[0]?.(page())
    expect(await first).toMatchObject({ isUnauthorised: true })
    answers[1]?.(page())
    expect(await late).toMatchObject({ isUnauthorised: true })
    expect(client.unauthorised).toHaveLength(1)
    expect(questions).toHaveLength(1)
  })

  it('is no reason to ask for the password again and again: refused just so after a sign-in, it is not the token', async () => {
    const { client, questions } = doubting(ENDED_SEEN, says('ended'))
    expect(await failureOf(list())).toMatchObject({ isUnauthorised: true })
    client.token = 'a new sign-in'
    expect(await failureOf(list())).toMatchObject({ isForbidden: true })
    expect(client.unauthorised).toHaveLength(1)
    expect(questions).toEqual(['a token', 'a new sign-in'])
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('[]', { status: 200 })))
    await findSourceNames('')
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(ENDED_SEEN.text, { status: 403 })))
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000)
    expect(await failureOf(list())).toMatchObject({ isUnauthorised: true })
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

  it('is a redirect, which is not followed', async () => {
    const here = world()
    await enter(here)
    here.faults.redirect(SESSIONS, 'https://login.invalid/')
    expect(await failureOf(list())).toMatchObject({ reason: 'redirect' })
    expect(here.requests).toHaveLength(1)
  })

  it('is unreadable where what decodes it stumbles over it, too', async () => {
    await enter(world())
    const answer = ask({ service: 'rs-admin', path: 'sessions' }, () => {
      throw new TypeError('no such property')
    })
    expect(await failureOf(answer)).toMatchObject({ reason: 'unreadable', status: 200, service: 'rs-admin' })
  })

  it('does not come: the gateway is down, or the connection is lost', async () => {
    const here = world()
    await enter(here)
    here.faults.outage(SESSIONS, { times: 1 })
    expect(await failureOf(list())).toMatchObject({ reason: 'offline', status: undefined, failureClass: 'offline' })
    here.faults.hangUp(SESSIONS)
    expect(await failureOf(list())).toMatchObject({ reason: 'offline' })
  })

  it('to an action may be anything but a page', async () => {
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
    expect(await answer).toMatchObject({ reason: 'timeout', status: undefined, failureClass: 'timeout' })
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

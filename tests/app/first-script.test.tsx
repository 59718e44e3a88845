/** public/first.js sends the application's first requests, in the same way; the application does not repeat them. */
import { readFileSync } from 'node:fs'
import { runInThisContext } from 'node:vm'
import { render, screen } from '@testing-library/react'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { App } from '@/app/App'
import { connectServices } from '@/app/connect-services'
import { createQueryClient } from '@/app/query-client'
import { isFault, readConfiguration } from '@/app/run-time-config'
import { sessionQuestion, sourceQuestion } from '@/features/browse/useLists'
import { sessionsPageQuery, sourcesPageQuery } from '@/queries/board'
import { firstAnswer } from '@/services/first-answers'
import { useConfiguration } from '@/stores/configuration'
import { useCredentials } from '@/stores/credentials'
import { keepChoice } from '@/stores/list-choices'
import { storageKey } from '@/stores/storage-key'
import { parseBoardView } from '@/url/board-url'
import { aWorld } from '@tests/support/a-world'
import { signInAs } from '@tests/support/render-app'
import { simulator } from '@tests/support/simulator'

const SCRIPT = readFileSync('public/first.js', 'utf8')
const GATEWAY = 'http://gateway.test/regards'
const LISTS = /\/rs-admin\/(?:sources|sessions)\?page=/

const asked: Request[] = []
let config = ''

beforeEach(() => {
  config = JSON.stringify({ gateway: `${GATEWAY}/`, sourceChecks: false })
  asked.length = 0
  const send = globalThis.fetch
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
    const request = new Request(new URL(address, window.location.href), init)
    asked.push(request.clone())
    if (!request.url.endsWith('/config.json')) return send(request)
    return new Response(config, { status: config === '' ? 404 : 200 })
  })
})

afterEach(() => delete window.__firstAnswers)

const addresses = () => asked.map(({ url }) => url)
/** Pages of lists that were asked for. */
const listsAsked = () => addresses().filter(address => LISTS.test(address))

/** A tab of an operator who is signed in, over three sessions, at this address. */
async function signedInTab(url = '/') {
  const world = aWorld()
    .withSession('A/day-1', s => s.oais({ done: 3, errors: 2 }))
    .withSession('A/day-2', s => s.oais({ done: 1 }))
    .withSession('B/other', s => s.oais({ done: 1 }))
    .build()
  simulator.use(world)
  useConfiguration.setState({ gateway: GATEWAY })
  connectServices()
  await signInAs('operator')
  window.history.replaceState(null, '', url)
  asked.length = 0
  return world
}

/** Runs the script as the page does, and waits until it has asked all it is going to ask. */
async function runScript(src: string | undefined = `${window.location.origin}/first.js`): Promise<void> {
  const script = document.createElement('script')
  script.src = src
  vi.spyOn(document, 'currentScript', 'get').mockReturnValue(src === '' ? null : script)
  // The look it sets is not what is tested here.
  Object.assign(window, { matchMedia: () => ({ matches: false }) })
  runInThisContext(SCRIPT)
  Reflect.deleteProperty(window, 'matchMedia')
  await window.__firstAnswers?.get('/config.json')?.answer.catch(() => undefined)
}

/** Starts the application as src/main.tsx does. */
async function start(): Promise<void> {
  const configuration = await readConfiguration('/')
  if (isFault(configuration)) throw new Error(configuration.kind)
  useConfiguration.setState(configuration)
  useCredentials.getState().restore(configuration.token)
  connectServices()
  render(<App queryClient={createQueryClient()} base="/" />)
}

const firstRow = () => screen.findByRole('row', { name: /^day-1/ })

describe('while the application is loading', () => {
  it.each([
    '/',
    '/index.html',
    '/?source=A',
    '/?source=A&state=ERROR',
    '/?source=A&sessionState=errors&sourceState=errors',
    '/?sourceName=A&sessionName=day&sourceSort=name,desc&sessionSort=creationDate,asc',
    '/?sourceSort=nbSessions,asc,x&sessionSort=unheard-of,asc&sourceState=odd',
  ])('both lists of %s are asked for, and not again', async url => {
    await signedInTab(url)
    await runScript()
    expect(addresses()).toHaveLength(3)
    await start()
    await firstRow()
    expect(addresses().filter(address => address.endsWith('/config.json'))).toHaveLength(1)
    expect(listsAsked()).toHaveLength(2)
    expect(window.__firstAnswers?.size).toBe(0)
  })

  it('they are asked for exactly as the application asks for them', async () => {
    await signedInTab('/?source=A')
    await runScript()
    const early = asked.splice(0)
    delete window.__firstAnswers
    await start()
    await firstRow()
    const shape = ({ url, method, headers, credentials, cache, redirect, referrerPolicy }: Request) =>
      JSON.stringify({ url, method, headers: [...headers], credentials, cache, redirect, referrerPolicy })
    expect(early).toHaveLength(3)
    expect(asked.map(shape)).toEqual(expect.arrayContaining(early.map(shape)))
  })

  it('in the order each was last sorted by, where the address says none', async () => {
    await signedInTab('/?sessionSort=colour,asc')
    keepChoice('sources', { sort: 'name,desc' })
    keepChoice('sessions', { sort: 'id,asc' })
    await runScript()
    expect(listsAsked().map(address => new URL(address).searchParams.getAll('sort'))).toEqual([
      ['name,desc'],
      ['id,asc'],
    ])
    await start()
    await firstRow()
    expect(listsAsked()).toHaveLength(2)
    expect(window.__firstAnswers?.size).toBe(0)
  })

  it('they are those of any address', async () => {
    await signedInTab()
    const client = createQueryClient()
    const value = fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom(
        'ok',
        'errors',
        'errors,waiting',
        'name,asc',
        'lastUpdateDate,desc',
        'source,asc',
        'nbSessions,up',
        '24h',
        'A b',
        'é&%',
      ),
    )
    const names = [
      'source',
      'sourceName',
      'sourceState',
      'sessionName',
      'sessionState',
      'sessionSince',
      'sourceSort',
      'sessionSort',
    ]
    const query = fc.array(fc.tuple(fc.constantFrom(...names, 'session'), value), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(query, async pairs => {
        const search = new URLSearchParams(pairs)
        window.history.replaceState(null, '', `/?${search}`)
        asked.length = 0
        await runScript()
        delete window.__firstAnswers
        const early = listsAsked()
        asked.length = 0
        const view = parseBoardView(new URLSearchParams(window.location.search))
        await Promise.allSettled([
          client.query({ ...sourcesPageQuery(sourceQuestion(view), 0), staleTime: 0 }),
          client.query({ ...sessionsPageQuery(sessionQuestion(view), 0), staleTime: 0 }),
        ])
        // Several states are several questions, a range of time is read until it ends: they wait for the application.
        const isSeveral = (name: string) => search.get(name)?.includes(',') === true
        const hasRange = (search.get('sessionSince') ?? '') !== ''
        const several = [isSeveral('sourceState'), isSeveral('sessionState') || hasRange]
        const late = [/\/sources\?/, /\/sessions\?/].filter((_, place) => several[place])
        expect(early).toEqual(listsAsked().filter(address => !late.some(list => list.test(address))))
      }),
      { numRuns: 60 },
    )
  })

  it('a token that has ended meanwhile is shown as usual', async () => {
    const world = await signedInTab()
    world.expireTokens()
    await runScript()
    await start()
    expect(await screen.findByRole('dialog', { name: 'Sign in again' })).toBeVisible()
    expect(listsAsked()).toHaveLength(2)
  })

  it('no list is requested by a tab that is not signed in', async () => {
    await signedInTab()
    useCredentials.getState().signOut()
    await runScript()
    expect(addresses()).toEqual([`${window.location.origin}/config.json`])
    await start()
    expect(await screen.findByLabelText('Password')).toBeVisible()
    expect(addresses().filter(address => address.endsWith('/config.json'))).toHaveLength(1)
    expect(listsAsked()).toEqual([])
  })
})

describe('nothing but config.json is asked for', () => {
  const key = () => storageKey('credentials')
  const stored = () => JSON.parse(sessionStorage.getItem(key()) ?? '') as object
  const keep = (change: object) => sessionStorage.setItem(key(), JSON.stringify({ ...stored(), ...change }))

  it.each<[string, () => void]>([
    ['what the tab keeps is cut', () => sessionStorage.setItem(key(), '{')],
    ['what the tab keeps is null', () => sessionStorage.setItem(key(), 'null')],
    ['what the tab keeps is a number', () => sessionStorage.setItem(key(), '5')],
    ['the token is none', () => keep({ accessToken: 5 })],
    ['no user has the token', () => keep({ identity: null })],
    ['another gateway gave the token', () => keep({ gateway: 'http://elsewhere.test/' })],
    ['a user has signed out in another tab', () => localStorage.setItem(storageKey('signed-out'), 'later')],
    ['the tab refuses to be read', () => vi.stubGlobal('sessionStorage', undefined)],
    ['config.json keeps tokens in memory', () => (config = JSON.stringify({ gateway: GATEWAY, token: 'memory' }))],
    ['config.json names another gateway', () => (config = '{"gateway":"http://elsewhere.test"}')],
    ['config.json names none', () => (config = '{}')],
    ['config.json is no JSON', () => (config = '<!doctype html>')],
    ['config.json is missing', () => (config = '')],
  ])('when %s', async (_, damage) => {
    await signedInTab()
    damage()
    await runScript()
    expect(addresses()).toEqual([`${window.location.origin}/config.json`])
  })
})

describe('nothing at all is asked for', () => {
  it('at an address that is not the board', async () => {
    await signedInTab('/not-found')
    await runScript()
    expect(asked).toEqual([])
  })

  it('inside a frame', async () => {
    await signedInTab()
    vi.stubGlobal('self', {})
    await runScript()
    expect(asked).toEqual([])
  })

  it('where the browser does not say which script runs', async () => {
    await signedInTab()
    await runScript('')
    expect(asked).toEqual([])
  })
})

describe('an answer that was asked for early', () => {
  const { signal } = new AbortController()
  const give = (answer: Promise<Response>, age = 0) => {
    const asked = { wall: Date.now() - age, steady: performance.now() - age }
    window.__firstAnswers = new Map([['/x', { answer, asked, token: 'a' }]])
  }
  const good = () => Promise.resolve(new Response('{}'))

  it('is taken once', async () => {
    give(good())
    expect(await firstAnswer('/y', 'a', signal)).toBeUndefined()
    expect((await firstAnswer('/x', 'a', signal))?.response.status).toBe(200)
    expect(await firstAnswer('/x', 'a', signal)).toBeUndefined()
  })

  it('is not taken with another token, too late, or when it failed', async () => {
    give(good())
    expect(await firstAnswer('/x', 'b', signal)).toBeUndefined()
    give(good(), 11_000)
    expect(await firstAnswer('/x', 'a', signal)).toBeUndefined()
    give(Promise.reject(new TypeError('Failed to fetch')))
    expect(await firstAnswer('/x', 'a', signal)).toBeUndefined()
  })

  it('is not waited for by who gives up', async () => {
    give(new Promise(() => undefined))
    const asking = new AbortController()
    const answer = firstAnswer('/x', 'a', asking.signal)
    asking.abort()
    expect(await answer).toBeUndefined()
  })
})

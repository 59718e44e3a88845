/** A round over everything in view: its requests, how often, its result. */
import type { QueryKey } from '@tanstack/react-query'
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, describe, expect, it } from 'vitest'
import type { ServiceErrorInit } from '@/domain/service-error'
import { ServiceError } from '@/domain/service-error'
import type { Page, Session } from '@/domain/session'
import { keys } from '@/queries/keys'
import { refetchBoard, isRefreshing } from '@/queries/refetch-board'
import { aSession, aStep } from '../domain/a-step'

const failure = (init: Partial<ServiceErrorInit> = {}) =>
  new ServiceError({ service: 'rs-admin', reason: 'offline', messages: ['No'], carriedToken: true, ...init })

const FORBIDDEN = failure({ reason: 'status', status: 403 })
const GONE = failure({ reason: 'status', status: 404 })
const SIGNED_OUT = failure({ reason: 'status', status: 401 })
const DOWN = failure()

/** Questions of a page, each answered as the test says: a value, or an error to fail with. */
class Questions {
  readonly client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } })
  readonly asked: string[] = []
  readonly answers = new Map<string, unknown>()
  readonly #stops: (() => void)[] = []
  #gate: Promise<unknown> = Promise.resolve()
  #open: () => void = () => undefined

  /** Puts a question in view, its first answer there. */
  async show(name: string, queryKey: QueryKey, answer: unknown): Promise<() => void> {
    this.answers.set(name, answer)
    const stop = this.watch(name, queryKey, true)
    await this.client.query({ queryKey, staleTime: 'static' }).catch(() => undefined)
    this.forget()
    return stop
  }

  watch(name: string, queryKey: QueryKey, enabled: boolean): () => void {
    const queryFn = async () => {
      this.asked.push(name)
      await this.#gate
      const answer = this.answers.get(name)
      if (answer instanceof Error) throw answer
      return answer
    }
    this.client.setQueryDefaults(queryKey, { queryFn })
    const stop = new QueryObserver(this.client, { queryKey, queryFn, enabled }).subscribe(() => undefined)
    this.#stops.push(stop)
    return stop
  }

  forget(): void {
    this.asked.length = 0
  }

  /** From now on answers wait until the gate is opened. */
  hold(): () => void {
    this.#gate = new Promise(open => (this.#open = () => open(undefined)))
    return () => this.#open()
  }

  readonly round = (isAutomatic = false) => refetchBoard(this.client, isAutomatic)

  close(): void {
    for (const stop of this.#stops) stop()
    this.client.clear()
  }
}

let page: Questions
afterEach(() => page.close())

const SOURCES = keys.sourcesPage({}, 0)
const SESSIONS = keys.sessionsPage({}, 0)
const NEXT_SESSIONS = keys.sessionsPage({}, 1)
const OPEN = keys.session({ source: 'A', name: 'one' })

const listOf = (...entries: Page<Session>['entries']): Page<Session> => ({ entries, total: entries.length })
const session = (name: string, errors = 0) => aSession('A', name, [aStep('oais', {}, { errors })])

/** Sources, sessions and an open session in view. */
async function aPage(...sessions: readonly Session[]): Promise<Questions> {
  page = new Questions()
  await page.show('sources', SOURCES, listOf())
  await page.show('sessions', SESSIONS, listOf(...sessions))
  await page.show('open', OPEN, session('one'))
  return page
}

function everythingIs(answer: unknown): void {
  for (const name of page.answers.keys()) page.answers.set(name, answer)
}

describe('a round', () => {
  it('asks everything in view once, and nothing that is out of view, switched off, or not of the board', async () => {
    await aPage()
    const scrolledAway = await page.show('next sessions', NEXT_SESSIONS, listOf())
    scrolledAway()
    page.watch('not wanted', keys.sessionById(7), false)
    await page.show('projects', keys.projects, [])
    await page.round()
    expect(page.asked.sort()).toEqual(['open', 'sessions', 'sources'])
  })

  it('leaves out a list read far into when it is automatic, not when the user asks for it', async () => {
    await aPage()
    const list = (part: string) =>
      keys.records('featureErrors', { ref: { source: 'A', name: 'one' }, part, direction: 'asc' })
    const pages = (count: number) => ({ pages: Array.from({ length: count }, () => ({ entries: [] })), pageParams: [] })
    await page.show('short list', list('CREATION'), pages(4))
    await page.show('long list', list('UPDATE'), pages(5))
    await page.round(true)
    expect(page.asked.sort()).toEqual(['open', 'sessions', 'short list', 'sources'])
    page.forget()
    await page.round()
    expect(page.asked.sort()).toEqual(['long list', 'open', 'sessions', 'short list', 'sources'])
  })

  it('is the only one: a second request meanwhile gets the answer of the running one', async () => {
    await aPage(session('one'))
    const open = page.hold()
    page.answers.set('sessions', listOf(session('one', 1)))
    const rounds = [page.round(), page.round(true), page.round()]
    expect(isRefreshing()).toBe(true)
    open()
    expect(await Promise.all(rounds)).toEqual(rounds.map(() => ({ hasFailed: false, changed: 1 })))
    expect(page.asked).toHaveLength(3)
    expect(isRefreshing()).toBe(false)
  })

  it('is followed by another one, once it is over', async () => {
    await aPage()
    await page.round()
    await page.round()
    expect(page.asked).toHaveLength(6)
  })

  it('does not ask what is being asked already', async () => {
    await aPage()
    const open = page.hold()
    const asking = page.client.refetchQueries({ queryKey: SOURCES })
    const round = page.round()
    open()
    await Promise.all([asking, round])
    expect(page.asked.filter(name => name === 'sources')).toHaveLength(1)
  })

  it('of a page with nothing on it ends well', async () => {
    page = new Questions()
    expect(await page.round()).toEqual({ hasFailed: false, changed: 0 })
    expect(await page.round(true)).toEqual({ hasFailed: false, changed: 0 })
  })

  it('ends even when everything fails, and the next one can begin', async () => {
    await aPage()
    everythingIs(DOWN)
    expect(await page.round()).toEqual({ hasFailed: true, changed: 0 })
    expect(isRefreshing()).toBe(false)
  })
})

describe('while the gateway does not answer', () => {
  it('an automatic round sends one request for all, and all again as soon as it is answered', async () => {
    await aPage()
    everythingIs(DOWN)
    await page.round(true)
    page.forget()
    expect(await page.round(true)).toEqual({ hasFailed: true, changed: 0 })
    expect(page.asked).toHaveLength(1)
    page.forget()
    everythingIs(listOf())
    expect(await page.round(true)).toMatchObject({ hasFailed: false })
    expect([...page.asked].sort()).toEqual(['open', 'sessions', 'sources'])
  })

  it('a round that the user asks for asks everything all the same', async () => {
    await aPage()
    everythingIs(DOWN)
    await page.round()
    page.forget()
    await page.round()
    expect(page.asked).toHaveLength(3)
  })

  it('one region that fails does not prevent the refresh of the others', async () => {
    await aPage()
    page.answers.set('sources', DOWN)
    await page.round(true)
    page.forget()
    expect(await page.round(true)).toMatchObject({ hasFailed: true })
    expect(page.asked).toHaveLength(3)
  })
})

describe('what is an answer too', () => {
  it.each([
    ['a list one may not see', FORBIDDEN, false],
    ['a session that is gone', GONE, false],
    ['a sign-in that ended: the dialog speaks of it', SIGNED_OUT, false],
    ['a gateway that is down', DOWN, true],
    ['a service that is down', failure({ reason: 'status', status: 503 }), true],
    ['a web page in place of data', failure({ reason: 'html', status: 200 }), true],
  ])('%s: %#', async (_, error, hasFailed) => {
    await aPage()
    page.answers.set('sessions', error)
    expect(await page.round()).toMatchObject({ hasFailed })
  })
})

describe('what changed', () => {
  it.each([
    ['nothing', [session('one', 1), session('two')], 0],
    ['a figure of one session', [session('one', 2), session('two')], 1],
    ['both', [session('one'), session('two', 3)], 2],
    ['the order alone', [session('two'), session('one', 1)], 0],
    ['one that is new', [session('new'), session('one', 1), session('two')], 1],
    ['one that is gone', [session('one', 1)], 0],
  ])('is counted in sessions: %s', async (_, after, changed) => {
    await aPage(session('one', 1), session('two'))
    page.answers.set('sessions', listOf(...after))
    expect(await page.round()).toEqual({ hasFailed: false, changed })
  })

  it('is not a row that could not be read, nor a source, nor the open session once more', async () => {
    await aPage(session('one'))
    page.answers.set('sessions', listOf({ unreadable: true, label: 'x' }, session('one')))
    page.answers.set('sources', { entries: [{ name: 'B' }], total: 1 })
    page.answers.set('open', session('one', 9))
    expect(await page.round()).toMatchObject({ changed: 0 })
  })

  it('is not a session of another source that has the same name', async () => {
    await aPage(session('one'), aSession('B', 'one'))
    page.answers.set('sessions', listOf(session('one', 1), aSession('B', 'one')))
    expect(await page.round()).toMatchObject({ changed: 1 })
  })

  it('is not what came into view while the round was running', async () => {
    await aPage(session('one'))
    const open = page.hold()
    const round = page.round()
    page.answers.set('next sessions', listOf(session('two'), session('three')))
    page.watch('next sessions', NEXT_SESSIONS, true)
    open()
    await page.client.query({ queryKey: NEXT_SESSIONS, staleTime: 'static' })
    expect(await round).toMatchObject({ changed: 0 })
  })

  it('is not what is shown for the first time', async () => {
    page = new Questions()
    await page.show('sessions', SESSIONS, DOWN)
    page.answers.set('sessions', listOf(session('one'), session('two')))
    expect(await page.round()).toEqual({ hasFailed: false, changed: 0 })
  })
})

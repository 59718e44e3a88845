/** Where the token is and for how long: in the tab or in memory only, never anywhere else. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { GivenToken } from '@/stores/credentials'
import { useCredentials } from '@/stores/credentials'

const NOW = Date.parse('2025-05-02T12:00:00Z')
const GIVEN: GivenToken = {
  ...{ project: 'demo', user: 'me@example.org', role: 'EXPLOIT' },
  accessToken: 'a.b.c',
  expiresIn: 7200,
}
const SIGNED_IN = {
  status: 'signedIn',
  identity: { project: 'demo', user: 'me@example.org', role: 'EXPLOIT' },
  accessToken: 'a.b.c',
  expiresAt: NOW + 7_200_000,
  lifetime: 7_200_000,
}
const NOBODY = { status: 'signedOut', identity: undefined, accessToken: undefined, expiresAt: 0, lifetime: 0 }

type Rule = 'session' | 'memory'

/** The page loaded again in the same tab, under this rule of config.json. */
async function reloaded(rule: Rule) {
  vi.resetModules()
  const { useCredentials: fresh } = await import('@/stores/credentials')
  fresh.getState().restore(rule)
  return fresh.getState()
}

const under = (rule: Rule) => {
  useCredentials.getState().restore(rule)
  useCredentials.getState().signIn(GIVEN)
}
const kept = () => JSON.stringify([sessionStorage, localStorage, document.cookie])

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  useCredentials.getState().restore('session')
})

describe('signing in', () => {
  it('counts the end of the token from when it was received', () => {
    under('session')
    expect(useCredentials.getState()).toMatchObject(SIGNED_IN)
  })

  it('outlasts a reload of the tab, and is nowhere but in the tab', async () => {
    under('session')
    expect(Object.keys(localStorage)).toEqual([])
    expect(await reloaded('session')).toMatchObject(SIGNED_IN)
  })

  it('is kept in memory only where config.json wants it so', async () => {
    under('memory')
    expect(useCredentials.getState()).toMatchObject(SIGNED_IN)
    expect(kept()).not.toContain('a.b.c')
    expect(await reloaded('memory')).toMatchObject(NOBODY)
  })

  it('under the rule "memory" also forgets what an earlier rule had left in the tab', async () => {
    under('session')
    expect(await reloaded('memory')).toMatchObject(NOBODY)
    expect(kept()).not.toContain('a.b.c')
  })

  it('works in a browser that refuses to store, until the page is left', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('Full', 'QuotaExceededError')
    })
    under('session')
    expect(useCredentials.getState()).toMatchObject(SIGNED_IN)
    expect(await reloaded('session')).toMatchObject(NOBODY)
  })
})

describe('a sign-in that ended', () => {
  it.each([
    ['just before its end', 7_199_999],
    ['at its end', 7_200_000],
    ['a day later', 86_400_000],
    ['with a clock that was set back', -86_400_000],
  ])('is for REGARDS to say, not for the clock: a reload takes it up %s', async (_, ms) => {
    under('session')
    vi.setSystemTime(NOW + ms)
    expect(await reloaded('session')).toMatchObject(SIGNED_IN)
  })

  it('leaves who it was, for the dialog, and no token', async () => {
    under('session')
    useCredentials.getState().expire()
    expect(useCredentials.getState()).toMatchObject({ ...SIGNED_IN, status: 'expired', accessToken: undefined })
    expect(kept()).not.toContain('a.b.c')
    expect(await reloaded('session')).toMatchObject(NOBODY)
  })

  it('ends once: who is signed out is not asked for a password', () => {
    under('session')
    useCredentials.getState().signOut()
    useCredentials.getState().expire()
    expect(useCredentials.getState()).toMatchObject(NOBODY)
  })

  it('and begins again is as new', () => {
    under('session')
    useCredentials.getState().expire()
    useCredentials.getState().signIn({ ...GIVEN, accessToken: 'd.e.f', expiresIn: 60 })
    expect(useCredentials.getState()).toMatchObject({
      status: 'signedIn',
      accessToken: 'd.e.f',
      expiresAt: NOW + 60_000,
    })
  })
})

it('signing out leaves nothing behind', async () => {
  under('session')
  useCredentials.getState().signOut()
  expect(useCredentials.getState()).toMatchObject(NOBODY)
  expect([...Object.keys(sessionStorage), ...Object.keys(localStorage)]).toEqual([])
  expect(await reloaded('session')).toMatchObject(NOBODY)
})

describe('damaged values in a tab', () => {
  /** What is stored, with something else in it, and the page loaded again. */
  async function reloadedWith(change: (text: string) => string) {
    under('session')
    const key = sessionStorage.key(0) ?? ''
    const text = sessionStorage.getItem(key) ?? ''
    sessionStorage.setItem(key, change(text))
    return reloaded('session')
  }
  const replaced = (values: object) => (text: string) => JSON.stringify({ ...(JSON.parse(text) as object), ...values })

  it.each([
    ['half a text', (text: string) => text.slice(0, 20)],
    ['null', () => 'null'],
    ['a word', () => '"signedIn"'],
    ['a list', () => '[]'],
    ['an object of nothing', () => '{}'],
    ['a token that is no text', replaced({ accessToken: 5 })],
    ['an end that is no number', replaced({ expiresAt: '2099-01-01' })],
    ['no lifetime', replaced({ lifetime: null })],
    ['no user', replaced({ identity: null })],
    ['a user without a project', replaced({ identity: { user: 'me', role: 'ADMIN' } })],
    ['a role that is no text', replaced({ identity: { user: 'me', project: 'demo', role: ['ADMIN'] } })],
  ])('does not sign in: %s', async (_, change) => {
    expect(await reloadedWith(change)).toMatchObject(NOBODY)
    expect(Object.keys(sessionStorage)).toEqual([])
  })

  it('takes the place of nothing else the page needs', async () => {
    const credentials = await reloadedWith(replaced({ signOut: 'x', expire: null, restore: 1, extra: true }))
    expect(credentials).toMatchObject(SIGNED_IN)
    expect(credentials).not.toHaveProperty('extra')
    expect(() => credentials.signOut()).not.toThrow()
  })
})

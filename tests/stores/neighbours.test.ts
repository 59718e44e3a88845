/** Several dashboards on one host: what one keeps is not read, sent or emptied by another, nor used with another gateway. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { GivenToken } from '@/stores/credentials'
import type * as Credentials from '@/stores/credentials'

const GIVEN: GivenToken = { project: 'demo', user: 'me', role: 'EXPLOIT', accessToken: 'a.b.c', expiresIn: 7200 }

/** A page of the dashboard at a path, over a gateway, in this tab. */
async function pageAt(path: string, gateway: string): Promise<typeof Credentials> {
  vi.resetModules()
  vi.doMock('@/stores/base-path', () => ({ basePath: () => path }))
  const { useConfiguration } = await import('@/stores/configuration')
  useConfiguration.setState({ gateway })
  const credentials = await import('@/stores/credentials')
  credentials.useCredentials.getState().restore('session')
  return credentials
}

async function signedInAt(path: string, gateway: string) {
  const page = await pageAt(path, gateway)
  page.useCredentials.getState().signIn(GIVEN)
  return page
}

const kept = () => Object.entries(sessionStorage).join('\n')

beforeEach(() => sessionStorage.clear())
afterEach(() => {
  vi.doUnmock('@/stores/base-path')
  vi.resetModules()
})

describe('a tab that moves to another dashboard of the host', () => {
  it.each([
    ['over another gateway', '/test/', 'https://test.example.org'],
    ['over the same gateway', '/test/', 'https://prod.example.org'],
    ['below the first one', '/prod/test/', 'https://prod.example.org'],
    ['above the first one', '/', 'https://prod.example.org'],
    ['over its own origin', '/test/', ''],
  ])('is signed out there, %s, and still signed in when it comes back', async (_, path, gateway) => {
    await signedInAt('/prod/', 'https://prod.example.org')
    const other = await pageAt(path, gateway)
    expect(other.tokenForGateway()).toBeUndefined()
    other.useCredentials.getState().signOut()
    expect((await pageAt('/prod/', 'https://prod.example.org')).tokenForGateway()).toBe('a.b.c')
  })

  it('does not take the same gateway, written otherwise, for another one', async () => {
    await signedInAt('/prod/', 'https://prod.example.org')
    expect((await pageAt('/prod/', 'https://PROD.example.org:443')).tokenForGateway()).toBe('a.b.c')
  })
})

describe('a dashboard whose config.json names another gateway than before', () => {
  it.each(['https://new.example.org', '', 'https://prod.example.org/behind'])(
    'sends it no token of the old one, and removes it: %j',
    async gateway => {
      await signedInAt('/prod/', 'https://prod.example.org')
      const page = await pageAt('/prod/', gateway)
      expect(page.useCredentials.getState()).toMatchObject({ status: 'signedOut', accessToken: undefined })
      expect(kept()).not.toContain('a.b.c')
    },
  )

  it('removes the actions sent to the old one', async () => {
    await pageAt('/prod/', 'https://prod.example.org')
    const { keepActions, keptActions } = await import('@/stores/kept-actions')
    keepActions('me', 'relaunched day-1')
    expect(keptActions('me')).toBe('relaunched day-1')
    await pageAt('/prod/', 'https://new.example.org')
    expect(kept()).toBe('')
  })

  it('sends none either while the page lives', async () => {
    const page = await signedInAt('/prod/', 'https://prod.example.org')
    const { useConfiguration } = await import('@/stores/configuration')
    useConfiguration.setState({ gateway: 'https://new.example.org' })
    expect(page.tokenForGateway()).toBeUndefined()
  })

  it('believes no text that says it came from there', async () => {
    const page = await signedInAt('/prod/', 'https://prod.example.org')
    const { storageKey } = await import('@/stores/storage-key')
    const text = sessionStorage.getItem(storageKey('credentials')) ?? ''
    expect(page.tokenForGateway()).toBe('a.b.c')
    await pageAt('/prod/', 'https://new.example.org')
    const there = (await import('@/stores/storage-key')).storageKey('credentials')
    sessionStorage.setItem(there, text)
    expect((await pageAt('/prod/', 'https://new.example.org')).tokenForGateway()).toBeUndefined()
  })
})

describe('what versions kept that knew of no neighbour', () => {
  it('is removed where it is a token or an action, and never read', async () => {
    const values = { ...GIVEN, identity: GIVEN, expiresAt: 1e15, lifetime: 7_200_000, status: 'signedIn' }
    sessionStorage.setItem('regards-dashboard-credentials', JSON.stringify(values))
    sessionStorage.setItem('regards-dashboard-actions', '{}')
    sessionStorage.setItem('regards-other-application', 'stays')
    expect((await pageAt('/prod/', '')).tokenForGateway()).toBeUndefined()
    expect(Object.keys(sessionStorage)).toEqual(['regards-other-application'])
  })

  it('is taken over once where it is a choice, by each dashboard, and then is each its own', async () => {
    localStorage.setItem('regards-dashboard', '{"state":{"theme":"dark","split":0.3},"version":1}')
    const preferencesAt = async (path: string) => {
      await pageAt(path, '')
      return (await import('@/stores/preferences')).usePreferences
    }
    const prod = await preferencesAt('/prod/')
    expect(prod.getState()).toMatchObject({ theme: 'dark', split: 0.3 })
    prod.getState().set({ theme: 'light' })
    expect((await preferencesAt('/test/')).getState()).toMatchObject({ theme: 'dark', split: 0.3 })
    localStorage.setItem('regards-dashboard', '{"state":{"theme":"system"},"version":1}')
    expect((await preferencesAt('/prod/')).getState().theme).toBe('light')
    expect((await preferencesAt('/test/')).getState().theme).toBe('dark')
  })
})

it('a sign-out ends what a tab keeps that shows another page meanwhile', async () => {
  const { markSignOut } = await signedInAt('/prod/', '')
  const neighbour = await pageAt('/test/', '')
  neighbour.markSignOut()
  expect((await pageAt('/prod/', '')).tokenForGateway()).toBe('a.b.c')
  markSignOut()
  expect((await pageAt('/prod/', '')).tokenForGateway()).toBeUndefined()
  expect(kept()).not.toContain('a.b.c')
})

it('a value of one visit is made anew for the next user', async () => {
  const { perVisit, useCredentials } = await pageAt('/', '')
  const names = perVisit(() => new Set<string>())
  names().add('day-1')
  expect(names().size).toBe(1)
  useCredentials.getState().signOut()
  expect(names().size).toBe(0)
})

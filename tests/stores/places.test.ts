/** Places in lists are kept for each entry of the history, beyond a reload, and lost without harm where storage is refused. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useConfiguration } from '@/stores/configuration'
import type * as places from '@/stores/places'
import { storageKey } from '@/stores/storage-key'

/** The module as a page that has just been loaded has it. */
async function afterReload(): Promise<typeof places> {
  vi.resetModules()
  return import('@/stores/places')
}

const entry = (key: string, isReplacement = false) => ({ key, isReturn: true, isReplacement })

const PLACE = { key: 'row-40', index: 40, offset: 3 }

beforeEach(() => {
  sessionStorage.clear()
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('a place in a list', () => {
  it('is found again after a reload, in the same entry and for the same list', async () => {
    const { placesOf } = await afterReload()
    placesOf('sessions', entry('a')).keep('all', PLACE)
    vi.runAllTimers()
    const again = await afterReload()
    expect(again.placesOf('sessions', entry('a')).read('all')).toMatchObject(PLACE)
    expect(again.placesOf('sessions', entry('a')).read('other rows')).toBeUndefined()
    expect(again.placesOf('sessions', entry('b')).read('all')).toBeUndefined()
    expect(again.placesOf('sources', entry('a')).read('all')).toBeUndefined()
  })

  it('is written when the page is left, however soon', async () => {
    const { placesOf } = await afterReload()
    placesOf('sessions', entry('a')).keep('all', PLACE)
    window.dispatchEvent(new Event('pagehide'))
    expect((await afterReload()).placesOf('sessions', entry('a')).read('all')).toMatchObject(PLACE)
  })

  it('lasts as long as the page where storage is refused', async () => {
    const { placesOf } = await afterReload()
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('refused')
    })
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('refused')
    })
    placesOf('sessions', entry('a')).keep('all', PLACE)
    vi.runAllTimers()
    expect(placesOf('sessions', entry('a')).read('all')).toMatchObject(PLACE)
  })

  it.each(['{', '[]', '[1, ["x"], ["y", {"key": 1}]]', '{"a": 1}'])('is none where %s is stored', async text => {
    sessionStorage.setItem(storageKey('places'), text)
    expect((await afterReload()).placesOf('sessions', entry('a')).read('all')).toBeUndefined()
  })

  it('is forgotten with the user', async () => {
    const { placesOf, forgetPlaces } = await afterReload()
    placesOf('sessions', entry('a')).keep('all', PLACE)
    vi.runAllTimers()
    forgetPlaces()
    expect(placesOf('sessions', entry('a')).read('all')).toBeUndefined()
    expect(sessionStorage.length).toBe(0)
  })

  it('goes to the entry that takes the place of its own: stepping from row to row takes no memory', async () => {
    const { placesOf } = await afterReload()
    placesOf('sessions', entry('first')).keep('all', PLACE)
    placesOf('sessions', entry('0')).keep('all', PLACE)
    for (let n = 1; n < 150; n++) placesOf('sessions', entry(String(n), true)).keep('all', { ...PLACE, index: n })
    expect(placesOf('sessions', entry('first')).read('all')).toMatchObject(PLACE)
    expect(placesOf('sessions', entry('149')).read('all')).toMatchObject({ index: 149 })
  })

  it('is for its reader only', async () => {
    const signIn = async (user: string) =>
      (await import('@/stores/credentials')).useCredentials.setState({ identity: { project: 'demo', user, role: '' } })
    const { placesOf } = await afterReload()
    await signIn('a@example.org')
    placesOf('sessions', entry('a')).keep('all', PLACE)
    vi.runAllTimers()
    const again = await afterReload()
    await signIn('b@example.org')
    expect(again.placesOf('sessions', entry('a')).read('all')).toBeUndefined()
  })

  it('of long ago is dropped: a tab that is open for weeks keeps a hundred', async () => {
    const { placesOf } = await afterReload()
    for (let n = 0; n < 150; n++) placesOf('sessions', entry(String(n))).keep('all', PLACE)
    expect(placesOf('sessions', entry('49')).read('all')).toBeUndefined()
    expect(placesOf('sessions', entry('50')).read('all')).toMatchObject(PLACE)
  })
})

it('nothing is stored where config.json keeps the token in memory', async () => {
  const { placesOf } = await afterReload()
  const { useConfiguration: fresh } = await import('@/stores/configuration')
  fresh.setState({ token: 'memory' })
  placesOf('sessions', entry('a')).keep('all', PLACE)
  vi.runAllTimers()
  expect(sessionStorage.length).toBe(0)
  fresh.setState({ token: useConfiguration.getState().token })
})

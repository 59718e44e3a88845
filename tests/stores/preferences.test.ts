/** The stored settings of a user, also when they are damaged or storage is refused. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PreferenceValues } from '@/stores/preferences'
import { DEFAULT_PREFERENCES, PREFERENCES_KEY, readPreferences, usePreferences } from '@/stores/preferences'

const ALL: PreferenceValues = {
  theme: 'dark',
  language: 'fr',
  autoRefresh: 30,
  density: 'comfortable',
  timeZone: 'utc',
  singleKeys: false,
  announcements: false,
  noNewsMinutes: 5,
  csvSeparator: ';',
  split: 0.6,
  drawerHeight: 300,
  zeros: ['STORAGE'],
  losses: true,
  pulse: false,
  hintsSeen: true,
  watchSound: true,
}

/** What a page finds that is opened while this text is stored. */
async function opened(text: string): Promise<object> {
  localStorage.setItem(PREFERENCES_KEY, text)
  vi.resetModules()
  const { usePreferences: fresh } = await import('@/stores/preferences')
  const { set: _, ...values } = fresh.getState()
  return values
}

const stored = (): unknown => JSON.parse(localStorage.getItem(PREFERENCES_KEY) ?? 'null')

let told: unknown[][]

beforeEach(() => {
  told = []
  for (const level of ['warn', 'error', 'log'] as const)
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => void told.push(words))
})

afterEach(() => {
  vi.restoreAllMocks()
  // The console of a production page is silent.
  expect(told).toEqual([])
})

describe('a choice', () => {
  it('is there after the page was closed and opened again', async () => {
    usePreferences.getState().set(ALL)
    expect(await opened(localStorage.getItem(PREFERENCES_KEY) ?? '')).toEqual(ALL)
  })

  it('leaves the others as they were', () => {
    usePreferences.getState().set({ theme: 'dark' })
    usePreferences.getState().set({ split: 0.5 })
    expect(usePreferences.getState()).toMatchObject({ ...DEFAULT_PREFERENCES, theme: 'dark', split: 0.5 })
  })

  it('is stored where first.js looks for it, and nothing else is', () => {
    usePreferences.getState().set({ theme: 'dark', language: 'fr' })
    expect(stored()).toMatchObject({ state: { theme: 'dark', language: 'fr' } })
    expect(Object.keys(localStorage)).toEqual([PREFERENCES_KEY])
  })
})

describe('a stored value that cannot be one', () => {
  it.each([
    ['theme', 'blue'],
    ['theme', null],
    ['language', 'de'],
    ['autoRefresh', 5],
    ['autoRefresh', '30'],
    ['autoRefresh', -10],
    ['density', ''],
    ['timeZone', 'Europe/Paris'],
    ['singleKeys', 'false'],
    ['announcements', 0],
    ['noNewsMinutes', 0],
    ['noNewsMinutes', 1e9],
    ['noNewsMinutes', '30'],
    ['csvSeparator', '|'],
    ['split', 0],
    ['split', 1.5],
    ['split', [0.5]],
    ['drawerHeight', -1],
    ['drawerHeight', 1e9],
    ['drawerHeight', { px: 300 }],
  ] as const)('as "%s": %j, is replaced by the default; the others are kept', async (name, value) => {
    const values = await opened(JSON.stringify({ state: { ...ALL, [name]: value }, version: 1 }))
    expect(values).toEqual({ ...ALL, [name]: DEFAULT_PREFERENCES[name] })
  })

  it('is left out with what no version ever stored', () => {
    const text = '{"__proto__": {"theme": "dark"}, "constructor": 1, "set": "x", "split": 0.3, "unheardOf": true}'
    expect(readPreferences(JSON.parse(text))).toEqual({ split: 0.3 })
  })

  it.each([
    ['nothing', ''],
    ['half a text', '{"state":{"theme":"da'],
    ['no object', '"dark"'],
    ['null', 'null'],
    ['a list', '[1,2]'],
    ['a state that is none', '{"state":"dark","version":1}'],
    ['a state of null', '{"state":null,"version":1}'],
    ['no state', '{"version":1}'],
    ['a web page', '<!doctype html>'],
  ])('since %s is stored, leaves the usual ones', async (_, text) => {
    expect(await opened(text)).toEqual(DEFAULT_PREFERENCES)
  })

  it.each([0, 2, 'one'])('is looked for also in what version %j of the page stored', async version => {
    const values = await opened(JSON.stringify({ state: { theme: 'dark', split: 7 }, version }))
    expect(values).toEqual({ ...DEFAULT_PREFERENCES, theme: 'dark' })
  })
})

describe('a browser that refuses to store', () => {
  const refusal = () => {
    throw new DOMException('Refused', 'SecurityError')
  }

  it('because it is full keeps the choice as long as the page lives', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refusal)
    usePreferences.getState().set({ theme: 'dark' })
    expect(usePreferences.getState().theme).toBe('dark')
  })

  it('and does not even let itself be asked keeps the choice as long as the page lives', async () => {
    vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(refusal)
    vi.resetModules()
    const { usePreferences: fresh } = await import('@/stores/preferences')
    fresh.getState().set({ theme: 'dark' })
    expect(fresh.getState()).toMatchObject({ ...DEFAULT_PREFERENCES, theme: 'dark' })
  })
})

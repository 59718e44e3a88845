/** What tabs of one browser tell each other of what they have sent: each attempt of a run once, and no names. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as Claims from '@/stores/run-claims'

const PLACE = JSON.stringify(['relaunch', 'A', 'day-1', 'oais'])
const WANTED = { owner: 'me', run: 'first', place: PLACE, attempt: 0 } as const

/** Another tab, or this one loaded anew: it knows what the browser keeps. */
async function aTab(): Promise<typeof Claims> {
  vi.resetModules()
  return import('@/stores/run-claims')
}

beforeEach(() => localStorage.clear())
afterEach(() => {
  vi.useRealTimers()
  vi.resetModules()
})

describe('a relaunch that one tab has sent', () => {
  it.each([
    ['the same attempt of the same run', {}, false],
    ['another attempt of it', { attempt: 1 }, true],
    ['the same from a run of its own', { run: 'second' }, false],
    ['another session', { run: 'second', place: JSON.stringify(['relaunch', 'A', 'day-2', 'oais']) }, true],
    ['somebody else', { run: 'second', owner: 'you' }, true],
  ])('may another tab send: %s? %j: %s', async (_, change, may) => {
    expect(await (await aTab()).claim(WANTED)).toBe(true)
    expect(await (await aTab()).claim({ ...WANTED, ...change })).toBe(may)
  })

  it('holds back no run of the same tab, also after a reload', async () => {
    const tab = await aTab()
    expect(await tab.claim(WANTED)).toBe(true)
    expect(await tab.claim({ ...WANTED, run: 'second' })).toBe(true)
    const again = await aTab()
    again.ownRun('first')
    again.ownRun('second')
    expect(await again.claim({ ...WANTED, run: 'third' })).toBe(true)
  })

  it('holds back another tab for two minutes only, but the same run for as long as it can go on', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    expect(await (await aTab()).claim(WANTED)).toBe(true)
    vi.setSystemTime(Date.now() + 121_000)
    expect(await (await aTab()).claim({ ...WANTED, run: 'second' })).toBe(true)
    expect(await (await aTab()).claim(WANTED)).toBe(false)
  })

  it('is kept without names', async () => {
    await (await aTab()).claim(WANTED)
    expect(Object.values(localStorage).join()).not.toContain('day-1')
  })

  it('is damaged data that holds nothing back', async () => {
    const [key = ''] = await (await aTab()).claim(WANTED).then(() => Object.keys(localStorage))
    localStorage.setItem(key, '[{"run":1},7,null]')
    expect(await (await aTab()).claim(WANTED)).toBe(true)
  })
})

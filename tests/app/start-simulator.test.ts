/** Service workers of the origin: a demo's own is removed, those of other applications stay. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { removeDemoWorker } from '@/app/start-simulator'

const { origin } = window.location

function registered(...workers: readonly (readonly [scope: string, script: string])[]) {
  const removed: string[] = []
  const registrations = workers.map(([scope, script]) => ({
    ...{ scope: origin + scope, active: { scriptURL: origin + script }, waiting: null, installing: null },
    unregister: () => {
      removed.push(script)
      return Promise.resolve(true)
    },
  }))
  vi.stubGlobal('navigator', { serviceWorker: { getRegistrations: () => Promise.resolve(registrations) } })
  return removed
}

afterEach(() => vi.unstubAllGlobals())

describe('of the workers of the host', () => {
  it('the one of a demo under the same path is removed, with a message', async () => {
    const removed = registered(['/prod/', '/prod/mockServiceWorker.js'])
    expect(await removeDemoWorker('/prod/')).toBe(true)
    expect(removed).toEqual(['/prod/mockServiceWorker.js'])
  })

  it.each([
    ['of the whole host', '/', '/sw.js'],
    ['of a demo of the whole host', '/', '/mockServiceWorker.js'],
    ['of an application below', '/prod/other/', '/prod/other/mockServiceWorker.js'],
    ['of a neighbour', '/test/', '/test/mockServiceWorker.js'],
    ['of another application under the same path', '/prod/', '/prod/sw.js'],
    ['of the same path with a script of elsewhere', '/prod/', '/mockServiceWorker.js'],
    ['of a path that only begins alike', '/prod/', '/prod/x/mockServiceWorker.js'],
  ])('one %s stays, without a message', async (_, scope, script) => {
    const removed = registered([scope, script])
    expect(await removeDemoWorker('/prod/')).toBe(false)
    expect(removed).toEqual([])
  })

  it('none is looked for where the browser has none, or does not tell', async () => {
    vi.stubGlobal('navigator', {})
    expect(await removeDemoWorker('/')).toBe(false)
    vi.stubGlobal('navigator', { serviceWorker: { getRegistrations: () => Promise.reject(new Error('no')) } })
    expect(await removeDemoWorker('/')).toBe(false)
  })
})

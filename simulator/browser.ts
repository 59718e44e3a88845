/** The service-worker entry: a demo on any static host, with the simulator in the browser. */
import { setupWorker } from 'msw/browser'
import { handlers } from './handlers'
import { World } from './world'

declare global {
  interface Window {
    readonly trustedTypes?: {
      createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): unknown
    }
  }
}

/** Registering a worker is a Trusted Types sink: the demo's policy lets exactly its own worker through. */
function allowOwnWorker(address: string): void {
  window.trustedTypes?.createPolicy('default', {
    createScriptURL: asked => {
      if (new URL(asked, window.location.href).href !== new URL(address, window.location.href).href)
        throw new TypeError(`Not a script of this demo: ${asked}`)
      return asked
    },
  })
}

/** Starts the broken world in a worker of the page's own path; resolves when it answers. */
export async function startInBrowser(base: string): Promise<void> {
  const address = `${base}mockServiceWorker.js`
  allowOwnWorker(address)
  const world = new World('broken')
  world.clock.run()
  await setupWorker(...handlers(world)).start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: { url: address, options: { scope: base } },
  })
}

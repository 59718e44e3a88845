/** The demo build: the simulator in a service worker, loaded only there. */

import type { DemoAccount } from '@/features/sign-in/DemoAccounts'

/** Resolves when the simulated REGARDS answers; at once in a build that has none. */
export async function startSimulator(base: string): Promise<void> {
  if (import.meta.env.VITE_DEMO !== '1') return
  const { startInBrowser } = await import('@simulator/browser')
  await startInBrowser(base)
}

/** Accounts of the simulated REGARDS, for signing in with one click; none in a production build. */
export async function demoAccounts(): Promise<readonly DemoAccount[]> {
  if (import.meta.env.VITE_SIMULATED !== '1') return []
  const { DEMO_ACCOUNTS, DEMO_PROJECT, PASSWORD } = await import('@simulator/accounts')
  return DEMO_ACCOUNTS.map(({ email, role }) => ({ project: DEMO_PROJECT, username: email, password: PASSWORD, role }))
}

/** The script of a demo's worker, checked by name and path. */
const DEMO_SCRIPT = /^mock-?service-?worker\.js$/i

/** A worker that a demo of this dashboard left under exactly this path; other applications of the host have workers too. */
function isOfDemo({ scope, active, waiting, installing }: ServiceWorkerRegistration, base: string): boolean {
  const place = new URL(base, window.location.origin).href
  const script = (active ?? waiting ?? installing)?.scriptURL ?? ''
  return scope === place && script.startsWith(place) && DEMO_SCRIPT.test(script.slice(place.length))
}

/**
 * A production build has no worker of its own: one that a demo left under the same path would answer in REGARDS' place.
 * @param base the path of the application
 * @returns whether one was removed
 */
export async function removeDemoWorker(base: string): Promise<boolean> {
  if (import.meta.env.VITE_DEMO === '1' || !('serviceWorker' in navigator)) return false
  const workers = await navigator.serviceWorker.getRegistrations().catch(() => [])
  const removed = await Promise.all(workers.filter(worker => isOfDemo(worker, base)).map(worker => worker.unregister()))
  return removed.includes(true)
}

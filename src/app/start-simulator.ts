/** The demo build answers its own questions: the simulator in a service worker, fetched only there. */

/** Resolves when the simulated REGARDS answers; at once in a build that has none. */
export async function startSimulator(base: string): Promise<void> {
  if (import.meta.env.VITE_DEMO !== '1') return
  const { startInBrowser } = await import('@/simulator/browser')
  await startInBrowser(base)
}

/**
 * A production build has no worker of its own: one that a demo left under the same path would answer in REGARDS' place (trust F39).
 * @returns whether one was removed
 */
export async function removeWorkers(): Promise<boolean> {
  if (import.meta.env.VITE_DEMO === '1' || !('serviceWorker' in navigator)) return false
  const workers = await navigator.serviceWorker.getRegistrations().catch(() => [])
  await Promise.all(workers.map(worker => worker.unregister()))
  return workers.length > 0
}

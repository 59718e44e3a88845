/** Opens a measured page as on a first visit: nothing cached, signed in, until its first session row. */
import { probe } from './probe.mjs'

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {'dashboard' | 'plain'} Which */

/** Sessions of the world `huge` are called run-0001 and so on; a row that is not loaded yet is called otherwise. */
export const SESSION_ROW = '[role=grid][aria-label=Sessions] [role=row][aria-label^="run-"]'

/**
 * @typedef {object} Conditions
 * @property {number} [cpu] how many times slower than this machine
 * @property {number} [latency] milliseconds that each answer takes longer
 *
 * @typedef {object} Visit
 * @property {Page} page
 * @property {number} firstRow milliseconds from the navigation to the first session row painted
 * @property {() => Promise<Readonly<Record<string, number>>>} metrics what the browser counts for this page, times in seconds
 * @property {() => Promise<number>} heap bytes of JavaScript objects that are still in use
 */

/** @param {Page} page @param {Conditions} conditions */
async function connect(page, { cpu = 1, latency = 0 }) {
  const debuggee = await page.context().newCDPSession(page)
  await debuggee.send('Performance.enable', { timeDomain: 'timeTicks' })
  if (cpu > 1) await debuggee.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  if (latency > 0) {
    await debuggee.send('Network.enable')
    const unlimited = { downloadThroughput: -1, uploadThroughput: -1 }
    await debuggee.send('Network.emulateNetworkConditions', { offline: false, latency, ...unlimited })
  }
  const metrics = async () => {
    const found = await debuggee.send('Performance.getMetrics')
    return Object.fromEntries(found.metrics.map(({ name, value }) => [name, value]))
  }
  const heap = async () => {
    // Finalisers of one collection free what the next one takes.
    for (let n = 0; n < 3; n++) await debuggee.send('HeapProfiler.collectGarbage')
    return (await metrics())['JSHeapUsedSize'] ?? NaN
  }
  return { metrics, heap }
}

/**
 * Calls `use` with a page whose first session row has just been painted, and closes it.
 * @template T
 * @param {Browser} browser
 * @param {import('./site.mjs').Site} site
 * @param {Which} which
 * @param {Conditions} conditions
 * @param {(visit: Visit) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function visit(browser, site, which, conditions, use) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    serviceWorkers: 'block',
  })
  try {
    await context.addInitScript(probe, { storage: site.storage, row: SESSION_ROW })
    const page = await context.newPage()
    const tools = await connect(page, conditions)
    await page.goto(site.pages[which])
    await page.locator(SESSION_ROW).first().waitFor()
    const firstRow = await page.evaluate(() => window.benchmark.firstRow)
    return await use({ page, firstRow, ...tools })
  } finally {
    await context.close()
  }
}

/** Opens a measured page as somebody who comes for the first time: nothing cached, signed in, until its first session row. */
import { probe } from './probe.mjs'

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {'dashboard' | 'plain'} Which */

/** Sessions of the world `huge` are called run-0001 and so on; a row that is not loaded yet is called otherwise. */
export const SESSION_ROW = '[role=grid][aria-label=Sessions] [role=row][aria-label^="run-"]'

/** @type {Readonly<Record<Which, string>>} */
const ROWS = { dashboard: SESSION_ROW, plain: '#root > :last-child tbody tr' }

/**
 * Calls `use` with a page whose first session row has just been painted, and closes it.
 * @template T
 * @param {Browser} browser
 * @param {import('./site.mjs').Site} site
 * @param {Which} which
 * @param {(page: Page, firstRow: number) => Promise<T>} use `firstRow`: milliseconds since the navigation began
 * @returns {Promise<T>}
 */
export async function visit(browser, site, which, use) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    serviceWorkers: 'block',
  })
  try {
    await context.addInitScript(probe, { storage: site.storage, row: ROWS[which] })
    const page = await context.newPage()
    await page.goto(site.pages[which])
    const firstRow = await page.evaluate(() => window.benchmark.firstRow)
    return await use(page, firstRow)
  } finally {
    await context.close()
  }
}

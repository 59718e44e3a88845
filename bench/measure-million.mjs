/** The dashboard over a million sessions beside the dashboard over 100,000: it opens, goes to the end, and is refreshed. */
import { refreshes } from './measure-clicks.mjs'
import { startSite } from './site.mjs'
import { median } from './statistics.mjs'
import { visit } from './visit.mjs'
import { TEN_TIMES } from './worlds.mjs'

/**
 * @typedef {object} Size times in milliseconds
 * @property {number} firstRow from the navigation to the first session row painted
 * @property {number} end from the key End to the last session read
 * @property {number} refresh from a click on Refresh to the new figures of both lists
 *
 * @typedef {object} Sizes
 * @property {Size} usual 100,000 sessions
 * @property {Size} million
 */

/**
 * @param {import('@playwright/test').Page} page
 * @param {number} last index of the last row
 */
async function goToEnd(page, last) {
  const name = `[role=grid][aria-label=Sessions] [role=row][data-index="${last}"][aria-label^="run-"]`
  await page.locator('[role=grid][aria-label=Sessions] [role=row][data-index="0"]').focus()
  const start = performance.now()
  await page.keyboard.press('Control+End')
  await page.locator(name).waitFor()
  return performance.now() - start
}

/**
 * @param {import('./visit.mjs').Browser} browser
 * @param {import('./site.mjs').Site} site
 * @param {import('./settings.mjs').Settings} settings
 * @returns {Promise<Size>}
 */
async function measureSize(browser, site, { loads, clicks }) {
  /** @type {Record<keyof Size, number[]>} */
  const found = { firstRow: [], end: [], refresh: [] }
  // The first visit is not measured: the server puts its sessions in order.
  for (let run = -1; run < loads; run++)
    await visit(browser, site, 'dashboard', {}, async ({ page, firstRow }) => {
      await page.waitForLoadState('networkidle')
      const times = await refreshes(page, site, clicks)
      const end = await goToEnd(page, site.sessions - 1)
      if (run < 0) return
      found.firstRow.push(firstRow)
      found.end.push(end)
      found.refresh.push(...times)
    })
  return { firstRow: median(found.firstRow), end: median(found.end), refresh: median(found.refresh) }
}

/**
 * @param {import('./visit.mjs').Browser} browser
 * @param {import('./site.mjs').Site} usual
 * @param {Parameters<typeof startSite>[0]} folders
 * @param {import('./settings.mjs').Settings} settings
 * @returns {Promise<Sizes>}
 */
export async function measureMillion(browser, usual, folders, settings) {
  const site = await startSite(folders, TEN_TIMES)
  try {
    return {
      usual: await measureSize(browser, usual, settings),
      million: await measureSize(browser, site, settings),
    }
  } finally {
    site.close()
  }
}

/** The dashboard over a million sessions beside the dashboard over 100,000: it opens, goes to the end, and is refreshed. */
import { refreshes } from './measure-clicks.mjs'
import { startSite } from './site.mjs'
import { median, medians } from './statistics.mjs'
import { visit } from './visit.mjs'
import { TEN_TIMES } from './worlds.mjs'

/**
 * @typedef {object} Size times in milliseconds
 * @property {number} answer what the simulated server takes for the sessions of one refresh
 * @property {number} firstRow from the navigation to the first session row painted, without the wait for that answer
 * @property {number} refresh from a click on Refresh to the new figures of both lists, without it too
 * @property {number} end from the key to the last session read
 *
 * @typedef {object} Sizes
 * @property {Size} usual 100,000 sessions
 * @property {Size} million
 */

/** How long the page waited for each answer with the first sessions. @param {import('@playwright/test').Page} page */
const waits = page =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => /\/rs-admin\/sessions\?page=0&size=50&/.test(name))
      .map(({ duration }) => duration),
  )

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
  /** @type {Size[]} */
  const found = []
  // The first visit is not counted: the server puts its sessions in order.
  for (let run = 0; run <= loads; run++)
    found.push(
      await visit(browser, site, 'dashboard', {}, async ({ page, firstRow }) => {
        await page.waitForLoadState('networkidle')
        const times = await refreshes(page, site, clicks)
        const [first = NaN, ...answers] = await waits(page)
        return {
          answer: median(answers),
          firstRow: firstRow - first,
          refresh: median(times.map((time, n) => time - (answers[n] ?? NaN))),
          end: await goToEnd(page, site.sessions - 1),
        }
      }),
    )
  return medians(found.slice(1))
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

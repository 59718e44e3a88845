/** The time from a click to its painted result: the cards of a session, or all rows after Refresh. */
import { median } from './statistics.mjs'
import { SESSION_ROW } from './visit.mjs'

/** Milliseconds between two clicks: the work of the first one has ended. */
const PAUSE = 150

/**
 * @typedef {object} Clicks all in milliseconds
 * @property {number} first from the first click on a session to its cards
 * @property {number} again the same for a session that was open before
 * @property {number} refresh from a click on Refresh to the new figures of both lists
 */

/**
 * @param {import('@playwright/test').Page} page
 * @param {'cards' | 'refreshed'} end
 * @param {() => Promise<void>} click
 */
async function timed(page, end, click) {
  await page.evaluate(name => window.benchmark.expect(name), end)
  await click()
  return page.evaluate(() => window.benchmark.expected())
}

/** @param {import('@playwright/test').Page} page */
async function open(page) {
  const time = await timed(page, 'cards', () => page.locator(SESSION_ROW).first().click())
  await page.waitForTimeout(PAUSE)
  await page.keyboard.press('Escape')
  await page.locator('article').first().waitFor({ state: 'detached' })
  await page.waitForTimeout(PAUSE)
  return time
}

/**
 * One refresh, after which the newest sessions have other figures.
 * @param {import('@playwright/test').Page} page
 * @param {import('./site.mjs').Site} site
 * @returns {Promise<number>} milliseconds
 */
export function refresh(page, site) {
  site.countOn()
  return timed(page, 'refreshed', () => page.getByRole('button', { name: 'Refresh', exact: true }).click())
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {import('./site.mjs').Site} site
 * @param {number} times
 */
export async function refreshes(page, site, times) {
  const found = []
  for (let n = 0; n < times; n++) {
    found.push(await refresh(page, site))
    await page.waitForTimeout(PAUSE)
  }
  return found
}

/**
 * @param {import('./visit.mjs').Visit} visit
 * @param {import('./site.mjs').Site} site
 * @param {number} times of each
 * @returns {Promise<Clicks>}
 */
export async function measureClicks({ page }, site, times) {
  const first = await open(page)
  const again = []
  for (let n = 0; n < times; n++) again.push(await open(page))
  return { first, again: median(again), refresh: median(await refreshes(page, site, times)) }
}

/** What stays behind in the dashboard after a long day: its heap after many refreshes and 5,000 rows, and the rows it ever held. */
import { refresh } from './measure-clicks.mjs'
import { screenfuls, scrollThrough } from './scroll-through.mjs'
import { visit } from './visit.mjs'

const ROWS = 5000
const WARM_UP = { rows: 300, refreshes: 20 }
const JUMPS = 30

/**
 * @typedef {object} Endurance
 * @property {number} refreshes how many
 * @property {number} growth bytes of heap more after them
 * @property {number} heap bytes, the most after any part of the run
 * @property {number} rows the most `row` elements at any moment
 */

/**
 * @param {import('./visit.mjs').Browser} browser
 * @param {import('./site.mjs').Site} site
 * @param {number} refreshes
 * @returns {Promise<Endurance>}
 */
export function measureEndurance(browser, site, refreshes) {
  return visit(browser, site, 'dashboard', {}, async ({ page, heap }) => {
    /** @param {number} times */
    const refreshTimes = async times => {
      for (let n = 0; n < times; n++) await refresh(page, site)
    }
    await page.waitForLoadState('networkidle')
    await scrollThrough(page, screenfuls(WARM_UP.rows))
    await refreshTimes(WARM_UP.refreshes)
    const before = await heap()
    await refreshTimes(refreshes)
    const after = await heap()

    const scrolled = await scrollThrough(page, screenfuls(ROWS))
    const afterScrolling = await heap()
    const jumps = Array.from({ length: JUMPS }, (_, n) => (n * 37_813) % 99_000)
    const jumped = await scrollThrough(page, jumps)
    return {
      refreshes,
      growth: after - before,
      heap: Math.max(after, afterScrolling, await heap()),
      rows: Math.max(scrolled, jumped),
    }
  })
}

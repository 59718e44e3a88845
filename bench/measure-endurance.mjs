/** Memory after a long day: the heap after many refreshes and 5,000 rows, and the rows the document ever held. */
import { refresh } from './measure-clicks.mjs'
import { screenfuls, scrollThrough } from './scroll-through.mjs'
import { visit } from './visit.mjs'

const ROWS = 5000
/** Refreshes until the browser has compiled what it will compile. */
const WARM_UP = 100
const JUMPS = 30

/**
 * @typedef {object} Endurance
 * @property {number} refreshes how many
 * @property {Readonly<Record<import('./visit.mjs').Which, number>>} growth bytes of heap more after them
 * @property {number} heap bytes, the most after any part of the run
 * @property {number} rows the most `row` elements at any moment
 */

/**
 * @param {import('./visit.mjs').Visit} visit
 * @param {import('./site.mjs').Site} site
 * @param {number} times
 */
async function growthOver({ page, heap }, site, times) {
  await page.waitForLoadState('networkidle')
  for (let n = 0; n < WARM_UP; n++) await refresh(page, site)
  const before = await heap()
  for (let n = 0; n < times; n++) await refresh(page, site)
  return (await heap()) - before
}

/**
 * @param {import('./visit.mjs').Browser} browser
 * @param {import('./site.mjs').Site} site
 * @param {number} refreshes
 * @returns {Promise<Endurance>}
 */
export async function measureEndurance(browser, site, refreshes) {
  const plain = await visit(browser, site, 'plain', {}, shown => growthOver(shown, site, refreshes))
  return visit(browser, site, 'dashboard', {}, async shown => {
    const { page, heap } = shown
    const dashboard = await growthOver(shown, site, refreshes)
    const refreshed = await heap()
    const scrolled = await scrollThrough(page, screenfuls(ROWS))
    const afterScrolling = await heap()
    const jumps = Array.from({ length: JUMPS }, (_, n) => (n * 37_813) % 99_000)
    const jumped = await scrollThrough(page, jumps)
    return {
      refreshes,
      growth: { dashboard, plain },
      heap: Math.max(refreshed, afterScrolling, await heap()),
      rows: Math.max(scrolled, jumped),
    }
  })
}

/** What stays behind in the page after a long day: its heap after 5,000 rows and 100 refreshes, and the rows it ever held. */
import { SESSION_ROW, visit } from './visit.mjs'

const ROWS = 5000
const REFRESHES = 100
const WARM_UP = { rows: 300, refreshes: 10 }
const JUMPS = 30

/**
 * @typedef {object} Endurance
 * @property {number} growth bytes of heap more than after the warm-up, in the same place of the list
 * @property {number} heap bytes, the most after any part of the run
 * @property {number} rows the most `row` elements at any moment
 */

/**
 * Scrolls through so many rows, a screenful at a time, each one waited for; then back to the top.
 * @param {import('@playwright/test').Page} page
 * @param {readonly number[]} places rows to bring to the top, one after the other
 * @returns {Promise<number>} the most rows in the document
 * @throws {Error} when a row does not come within 15 s
 */
const scrollThrough = (page, places) =>
  page.evaluate(async ([selector, indexes]) => {
    const scroller = document.querySelector('[role=grid][aria-label=Sessions]')
    const row = document.querySelector(selector)
    if (scroller === null || row === null) throw new Error('There is no list to scroll')
    const { height } = row.getBoundingClientRect()
    const nextFrame = () => new Promise(resolve => window.requestAnimationFrame(resolve))
    let most = 0
    for (const index of indexes) {
      scroller.scrollTop = index * height
      // Two rows further down, so that neither the header nor half a row is what is waited for.
      const wanted = `${selector}[data-index="${index + 2}"]`
      const end = performance.now() + 15_000
      do {
        await nextFrame()
        most = Math.max(most, document.querySelectorAll('[role=row]').length)
        if (performance.now() > end)
          throw new Error(
            `Row ${index + 2} never came; the list stands at row ${Math.round(scroller.scrollTop / height)}`,
          )
      } while (document.querySelector(wanted) === null)
    }
    return most
  }, /** @type {const} */ ([SESSION_ROW, places]))

const SCREENFUL = 20

/** @param {number} rows */
const placesOf = rows => [...Array.from({ length: Math.ceil(rows / SCREENFUL) }, (_, n) => n * SCREENFUL), 0]

/**
 * @param {import('@playwright/test').Page} page
 * @param {number} times
 */
async function refresh(page, times) {
  const button = page.getByRole('button', { name: 'Refresh', exact: true })
  for (let n = 0; n < times; n++) {
    await Promise.all([
      page.waitForResponse(answer => answer.url().includes('/rs-admin/sessions?')),
      page.waitForResponse(answer => answer.url().includes('/rs-admin/sources?')),
      button.click(),
    ])
    await page.locator('button[aria-busy=false]', { hasText: 'Refresh' }).waitFor()
  }
}

/**
 * @param {import('./visit.mjs').Browser} browser
 * @param {import('./site.mjs').Site} site
 * @returns {Promise<Endurance>}
 */
export function measureEndurance(browser, site) {
  return visit(browser, site, 'dashboard', async page => {
    const debuggee = await page.context().newCDPSession(page)
    await debuggee.send('Performance.enable')
    const heap = async () => {
      // Finalisers of one collection free what the next one takes.
      for (let n = 0; n < 3; n++) await debuggee.send('HeapProfiler.collectGarbage')
      const { metrics } = await debuggee.send('Performance.getMetrics')
      return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN
    }
    await page.waitForLoadState('networkidle')
    await scrollThrough(page, placesOf(WARM_UP.rows))
    await refresh(page, WARM_UP.refreshes)
    const before = await heap()

    const scrolled = await scrollThrough(page, placesOf(ROWS))
    const afterScrolling = await heap()
    await refresh(page, REFRESHES)
    const after = await heap()

    const jumps = Array.from({ length: JUMPS }, (_, n) => (n * 37_813) % 99_000)
    const jumped = await scrollThrough(page, jumps)
    return {
      growth: after - before,
      heap: Math.max(afterScrolling, after, await heap()),
      rows: Math.max(scrolled, jumped),
    }
  })
}

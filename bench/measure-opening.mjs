/** How long a click on a session takes until its cards are painted, while the gateway answers nothing at all. */
import { median } from './statistics.mjs'
import { SESSION_ROW, visit } from './visit.mjs'

const PAGES = 9
const LATER_CLICKS = 3

/**
 * @typedef {object} Opening
 * @property {number} first milliseconds, for the first click in a page
 * @property {number} later milliseconds, for those that follow
 */

/**
 * @param {import('@playwright/test').Page} page
 * @param {number} row
 */
async function open(page, row) {
  await page.evaluate(() => {
    const clicked = new Promise(resolve => {
      document.addEventListener('click', event => resolve(event.timeStamp), { capture: true, once: true })
    })
    Object.assign(window, {
      opened: Promise.all([clicked, window.benchmark.paintedAt('article')]).then(([click, cards]) => cards - click),
    })
  })
  await page.locator(SESSION_ROW).nth(row).click()
  return page.evaluate(() => /** @type {{ opened: Promise<number> }} */ (/** @type {unknown} */ (window)).opened)
}

/** @param {import('@playwright/test').Page} page */
async function close(page) {
  await page.keyboard.press('Escape')
  await page.locator('article').first().waitFor({ state: 'detached' })
}

/**
 * @param {import('./visit.mjs').Browser} browser
 * @param {import('./site.mjs').Site} site
 * @returns {Promise<Opening>}
 */
export async function measureOpening(browser, site) {
  /** @type {number[]} */
  const first = []
  /** @type {number[]} */
  const later = []
  for (let run = -1; run < PAGES; run++) {
    await visit(browser, site, 'dashboard', async page => {
      // The drawer's code comes when the page is idle: nobody clicks within the first half second.
      await page.waitForLoadState('networkidle')
      for (let click = 0; click <= LATER_CLICKS; click++) {
        const release = site.hold()
        const time = await open(page, 3 * click)
        release()
        if (run >= 0) (click === 0 ? first : later).push(time)
        await close(page)
      }
    })
  }
  return { first: median(first), later: median(later) }
}

/**
 * `node bench/export.mjs`: one export of the 100,000 sessions of `huge` as CSV in a headless browser, while something is
 * clicked all the time. Prints how long the page was busy at a stretch, how soon clicks were painted, and the memory.
 */
import { stat } from 'node:fs/promises'
import { chromium } from '@playwright/test'
import { BROWSER_FLAGS, HOW_TO_INSTALL, findBrowser } from '../scripts/find-browser.mjs'
import { run } from '../scripts/run.mjs'
import { startSite } from './site.mjs'
import { median } from './statistics.mjs'
import { visit } from './visit.mjs'

const FOLDER = 'bench/output/dashboard'
/** Milliseconds between two clicks. */
const CLICK_EVERY = 250

const executablePath = findBrowser()
if (executablePath === undefined) {
  console.error(HOW_TO_INSTALL.replace('The browser tests need', 'The bench needs'))
  process.exit(1)
}
if (!run('production build', 'vite', ['build', '--logLevel', 'warn', '--outDir', FOLDER])) process.exit(1)

/** Runs in the page: takes note of each task over 50 ms from now on. */
const watchTasks = () => {
  /** @type {number[]} */
  const tasks = []
  new window.PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) tasks.push(duration)
  }).observe({ type: 'longtask' })
  Object.assign(window, { longTasks: tasks })
}

/** Runs in the page: clicks the button of the theme, and tells after how many milliseconds that is painted. */
const clickTheme = () => {
  const button = /** @type {HTMLElement | null} */ (document.querySelector('header button[aria-label$="theme"]'))
  if (button === null) throw new Error('There is no button of the theme')
  const start = performance.now()
  button.click()
  return new Promise(resolve => {
    window.requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)))
  })
}

const mebibytes = (/** @type {number} */ bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`
const site = await startSite({ dashboard: FOLDER, plain: FOLDER })
const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] })
try {
  await visit(browser, site, 'dashboard', {}, async ({ page, metrics, heap }) => {
    await page.waitForTimeout(3000)
    const before = await heap()
    await page.evaluate(watchTasks)
    const start = performance.now()
    const downloading = page.waitForEvent('download', { timeout: 300_000 })
    let isOver = false
    const ended = downloading.then(() => {
      isOver = true
    })
    await page.getByRole('button', { name: 'Export CSV of sessions' }).click()
    /** @type {number[]} */
    const clicks = []
    let most = 0
    while (!isOver) {
      clicks.push(Number(await page.evaluate(clickTheme)))
      most = Math.max(most, (await metrics())['JSHeapUsedSize'] ?? NaN)
      await Promise.race([ended, page.waitForTimeout(CLICK_EVERY)])
    }
    const download = await downloading
    const took = (performance.now() - start) / 1000
    const tasks = await page.evaluate(() => /** @type {any} */ (window).longTasks)
    await page.waitForTimeout(1000)
    const after = await heap()
    const { size } = await stat(await download.path())
    console.log(`file                        ${mebibytes(size)} in ${took.toFixed(1)} s`)
    console.log(`tasks over 50 ms            ${tasks.length}, the longest ${Math.max(0, ...tasks).toFixed()} ms`)
    console.log(
      `clicks meanwhile            ${clicks.length}, painted after ${median(clicks).toFixed()} ms in the middle, ${Math.max(...clicks).toFixed()} ms at most`,
    )
    console.log(`heap before, most, after    ${[before, most, after].map(mebibytes).join(', ')}`)
  })
} finally {
  await browser.close()
  site.close()
}
process.exit(0)

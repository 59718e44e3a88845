/** What the load of a page costs: until its first session row, and until it has nothing more to do. */

/** Milliseconds after the last answer in which a page does what it does when idle. */
const SETTLING = 500
/** Longer than this, in milliseconds, a task keeps a click waiting. */
const LONG = 50

/**
 * @typedef {object} Load times in milliseconds, sizes in bytes
 * @property {number} firstRow from the navigation to the first session row painted
 * @property {number} script
 * @property {number} mainThread
 * @property {number} blocking what tasks take beyond 50 ms each
 * @property {number} elements
 * @property {number} scriptBytes JavaScript that began to load before the first row, as transferred (gzip)
 * @property {number} requests all that was asked before the first row, the page itself included
 * @property {number} heap
 */

/** @param {import('@playwright/test').Page} page */
const look = page =>
  page.evaluate(() => ({
    longTasks: window.benchmark.longTasks,
    elements: document.querySelectorAll('*').length,
    entries: performance.getEntriesByType('resource').map(entry => {
      const { name, startTime, encodedBodySize } = /** @type {PerformanceResourceTiming} */ (entry)
      return { name, startTime, size: encodedBodySize }
    }),
  }))

/** @param {readonly number[]} values */
const sum = values => values.reduce((total, value) => total + value, 0)

/**
 * @param {import('./visit.mjs').Visit} visit
 * @returns {Promise<Load>}
 */
export async function measureLoad({ page, firstRow, metrics, heap }) {
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(SETTLING)
  const { ScriptDuration = NaN, TaskDuration = NaN } = await metrics()
  const { longTasks, elements, entries } = await look(page)
  const before = entries.filter(({ startTime }) => startTime < firstRow)
  return {
    firstRow,
    script: ScriptDuration * 1000,
    mainThread: TaskDuration * 1000,
    blocking: sum(longTasks.map(({ duration }) => duration - LONG)),
    elements,
    scriptBytes: sum(before.filter(({ name }) => name.endsWith('.js')).map(({ size }) => size)),
    requests: before.length + 1,
    heap: await heap(),
  }
}

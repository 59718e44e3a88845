/** How much comes before the first session row, and how long that takes beside the yardstick page. */
import { median } from './statistics.mjs'
import { visit } from './visit.mjs'

const RUNS = 11

/** @type {readonly import('./visit.mjs').Which[]} */
const ORDER = ['dashboard', 'plain']

/**
 * @typedef {object} Loading
 * @property {number} scriptBytes JavaScript that began to load before the first row, as transferred (gzip)
 * @property {readonly string[]} scripts its files, largest first, with their size
 * @property {readonly string[]} requests everything that was asked before the first row, the page itself included
 * @property {number} dashboardTime milliseconds from the navigation to the first session row painted
 * @property {number} plainTime
 */

/** @param {number} bytes */
export const kilobytes = bytes => `${(bytes / 1000).toFixed(1)} kB`

/** As a reader knows it: without the hash that changes at every build. @param {string} address */
const shortName = address => {
  const { pathname } = new URL(address)
  if (pathname.startsWith('/api/')) return pathname.slice('/api/v1/'.length)
  return (pathname.split('/').at(-1) ?? '').replace(/-[\w-]{8}(?=\.js$)/, '')
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {number} firstRow
 */
async function loadedBefore(page, firstRow) {
  await page.waitForLoadState('networkidle')
  const entries = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(entry => {
      const { name, startTime, encodedBodySize } = /** @type {PerformanceResourceTiming} */ (entry)
      return { name, startTime, size: encodedBodySize }
    }),
  )
  return entries.filter(({ startTime }) => startTime < firstRow)
}

/**
 * @param {import('./visit.mjs').Browser} browser
 * @param {import('./site.mjs').Site} site
 * @returns {Promise<Loading>}
 */
export async function measureLoading(browser, site) {
  const entries = await visit(browser, site, 'dashboard', loadedBefore)
  const scripts = entries.filter(({ name }) => name.endsWith('.js')).sort((a, b) => b.size - a.size)

  /** @type {Record<import('./visit.mjs').Which, number[]>} */
  const times = { dashboard: [], plain: [] }
  for (let run = -1; run < RUNS; run++) {
    // Whoever comes first in a pair has a colder machine: they take turns.
    for (const which of run % 2 === 0 ? ORDER : ORDER.toReversed()) {
      const time = await visit(browser, site, which, async (_page, firstRow) => firstRow)
      if (run >= 0) times[which].push(time)
    }
  }
  return {
    scriptBytes: scripts.reduce((sum, { size }) => sum + size, 0),
    scripts: scripts.map(({ name, size }) => `${shortName(name)} ${kilobytes(size)}`),
    requests: ['index.html', ...entries.map(({ name }) => shortName(name))],
    dashboardTime: median(times.dashboard),
    plainTime: median(times.plain),
  }
}

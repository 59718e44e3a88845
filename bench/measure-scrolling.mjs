/** What scrolling costs: 12 rows a frame, faster than reading, like a free-spinning wheel. */

const ROWS_A_FRAME = 12
/** Of the screen, in milliseconds. */
const FRAME = 1000 / 60

/**
 * @typedef {object} Scrolling
 * @property {number} dropped share of the frames that the screen could have shown
 * @property {number} mainThread milliseconds per 1,000 rows
 * @property {number} longTasks milliseconds of all tasks over 50 ms
 */

/** @param {import('@playwright/test').Page} page @param {number} duration in milliseconds */
const scroll = (page, duration) =>
  page.evaluate(async ([rowsAFrame, wanted]) => {
    const scroller = document.querySelector('[role=grid][aria-label=Sessions]')
    const row = scroller?.querySelector('[role=row][data-index]')
    if (!scroller || !row) throw new Error('There is no list to scroll')
    const step = rowsAFrame * row.getBoundingClientRect().height
    /** @type {() => Promise<number>} */
    const nextFrame = () => new Promise(resolve => window.requestAnimationFrame(resolve))
    const start = await nextFrame()
    const frames = [start]
    for (let now = start; now < start + wanted; frames.push(now)) {
      scroller.scrollTop += step
      now = await nextFrame()
    }
    const { longTasks } = window.benchmark
    return { frames, longTasks: longTasks.filter(({ startTime }) => startTime >= start) }
  }, /** @type {const} */ ([ROWS_A_FRAME, duration]))

/**
 * @param {import('./visit.mjs').Visit} visit
 * @param {number} seconds
 * @returns {Promise<Scrolling>}
 */
export async function measureScrolling({ page, metrics }, seconds) {
  await page.waitForLoadState('networkidle')
  const before = await metrics()
  const { frames, longTasks } = await scroll(page, seconds * 1000)
  const after = await metrics()
  const shown = frames.length - 1
  const possible = Math.round(((frames.at(-1) ?? 0) - (frames[0] ?? 0)) / FRAME)
  const spent = ((after['TaskDuration'] ?? NaN) - (before['TaskDuration'] ?? NaN)) * 1000
  return {
    dropped: Math.max(0, 1 - shown / possible),
    mainThread: (spent / (shown * ROWS_A_FRAME)) * 1000,
    longTasks: longTasks.reduce((sum, { duration }) => sum + duration, 0),
  }
}

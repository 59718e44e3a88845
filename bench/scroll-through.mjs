/** Scrolls the sessions of the dashboard to places one after the other and waits for each. */
import { SESSION_ROW } from './visit.mjs'

/**
 * @param {import('@playwright/test').Page} page
 * @param {readonly number[]} places rows to bring to the top, one after the other
 * @returns {Promise<number>} the most rows in the document
 * @throws {Error} when a row does not come within 15 s
 */
export const scrollThrough = (page, places) =>
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

/** The first rows of as many screenfuls, and the top again. @param {number} rows */
export const screenfuls = rows => [...Array.from({ length: Math.ceil(rows / SCREENFUL) }, (_, n) => n * SCREENFUL), 0]

/** Both pages measured in turn, so that other load on the machine affects both equally. */
import { measureClicks } from './measure-clicks.mjs'
import { measureLoad } from './measure-load.mjs'
import { measureScrolling } from './measure-scrolling.mjs'
import { medians } from './statistics.mjs'
import { visit } from './visit.mjs'

/** How many times slower the slowed processor is. */
const SLOWED = 4
/** Milliseconds to a gateway some way off. */
const FAR = 50

/** @type {readonly import('./visit.mjs').Which[]} */
const ORDER = ['dashboard', 'plain']

/**
 * @typedef {object} Side one page, everything measured of it
 * @property {import('./measure-load.mjs').Load & import('./measure-clicks.mjs').Clicks} near
 * @property {import('./measure-load.mjs').Load & import('./measure-clicks.mjs').Clicks} slowed
 * @property {{ firstRow: number }} far
 * @property {{ firstRow: number }} slowedFar
 * @property {import('./measure-scrolling.mjs').Scrolling} scrolling
 *
 * @typedef {Readonly<Record<import('./visit.mjs').Which, Side>>} Sides
 */

/**
 * The medians of `runs` visits to each page; the first one has a colder machine, so they take turns.
 * @template {object} T of numbers
 * @param {number} runs
 * @param {(which: import('./visit.mjs').Which) => Promise<T>} measure
 */
async function inTurn(runs, measure) {
  /** @type {Record<import('./visit.mjs').Which, T[]>} */
  const found = { dashboard: [], plain: [] }
  for (let run = 0; run < runs; run++)
    for (const which of run % 2 === 0 ? ORDER : ORDER.toReversed()) found[which].push(await measure(which))
  return { dashboard: medians(found.dashboard), plain: medians(found.plain) }
}

/**
 * @param {import('./visit.mjs').Browser} browser
 * @param {import('./site.mjs').Site} site
 * @param {import('./settings.mjs').Settings} settings
 * @returns {Promise<Sides>}
 */
export async function measureSides(browser, site, { loads, clicks, scrolls, scrollSeconds }) {
  /** @param {import('./visit.mjs').Conditions} conditions */
  const use = conditions =>
    inTurn(loads, which =>
      visit(browser, site, which, conditions, async shown => ({
        ...(await measureLoad(shown)),
        ...(await measureClicks(shown, site, clicks)),
      })),
    )
  /** @param {import('./visit.mjs').Conditions} conditions */
  const arrive = conditions =>
    inTurn(loads, which => visit(browser, site, which, conditions, async ({ firstRow }) => ({ firstRow })))

  // Neither the server nor the browser is warm yet: this visit is not measured.
  await inTurn(1, which => visit(browser, site, which, {}, async ({ firstRow }) => ({ firstRow })))
  const near = await use({})
  const slowed = await use({ cpu: SLOWED })
  const far = await arrive({ latency: FAR })
  const slowedFar = await arrive({ cpu: SLOWED, latency: FAR })
  const scrolling = await inTurn(scrolls, which =>
    visit(browser, site, which, {}, shown => measureScrolling(shown, scrollSeconds)),
  )
  /** @param {import('./visit.mjs').Which} which */
  const side = which => ({
    near: near[which],
    slowed: slowed[which],
    far: far[which],
    slowedFar: slowedFar[which],
    scrolling: scrolling[which],
  })
  return { dashboard: side('dashboard'), plain: side('plain') }
}

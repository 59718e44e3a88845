/** The targets: first against the plain page, then in figures. */

/**
 * @typedef {object} Measured
 * @property {import('./measure-world.mjs').Creation} world
 * @property {import('./side-by-side.mjs').Sides} sides
 * @property {import('./measure-endurance.mjs').Endurance} endurance
 * @property {import('./measure-million.mjs').Sizes} sizes
 *
 * @typedef {object} Target
 * @property {string} what
 * @property {number | undefined} limit undefined: nothing is promised
 * @property {(value: number) => string} say a value with its unit
 * @property {(measured: Measured) => number} value
 * @property {((measured: Measured) => number) | undefined} yardstick the same of what it is compared with
 * @property {boolean} isRatio the limit is for the value divided by the yardstick
 *
 * @typedef {object} Group
 * @property {string} title
 * @property {string} yardstick what the values are compared with
 * @property {readonly Target[]} targets
 */

const MEGABYTE = 1_000_000
const MEBIBYTE = 1_048_576

/** @param {number} value */
const plain = value => String(Math.round(value))
/** @param {number} value */
const milliseconds = value => `${Math.round(value).toLocaleString('en-GB')} ms`
/** @param {number} value */
const kilobytes = value => `${(value / 1000).toFixed(1)} kB`
/** @param {number} value */
const megabytes = value => `${(value / MEGABYTE).toFixed(1)} MB`
/** @param {number} value */
const mebibytes = value => `${(value / MEBIBYTE).toFixed(1)} MiB`
/** @param {number} value */
const percent = value => `${Math.round(value * 100)} %`

/** @typedef {import('./side-by-side.mjs').Side} Side */

/**
 * The same of both pages.
 * @param {string} what
 * @param {number | undefined} limit
 * @param {(value: number) => string} say
 * @param {(side: Side) => number} of
 * @returns {Target}
 */
const beside = (what, limit, say, of, isRatio = false) => ({
  what,
  limit,
  say,
  value: ({ sides }) => of(sides.dashboard),
  yardstick: ({ sides }) => of(sides.plain),
  isRatio,
})

/** Not more than so many times the plain page. @param {string} what @param {number} limit @param {(side: Side) => number} of */
const times = (what, limit, of) => beside(what, limit, milliseconds, of, true)

/**
 * Of the dashboard only.
 * @param {string} what
 * @param {number | undefined} limit
 * @param {(value: number) => string} say
 * @param {(measured: Measured) => number} value
 * @returns {Target}
 */
const alone = (what, limit, say, value) => ({ what, limit, say, value, yardstick: undefined, isRatio: false })

/**
 * A million sessions against 100,000.
 * @param {string} what
 * @param {number | undefined} limit
 * @param {(size: import('./measure-million.mjs').Size) => number} of
 * @returns {Target}
 */
const grown = (what, limit, of) => ({
  what,
  limit,
  say: milliseconds,
  value: ({ sizes }) => of(sizes.million),
  yardstick: ({ sizes }) => of(sizes.usual),
  isRatio: limit !== undefined,
})

/** @type {readonly Group[]} */
export const GROUPS = [
  {
    title: 'Against the plain page',
    yardstick: 'plain page',
    targets: [
      times('Navigation to the first session row', 1.15, ({ near }) => near.firstRow),
      times('the same, processor slowed 4 times', 1.15, ({ slowed }) => slowed.firstRow),
      times('the same, gateway 50 ms away', 1.15, ({ far }) => far.firstRow),
      times('the same, slowed and 50 ms away', 1.15, ({ slowedFar }) => slowedFar.firstRow),
      times('Script time of the load', 1.2, ({ near }) => near.script),
      times('Main-thread time of the load', 1.2, ({ near }) => near.mainThread),
    ],
  },
  {
    title: 'In figures',
    yardstick: 'plain page',
    targets: [
      beside('Blocking time of the load', 125, milliseconds, ({ near }) => near.blocking),
      beside('the same, processor slowed 4 times', undefined, milliseconds, ({ slowed }) => slowed.blocking),
      beside('Click on a session to its cards, the first in a page', undefined, milliseconds, ({ near }) => near.first),
      beside('Click on a session to its cards, again', 50, milliseconds, ({ near }) => near.again),
      beside('the same, processor slowed 4 times', 160, milliseconds, ({ slowed }) => slowed.again),
      beside('Refresh to the new figures painted', 74, milliseconds, ({ near }) => near.refresh),
      beside('the same, processor slowed 4 times', 230, milliseconds, ({ slowed }) => slowed.refresh),
      beside('Elements after the load', 900, plain, ({ near }) => near.elements),
      beside('JavaScript before the first session row, gzip', 165_000, kilobytes, ({ near }) => near.scriptBytes),
      beside('Requests before the first session row', 6, plain, ({ near }) => near.requests),
      beside('Heap after the load', 7 * MEBIBYTE, mebibytes, ({ near }) => near.heap),
      beside('Scrolling 12 rows a frame: frames dropped', 0.19, percent, ({ scrolling }) => scrolling.dropped),
      beside('the same: main thread for 1,000 rows', 1500, milliseconds, ({ scrolling }) => scrolling.mainThread),
      beside('the same: tasks over 50 ms, together', 0, milliseconds, ({ scrolling }) => scrolling.longTasks),
    ],
  },
  {
    title: 'A long day',
    yardstick: 'plain page',
    targets: [
      {
        ...alone(
          'Growth of the heap over many refreshes',
          MEGABYTE,
          megabytes,
          ({ endurance }) => endurance.growth.dashboard,
        ),
        yardstick: ({ endurance }) => endurance.growth.plain,
      },
      alone('Heap over 100,000 sessions', 150 * MEGABYTE, megabytes, ({ endurance }) => endurance.heap),
      alone('Rows in the document while scrolling, both lists', 150, plain, ({ endurance }) => endurance.rows),
      alone('The simulated 100,000 sessions: time', 2000, milliseconds, ({ world }) => world.milliseconds),
      alone('The simulated 100,000 sessions: memory', 300 * MEGABYTE, megabytes, ({ world }) => world.bytes),
    ],
  },
  {
    title: 'A million sessions',
    yardstick: '100,000 sessions',
    targets: [
      grown('Navigation to the first session row, the wait for the answer taken off', 1.15, ({ firstRow }) => firstRow),
      grown('Refresh to the new figures painted, the wait for the answer taken off', 1.15, ({ refresh }) => refresh),
      grown('The wait for that answer of the simulated server', undefined, ({ answer }) => answer),
      grown('Key to the last session, read', undefined, ({ end }) => end),
    ],
  },
]

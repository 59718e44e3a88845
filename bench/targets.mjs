/** What is promised, what was measured, and why when a promise is not kept. */
import { kilobytes } from './measure-loading.mjs'

/**
 * @typedef {object} Measured
 * @property {import('./measure-world.mjs').Creation} world
 * @property {import('./measure-loading.mjs').Loading} loading
 * @property {import('./measure-opening.mjs').Opening} opening
 * @property {import('./measure-endurance.mjs').Endurance} endurance
 *
 * @typedef {object} Target
 * @property {string} what
 * @property {number} limit
 * @property {(value: number) => string} say a value with its unit
 * @property {(measured: Measured) => number} value
 * @property {(measured: Measured) => string} why a short sentence for a target that is missed
 */

const MEGABYTE = 1_000_000

/** @param {number} value */
const plain = value => String(Math.round(value))
/** @param {number} value */
const milliseconds = value => `${Math.round(value)} ms`
/** @param {number} value */
const megabytes = value => `${(value / MEGABYTE).toFixed(1)} MB`
/** @param {number} value */
const times = value => `${value.toFixed(2)} ×`

/** @type {readonly Target[]} */
export const TARGETS = [
  {
    what: 'JavaScript before the first session row, gzip',
    limit: 190_000,
    say: kilobytes,
    value: ({ loading }) => loading.scriptBytes,
    why: ({ loading }) => `the largest files are ${loading.scripts.slice(0, 4).join(', ')}`,
  },
  {
    what: 'Requests before the first session row',
    limit: 8,
    say: plain,
    value: ({ loading }) => loading.requests.length,
    why: ({ loading }) => `${loading.scripts.length} of them are the files that the first screen's code is cut into`,
  },
  {
    what: 'Navigation to the first session row, against a plain page of React, MUI and React Query',
    limit: 1.3,
    say: times,
    value: ({ loading }) => loading.dashboardTime / loading.plainTime,
    why: ({ loading }) =>
      `${milliseconds(loading.dashboardTime)} against ${milliseconds(loading.plainTime)}, with ${kilobytes(loading.scriptBytes)} of code to run`,
  },
  {
    what: 'Click on a session to its cards, network held back: the first in a page',
    limit: 100,
    say: milliseconds,
    value: ({ opening }) => opening.first,
    why: ({ opening }) =>
      `all but ${milliseconds(opening.later)} of it is what is done once in a page: styles, and what React waits for`,
  },
  {
    what: 'Click on a session to its cards, network held back: those after it',
    limit: 100,
    say: milliseconds,
    value: ({ opening }) => opening.later,
    why: () => 'nothing is waited for: it is the time that drawing all cards takes here',
  },
  {
    what: 'Growth of the heap over 5,000 rows scrolled and 100 refreshes',
    limit: 5 * MEGABYTE,
    say: megabytes,
    value: ({ endurance }) => endurance.growth,
    why: () => 'pages that are out of view stay cached for a while, so that scrolling back is at once',
  },
  {
    what: 'Heap over 100,000 sessions',
    limit: 150 * MEGABYTE,
    say: megabytes,
    value: ({ endurance }) => endurance.heap,
    why: () => 'pages that are out of view stay cached for a while, so that scrolling back is at once',
  },
  {
    what: 'Rows in the document while scrolling, both lists',
    limit: 150,
    say: plain,
    value: ({ endurance }) => endurance.rows,
    why: () => 'more rows are drawn around those in view than two lists may hold together',
  },
  {
    what: 'Simulated REGARDS of 100,000 sessions: time to create it',
    limit: 2000,
    say: milliseconds,
    value: ({ world }) => world.milliseconds,
    why: () => 'sessions are made one by one',
  },
  {
    what: 'Simulated REGARDS of 100,000 sessions: memory of the process',
    limit: 300 * MEGABYTE,
    say: megabytes,
    value: ({ world }) => world.bytes,
    why: () => 'the loader of its sources counts too',
  },
]

/** How often everything is done. */

/**
 * @typedef {object} Settings
 * @property {number} loads of each page under each condition
 * @property {number} clicks of each kind in each of these
 * @property {number} scrolls of each page
 * @property {number} scrollSeconds
 * @property {number} refreshes of one page that stays open
 * @property {number} worlds created
 */

/** @type {Settings} */
const FULL = { loads: 7, clicks: 5, scrolls: 3, scrollSeconds: 8, refreshes: 1000, worlds: 3 }
/** @type {Settings} */
const QUICK = { loads: 2, clicks: 3, scrolls: 1, scrollSeconds: 4, refreshes: 200, worlds: 1 }

/** @param {boolean} isQuick */
export const settingsOf = isQuick => (isQuick ? QUICK : FULL)

/** How long the world `huge` takes to create and how much memory it needs, in processes that have done nothing else. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { medians } from './statistics.mjs'

/**
 * @typedef {object} Creation
 * @property {number} milliseconds
 * @property {number} bytes resident memory of the whole process afterwards, the loader of its sources included
 */

/** @returns {Creation} */
function createOnce() {
  const script = fileURLToPath(new URL('create-world.mjs', import.meta.url))
  const { stdout, stderr, status } = spawnSync(process.execPath, [script], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return /** @type {Creation} */ (JSON.parse(stdout))
}

/** @param {number} worlds how many are created @returns {Creation} */
export const measureWorld = worlds => medians(Array.from({ length: worlds }, createOnce))

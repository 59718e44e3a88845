/** How long the world `huge` takes to create and how much memory it needs, in processes that have done nothing else. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { median } from './statistics.mjs'

const RUNS = 3

/**
 * @typedef {object} Creation
 * @property {number} milliseconds
 * @property {number} bytes resident memory of the whole process afterwards, the loader of its sources included
 */

/** @returns {Creation} */
export function measureWorld() {
  const runs = Array.from({ length: RUNS }, () => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [fileURLToPath(new URL('create-world.mjs', import.meta.url))],
      { encoding: 'utf8' },
    )
    if (status !== 0) throw new Error(stderr)
    return /** @type {Creation} */ (JSON.parse(stdout))
  })
  return {
    milliseconds: median(runs.map(({ milliseconds }) => milliseconds)),
    bytes: median(runs.map(({ bytes }) => bytes)),
  }
}

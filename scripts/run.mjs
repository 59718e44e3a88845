/** Runs one command of a script, its output as it comes. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * @param {string} title what the reader of the log is told before it
 * @param {string} tool a command of node_modules/.bin
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} environment
 * @returns {boolean} true when it succeeded
 */
export function run(title, tool, args, environment = {}) {
  console.log(`\n── ${title}`)
  const { status, error } = spawnSync(join('node_modules', '.bin', tool), args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...environment },
  })
  if (error !== undefined) console.error(error.message)
  if (status !== 0) console.error(`\n${title}: failed`)
  return status === 0
}

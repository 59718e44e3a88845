/** Runs one command of a script, its output as it comes, and remembers how long it took. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** @type {{ readonly title: string, readonly seconds: number }[]} */
const taken = []

/**
 * @param {string} title what the reader of the log is told before it
 * @param {string} tool a command of node_modules/.bin
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} environment
 * @returns {boolean} true when it succeeded
 */
export function run(title, tool, args, environment = {}) {
  console.log(`\n── ${title}`)
  const begin = performance.now()
  const { status, error } = spawnSync(join('node_modules', '.bin', tool), args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...environment },
  })
  taken.push({ title, seconds: (performance.now() - begin) / 1000 })
  if (error !== undefined) console.error(error.message)
  if (status !== 0) console.error(`\n${title}: failed`)
  return status === 0
}

/** @param {number} seconds */
function written(seconds) {
  const whole = Math.round(seconds)
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`
}

/** What was run and how long each took: one line each, and the sum where there are several. */
export function timeTable() {
  const sum = taken.reduce((total, { seconds }) => total + seconds, 0)
  const lines = taken.length > 1 ? [...taken, { title: 'together', seconds: sum }] : taken
  const width = Math.max(...lines.map(({ title }) => title.length))
  return lines.map(({ title, seconds }) => `  ${title.padEnd(width)}  ${written(seconds)}`).join('\n')
}

/** Runs the commands of a script: one, with its output as it comes, or several side by side. */
import { spawn, spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'

const isWindows = process.platform === 'win32'

/** @param {string} tool a command of node_modules/.bin */
const pathOf = tool => join('node_modules', '.bin', tool)

/** @param {number} since in milliseconds */
const secondsSince = since => (performance.now() - since) / 1000

/** @type {{ readonly title: string, readonly seconds: number }[]} */
const taken = []

/**
 * @param {string} title the line before it in the log
 * @param {string} tool a command of node_modules/.bin
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} environment
 * @returns {boolean} true when it succeeded
 */
export function run(title, tool, args, environment = {}) {
  console.log(`\n── ${title}`)
  const since = performance.now()
  const { status, error } = spawnSync(pathOf(tool), args, {
    stdio: 'inherit',
    shell: isWindows,
    env: { ...process.env, ...environment },
  })
  taken.push({ title, seconds: secondsSince(since) })
  if (error !== undefined) console.error(error.message)
  console[status === 0 ? 'log' : 'error'](
    `\n${title}: ${status === 0 ? 'done' : 'failed'} in ${written(secondsSince(since))}`,
  )
  return status === 0
}

/**
 * Runs commands side by side, as many as there are cores; what each says is printed when it ends.
 * @param {readonly (readonly [title: string, tool: string, ...args: string[]])[]} commands
 * @returns {Promise<boolean>} true when all of them succeeded
 */
export async function runTogether(commands) {
  const waiting = [...commands]
  let passed = true
  const work = async () => {
    for (let command = waiting.shift(); command !== undefined; command = waiting.shift()) {
      const [title, tool, ...args] = command
      const since = performance.now()
      const child = spawn(pathOf(tool), args, { shell: isWindows, env: { ...process.env, FORCE_COLOR: '1' } })
      let said = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', part => (said += part))
      /** @type {number | null} */
      const code = await new Promise(resolve => {
        child.on('error', error => {
          said += error.message
          resolve(1)
        })
        child.on('close', resolve)
      })
      passed = passed && code === 0
      console.log(`\n── ${title}: ${code === 0 ? 'done' : 'FAILED'} in ${written(secondsSince(since))}\n${said.trim()}`)
    }
  }
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work))
  return passed
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

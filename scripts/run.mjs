/** Runs the commands of a script: one, with its output as it comes, or several side by side. */
import { spawn, spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'

const isWindows = process.platform === 'win32'

/** @param {string} tool a command of node_modules/.bin */
const pathOf = tool => join('node_modules', '.bin', tool)

/** @param {number} since in milliseconds */
const seconds = since => `${((performance.now() - since) / 1000).toFixed(0)} s`

/**
 * @param {string} title what the reader of the log is told before it
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
  if (error !== undefined) console.error(error.message)
  console[status === 0 ? 'log' : 'error'](`\n${title}: ${status === 0 ? 'done' : 'failed'} in ${seconds(since)}`)
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
      console.log(`\n── ${title}: ${code === 0 ? 'done' : 'FAILED'} in ${seconds(since)}\n${said.trim()}`)
    }
  }
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work))
  return passed
}

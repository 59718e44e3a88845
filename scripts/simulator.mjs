/** The simulated REGARDS for Node, which reads no TypeScript: Vite loads it. */

/** @typedef {import('../simulator/world').World} World */
/** @typedef {Pick<import('vite').ViteDevServer, 'ssrLoadModule'>} Loader */

/** The world that `REGARDS_WORLD` names, or the morning after a bad night. */
const seedOf = () => process.env['REGARDS_WORLD'] ?? 'broken'

/** It lives outside the module graph: an edit of the simulator changes its rules, not what has happened. */
const kept = /** @type {{ regardsWorld?: World }} */ (globalThis)

/**
 * The world of this process, its clock running, made at the first call.
 * @param {Loader} loader
 * @returns {Promise<World>}
 * @throws {Error} when `REGARDS_WORLD` names none
 */
export async function loadWorld(loader) {
  if (kept.regardsWorld !== undefined) return kept.regardsWorld
  const { SEEDS, isSeed } = await loader.ssrLoadModule('/simulator/seeds/seeds.ts')
  const seed = seedOf()
  if (!isSeed(seed)) throw new Error(`REGARDS_WORLD is "${seed}": it can be ${SEEDS.join(', ')}.`)
  const { World } = await loader.ssrLoadModule('/simulator/world.ts')
  /** @type {World} */
  const world = new World(seed)
  world.clock.run()
  kept.regardsWorld = world
  return world
}

/**
 * Who may sign in, for the terminal.
 * @param {Loader} loader
 * @returns {Promise<readonly string[]>}
 */
export async function describeAccounts(loader) {
  /** @type {typeof import('../simulator/accounts')} */
  const { DEMO_ACCOUNTS, PASSWORD } = /** @type {any} */ (await loader.ssrLoadModule('/simulator/accounts.ts'))
  const width = Math.max(...DEMO_ACCOUNTS.map(({ email }) => email.length))
  return [
    `A simulated REGARDS answers (world "${seedOf()}"). Project demo, password ${PASSWORD}:`,
    ...DEMO_ACCOUNTS.map(({ email, role }) => `  ${email.padEnd(width)}  ${role}`),
  ]
}

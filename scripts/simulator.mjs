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
  if (!isSeed(seed)) throw new Error(`Unknown REGARDS_WORLD "${seed}". Use one of: ${SEEDS.join(', ')}.`)
  const { World } = await loader.ssrLoadModule('/simulator/world.ts')
  /** @type {World} */
  const world = new World(seed)
  world.clock.run()
  kept.regardsWorld = world
  return world
}

/**
 * One line for the terminal: what is simulated, and who can sign in.
 * @param {Loader} loader
 * @returns {Promise<string>}
 */
export async function describeWorld(loader) {
  /** @type {typeof import('../simulator/accounts')} */
  const { DEMO_ACCOUNTS, PASSWORD } = /** @type {any} */ (await loader.ssrLoadModule('/simulator/accounts.ts'))
  const accounts = DEMO_ACCOUNTS.map(({ email }) => email).join(', ')
  return `Simulated REGARDS (data: ${seedOf()}). Sign in to project demo, password ${PASSWORD}, as ${accounts}.`
}

/** The simulated worlds that are measured: `huge` with its 100,000 sessions, and the same ten times over. */
import { createServer as createLoader } from 'vite'

/** How often `huge` is in the world of a million sessions. */
export const TEN_TIMES = 10

const MONTH = 30 * 86_400_000
const RUNS_PER_SOURCE = 500

/** Vite reads the simulator's TypeScript, as for the gateway; it has nothing to prepare for a browser. */
export const createSimulatorLoader = () =>
  createLoader({
    appType: 'custom',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, entries: [] },
    logLevel: 'warn',
  })

/** @typedef {import('../simulator/world').World} World */
/** @typedef {Awaited<ReturnType<typeof createSimulatorLoader>>} Loader */

/**
 * The same sessions once more, under other names and some months older.
 * @param {World['archive']} archive
 * @param {number} times how often the sessions of now are in it afterwards
 */
function grow(archive, times) {
  const originals = [...archive.sessions]
  for (let copy = 1; copy < times; copy++)
    for (const { source, name, recipe, createdAt, updatedAt = createdAt } of originals) {
      const run = Number(name.slice('run-'.length)) + copy * RUNS_PER_SOURCE
      const older = copy * MONTH
      archive.addSession({
        source,
        name: `run-${run}`,
        recipe,
        createdAt: createdAt - older,
        updatedAt: updatedAt - older,
      })
    }
}

/**
 * @param {Loader} loader
 * @param {number} [times] how often its 100,000 sessions are in it
 * @returns {Promise<World>}
 */
export async function createWorld(loader, times = 1) {
  /** @type {typeof import('../simulator/world')} */
  const { World } = /** @type {any} */ (await loader.ssrLoadModule('/simulator/world.ts'))
  const world = new World('huge')
  grow(world.archive, times)
  return world
}

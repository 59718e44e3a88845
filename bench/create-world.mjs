/** `node bench/create-world.mjs`: creates the world `huge` once and prints what that cost, as JSON. */
import { createSimulatorLoader } from './site.mjs'

const loader = await createSimulatorLoader()
/** @type {typeof import('../simulator/world')} */
const { World } = /** @type {any} */ (await loader.ssrLoadModule('/simulator/world.ts'))
await loader.close()

const start = performance.now()
const world = new World('huge')
const milliseconds = performance.now() - start
const bytes = process.memoryUsage.rss()

if (world.archive.sessions.length !== 100_000) throw new Error('That was not the huge world')
console.log(JSON.stringify({ milliseconds, bytes }))
process.exit(0)

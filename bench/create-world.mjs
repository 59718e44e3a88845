/** `node bench/create-world.mjs [times]`: creates the world `huge`, or its multiple, once and prints what that cost, as JSON. */
import { createSimulatorLoader, createWorld } from './worlds.mjs'

const times = Number(process.argv[2] ?? 1)
const loader = await createSimulatorLoader()
// Reading the sources is not part of it.
await loader.ssrLoadModule('/simulator/world.ts')

const start = performance.now()
const world = await createWorld(loader, times)
const milliseconds = performance.now() - start
await loader.close()
const bytes = process.memoryUsage.rss()

if (world.archive.sessions.length !== times * 100_000) throw new Error('That was not the huge world')
console.log(JSON.stringify({ milliseconds, bytes }))
process.exit(0)

/** `npm run gateway -- [port]`: the simulated REGARDS alone, as a gateway to develop against. */
import { createServer } from 'vite'
import { describeWorld, loadWorld } from './simulator.mjs'

const asked = process.argv[2] ?? process.env['PORT'] ?? '8010'
const port = Number(asked)

/** @param {unknown} error @returns {never} */
const stop = error => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
if (!Number.isInteger(port) || port < 0 || port > 65_535) stop(`Invalid port: ${asked}`)

const loader = await createServer({
  appType: 'custom',
  server: { middlewareMode: true, ws: false, watch: null },
  logLevel: 'warn',
})
const world = await loadWorld(loader).catch(stop)
const { createGateway } = await loader.ssrLoadModule('/simulator/http-server.ts')
const gateway = await createGateway(world, { port }).catch(stop)

console.log(`Gateway: ${gateway.url}\n${await describeWorld(loader)}`)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0))

/** What answers /api during development: the gateway in `REGARDS_GATEWAY`, or the simulator. */
import type { Plugin, ProxyOptions, ViteDevServer } from 'vite'
import type * as Door from '../simulator/http-server'
import { describeWorld, loadWorld } from './simulator.mjs'

const NAMED = process.env['REGARDS_GATEWAY'] ?? ''

/** @throws {Error} with the text to print, when it is not a URL */
function gatewayAddress(): URL {
  const address = URL.canParse(NAMED) ? new URL(NAMED) : undefined
  if (address === undefined || !/^https?:$/.test(address.protocol))
    throw new Error(`REGARDS_GATEWAY must be a URL such as https://regards.example.org (got "${NAMED}").`)
  return address
}

function toGateway(): Record<string, ProxyOptions> {
  const target = gatewayAddress().href.replace(/\/$/, '')
  return {
    '/api': {
      target,
      changeOrigin: true,
      configure: proxy => {
        // Cookies of other applications on localhost must not reach the gateway.
        proxy.on('proxyReq', request => {
          request.removeHeader('cookie')
        })
        proxy.on('error', (_error, _request, answer) => {
          if ('writeHead' in answer && !answer.headersSent) answer.writeHead(502).end()
        })
      },
    },
  }
}

async function simulate(server: ViteDevServer): Promise<void> {
  const world = await loadWorld(server)
  server.middlewares.use((incoming, outgoing, next) => {
    if (incoming.url?.startsWith('/api/') !== true) {
      next()
      return
    }
    server
      .ssrLoadModule('/simulator/http-server.ts')
      .then(door => (door as typeof Door).answerRequest(world, incoming, outgoing))
      .catch(next)
  })
}

/** Mounts it, and prints the address, then one line: what is shown and how to sign in. */
export function devGateway(): Plugin {
  return {
    name: 'dev-gateway',
    apply: (_config, { command, isPreview }) => command === 'serve' && isPreview !== true,
    config: () => (NAMED === '' ? {} : { server: { proxy: toGateway() } }),
    async configureServer(server) {
      // The gateway alone and the unit tests load modules through a server without an address.
      if (server.config.server.middlewareMode !== false) return
      if (NAMED === '') await simulate(server)
      const shown =
        NAMED === '' ? await describeWorld(server) : `REGARDS at ${gatewayAddress().href}: /api is proxied to it.`
      server.printUrls = () => {
        const { local = [], network = [] } = server.resolvedUrls ?? {}
        server.config.logger.info([...local, ...network, shown].map(line => `  ${line}`).join('\n'))
      }
    },
  }
}

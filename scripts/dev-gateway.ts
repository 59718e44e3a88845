/** What answers under /api while developing: the gateway that `REGARDS_GATEWAY` names, or the simulated one. */
import type { Plugin, ProxyOptions, ViteDevServer } from 'vite'
import type * as Door from '../simulator/http-server'
import { describeAccounts, loadWorld } from './simulator.mjs'

const NAMED = process.env['REGARDS_GATEWAY'] ?? ''

/** Its address as a URL. Throws, with the words to print, when it is none. */
function gatewayAddress(): URL {
  const address = URL.canParse(NAMED) ? new URL(NAMED) : undefined
  if (address === undefined || !/^https?:$/.test(address.protocol))
    throw new Error(`REGARDS_GATEWAY is "${NAMED}": an address like https://regards.example.org is expected.`)
  return address
}

function toGateway(): Record<string, ProxyOptions> {
  const target = gatewayAddress().href.replace(/\/$/, '')
  return {
    '/api': {
      target,
      changeOrigin: true,
      configure: proxy => {
        // Other applications of localhost have cookies too: they are none of the gateway's business.
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

/** Mounts it, and says on the terminal what it is and who may sign in. */
export function devGateway(): Plugin {
  return {
    name: 'dev-gateway',
    apply: (_config, { command, isPreview }) => command === 'serve' && isPreview !== true,
    config: () => (NAMED === '' ? {} : { server: { proxy: toGateway() } }),
    async configureServer(server) {
      // The gateway alone and the unit tests load modules through a server without an address.
      if (server.config.server.middlewareMode !== false) return
      if (NAMED === '') await simulate(server)
      const lines = NAMED === '' ? await describeAccounts(server) : [`REGARDS: ${gatewayAddress().href}`]
      const printUrls = server.printUrls.bind(server)
      server.printUrls = () => {
        printUrls()
        server.config.logger.info(lines.map(line => `  ${line}`).join('\n'))
      }
    },
  }
}

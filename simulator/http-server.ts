/** The HTTP entry: a node:http server in front of the gateway of a world. */
import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { respond } from './handlers'
import type { World } from './world'

/** What the gateway tells browsers of other origins (docs/regards-api/README.md 2). */
const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers':
    'authorization, content-type, scope, X-Forwarded-Host, X-Forwarded-For, X-Forwarded-Proto',
  'Access-Control-Allow-Methods': 'OPTIONS, HEAD, GET, PUT, POST, DELETE, PATCH',
  'Access-Control-Max-Age': '3600',
} as const

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of incoming as AsyncIterable<Uint8Array>) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  const body = await bodyOf(incoming)
  const method = incoming.method ?? 'GET'
  return new Request(new URL(incoming.url ?? '/', 'http://gateway'), {
    method,
    headers,
    ...(body === '' || method === 'GET' || method === 'HEAD' ? {} : { body }),
  })
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  if (response.type === 'error') {
    outgoing.destroy()
    return
  }
  outgoing.writeHead(response.status, { ...CORS, ...Object.fromEntries(response.headers) })
  const reader = response.body?.getReader()
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) outgoing.write(part.value)
  outgoing.end()
}

/** Answers one request of a server; a lost connection is expected. */
export async function answerRequest(world: World, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  try {
    if (incoming.method === 'OPTIONS') outgoing.writeHead(200, CORS).end()
    else await send(await respond(world, await requestOf(incoming)), outgoing)
  } catch {
    outgoing.destroy()
  }
}

interface Gateway {
  /** Its origin. */
  readonly url: string
  close(): Promise<void>
}

interface GatewayOptions {
  /** 0: any free one. */
  readonly port?: number
  readonly host?: string
  /** Only the test advances the clock. */
  readonly isCranked?: boolean
}

/** The simulated gateway on a port of its own. Its world's clock runs from now on, unless the test advances it. */
export async function createGateway(world: World, options: GatewayOptions = {}): Promise<Gateway> {
  const { port = 0, host = '127.0.0.1', isCranked = false } = options
  if (!isCranked) world.clock.run()
  const server = createServer((incoming, outgoing) => {
    void answerRequest(world, incoming, outgoing)
  })
  server.listen(port, host)
  await once(server, 'listening')
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

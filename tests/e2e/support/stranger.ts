/** A server that must get no request: what arrives there is a leak. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Stranger {
  readonly url: string
  /** The paths that were asked. */
  readonly asked: readonly string[]
  close(): void
}

export async function startStranger(): Promise<Stranger> {
  const asked: string[] = []
  const server = createServer((incoming, outgoing) => {
    asked.push(incoming.url ?? '')
    outgoing.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => {
      server.close()
    },
  }
}

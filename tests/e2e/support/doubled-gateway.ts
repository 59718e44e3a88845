/** A gateway as REGARDS ships it: it and each service add Access-Control-Allow-Origin, so every answer has it twice. */
import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerRequest } from '@simulator/http-server'
import type { World } from '@simulator/world'

const ALLOW = 'Access-Control-Allow-Origin'

function double(outgoing: ServerResponse): ServerResponse {
  const write = outgoing.writeHead.bind(outgoing)
  outgoing.writeHead = (status: number, headers?: unknown) =>
    write(status, { ...(headers as Record<string, string>), [ALLOW]: ['*', '*'] })
  return outgoing
}

export interface DoubledGateway {
  readonly url: string
  /** Until the header is fixed. */
  isDoubling: boolean
  close(): void
}

/** Starts it on a free port; the pre-flight alone is answered by the gateway, and passes. */
export async function startDoubledGateway(world: World): Promise<DoubledGateway> {
  const server = createServer((incoming, outgoing) => {
    const isDoubled = gateway.isDoubling && incoming.method !== 'OPTIONS'
    void answerRequest(world, incoming, isDoubled ? double(outgoing) : outgoing)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const gateway: DoubledGateway = {
    isDoubling: true,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
  return gateway
}

/** The server a browser test talks to: the built application and, under /api, the simulated gateway of the test's world. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { answerRequest } from '@simulator/http-server'
import type { World } from '@simulator/world'
import { staticServer } from '../../../scripts/serve.mjs'

export interface Front {
  /** The address of the application, with its slash at the end. */
  readonly url: string
  /** Who answers under /api from now on. */
  world: World | undefined
  /** Another text for a file of the build: config.json, mostly. */
  replace: (path: string) => string | undefined
  close(): Promise<void>
}

export interface FrontOptions {
  readonly root?: string
  /** The path the application is served under. */
  readonly base?: string
  /** The build with the simulator in a service worker. */
  readonly demo?: boolean
  /** Where the page may get data from. */
  readonly connect?: string
}

/** Starts it on a free port. */
export async function startFront(options: FrontOptions = {}): Promise<Front> {
  const base = options.base ?? '/'
  const server = staticServer({
    root: 'dist',
    ...options,
    onApi: (incoming, outgoing) => {
      if (front.world === undefined) outgoing.destroy()
      else void answerRequest(front.world, incoming, outgoing)
    },
    replace: path => front.replace(path),
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const front: Front = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    world: undefined,
    replace: () => undefined,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return front
}

/** One host with two dashboards, `/prod/` and `/test/`, each with its own gateway below its path, and other applications beside them. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { answerRequest } from '@simulator/http-server'
import { World } from '@simulator/world'
import { staticServer } from '../../../scripts/serve.mjs'

type Place = 'prod' | 'test'

export interface Neighbours {
  /** Without a slash at its end. */
  readonly origin: string
  readonly worlds: Readonly<Record<Place, World>>
  /** What config.json of a place names as its gateway. */
  readonly gateways: Record<Place, string>
  /** Bearer tokens that the gateway of a place was sent. */
  tokensAt(place: Place): readonly string[]
  close(): void
}

/** Starts it on a free port. */
export async function startNeighbours(): Promise<Neighbours> {
  const places = ['prod', 'test'] as const
  const worlds = { prod: new World('broken'), test: new World('broken') }
  // Tokens given at the same moment would be the same.
  worlds.test.advance('1m')
  const sites = places.map(place =>
    staticServer({
      root: 'dist',
      base: `/${place}/`,
      onApi: (incoming, outgoing) => void answerRequest(worlds[place], incoming, outgoing),
      replace: path =>
        path.endsWith('config.json') ? JSON.stringify({ gateway: neighbours.gateways[place] }) : undefined,
    }),
  )
  const server = createServer((incoming, outgoing) => {
    const place = places.findIndex(name => incoming.url?.startsWith(`/${name}/`))
    // Other workers: each does nothing, and may be of the whole host.
    if (incoming.url?.endsWith('.js') === true && !incoming.url.includes('/assets/') && !incoming.url.includes('paint'))
      outgoing.writeHead(200, { 'Content-Type': 'text/javascript', 'Service-Worker-Allowed': '/' }).end('')
    else if (place >= 0) sites[place]?.emit('request', incoming, outgoing)
    else outgoing.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>Another application</title>')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const neighbours: Neighbours = {
    origin,
    worlds,
    gateways: { prod: `${origin}/prod`, test: `${origin}/test` },
    tokensAt: place => [
      ...new Set(
        worlds[place].requests.flatMap(
          ({ headers }) => /^Bearer (.+)$/.exec(headers['authorization'] ?? '')?.[1] ?? [],
        ),
      ),
    ],
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
  return neighbours
}

/** What the tab keeps under names of the dashboard. */
export const keptInTab = (page: Page) =>
  page.evaluate(() => JSON.stringify(Object.entries(sessionStorage).filter(([name]) => name.startsWith('regards'))))

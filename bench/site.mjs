/** One origin for all that is measured: the built dashboard, the yardstick page and, under /api, the simulated gateway. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { staticServer } from '../scripts/serve.mjs'
import { createSimulatorLoader, createWorld } from './worlds.mjs'

/** What the dashboard keeps in sessionStorage: names as in src/stores/storage-key.ts, the shape as in src/stores/credentials.ts. */
const CREDENTIALS = 'regards-dashboard-credentials / '
/** Where the yardstick page looks for its token. */
const PLAIN_TOKEN = 'bench-token'
const PLAIN_PATH = '/plain/'

/** How many of the newest sessions have other figures after a while. */
const MOVING = 5
/** So much later each time, in milliseconds: a thousand times are not later than now. */
const LATER = 10

/** @typedef {import('../simulator/world').World} World */

/** @param {number} times how often the world `huge` is in it */
async function loadGateway(times) {
  const loader = await createSimulatorLoader()
  const world = await createWorld(loader, times)
  world.clock.run()
  /** @type {typeof import('../simulator/http-server')} */
  const { answerRequest } = /** @type {any} */ (await loader.ssrLoadModule('/simulator/http-server.ts'))
  /** @type {typeof import('../simulator/records')} */
  const { shownSteps } = /** @type {any} */ (await loader.ssrLoadModule('/simulator/records.ts'))
  /** @type {typeof import('../simulator/accounts')} */
  const { CLIENT, PASSWORD } = /** @type {any} */ (await loader.ssrLoadModule('/simulator/accounts.ts'))
  await loader.close()

  // Figures rotate among the newest sessions: each time they differ in each of these rows, and the order is kept.
  const countOn = () => {
    const moving = world.archive.sessions.slice(0, MOVING)
    const figures = moving.map(shownSteps)
    moving.forEach((record, place) => {
      record.shown = figures[(place + 1) % MOVING]
      record.updatedAt = (record.updatedAt ?? 0) + LATER
    })
  }
  return { world, answerRequest, countOn, CLIENT, PASSWORD }
}

/**
 * @param {string} url
 * @param {Pick<Awaited<ReturnType<typeof loadGateway>>, 'CLIENT' | 'PASSWORD'>} account
 * @returns {Promise<Readonly<Record<string, string>>>} what the pages find in sessionStorage
 */
async function signIn(url, { CLIENT, PASSWORD }) {
  const answer = await fetch(`${url}api/v1/rs-authentication/oauth/token`, {
    method: 'POST',
    headers: {
      Authorization: `Basic ${Buffer.from(`${CLIENT.user}:${CLIENT.secret}`).toString('base64')}`,
      scope: 'demo',
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ grant_type: 'password', username: 'lead@example.org', password: PASSWORD, scope: 'demo' }),
  })
  if (!answer.ok) throw new Error(`The simulated REGARDS gives no token: ${answer.status}`)
  const { access_token, expires_in, tenant, sub, role } = /** @type {any} */ (await answer.json())
  const lifetime = expires_in * 1000
  const credentials = {
    status: 'signedIn',
    identity: { project: tenant, user: sub, role },
    accessToken: access_token,
    gateway: url,
    expiresAt: Date.now() + lifetime,
    lifetime,
    mark: '',
  }
  return { [CREDENTIALS + url]: JSON.stringify(credentials), [PLAIN_TOKEN]: access_token }
}

/**
 * Serves both builds over the world `huge`, or its multiple, and signs in.
 * @param {{ dashboard: string, plain: string }} folders of the builds
 * @param {number} [times] how often the 100,000 sessions of `huge` are there
 */
export async function startSite(folders, times = 1) {
  const { world, answerRequest, countOn, ...account } = await loadGateway(times)
  const plain = staticServer({ root: folders.plain, base: PLAIN_PATH })
  const dashboard = staticServer({
    root: folders.dashboard,
    onApi: (incoming, outgoing) => void answerRequest(world, incoming, outgoing),
  })
  const server = createServer((incoming, outgoing) => {
    const page = incoming.url?.startsWith(PLAIN_PATH) === true ? plain : dashboard
    page.emit('request', incoming, outgoing)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  const url = `http://127.0.0.1:${port}/`
  return {
    pages: { dashboard: url, plain: url.slice(0, -1) + PLAIN_PATH },
    storage: await signIn(url, account),
    sessions: world.archive.sessions.length,
    /** The newest sessions have other figures from now on. */
    countOn,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** @typedef {Awaited<ReturnType<typeof startSite>>} Site */

/** One origin for all that is measured: the built dashboard, the yardstick page and, under /api, the simulated gateway. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createServer as createLoader } from 'vite'
import { staticServer } from '../scripts/serve.mjs'
import { loadWorld } from '../scripts/simulator.mjs'

/** What the dashboard keeps in sessionStorage, before its gateway: the key and the shape are those of src/stores/credentials.ts. */
const CREDENTIALS = 'regards-dashboard-credentials / '
/** Where the yardstick page looks for its token. */
const PLAIN_TOKEN = 'bench-token'
const PLAIN_PATH = '/plain/'

/** Vite reads the simulator's TypeScript, as for the gateway; it has nothing to prepare for a browser. */
export const createSimulatorLoader = () =>
  createLoader({
    appType: 'custom',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, entries: [] },
    logLevel: 'warn',
  })

async function loadGateway() {
  process.env['REGARDS_WORLD'] = 'huge'
  const loader = await createSimulatorLoader()
  const world = await loadWorld(loader)
  /** @type {typeof import('../simulator/http-server')} */
  const { answerRequest } = /** @type {any} */ (await loader.ssrLoadModule('/simulator/http-server.ts'))
  /** @type {typeof import('../simulator/accounts')} */
  const { CLIENT, PASSWORD } = /** @type {any} */ (await loader.ssrLoadModule('/simulator/accounts.ts'))
  await loader.close()
  return { world, answerRequest, CLIENT, PASSWORD }
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
  }
  return { [CREDENTIALS + url]: JSON.stringify(credentials), [PLAIN_TOKEN]: access_token }
}

/**
 * Serves both builds over the world `huge` and signs in.
 * @param {{ dashboard: string, plain: string }} folders of the builds
 */
export async function startSite(folders) {
  const { world, answerRequest, ...account } = await loadGateway()
  /** @type {Promise<unknown>} */
  let gate = Promise.resolve()
  const plain = staticServer({ root: folders.plain, base: PLAIN_PATH })
  const dashboard = staticServer({
    root: folders.dashboard,
    onApi: (incoming, outgoing) => void gate.then(() => answerRequest(world, incoming, outgoing)),
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
    /** From now on the gateway answers nothing, until the returned function is called. */
    hold() {
      let release = () => {}
      gate = new Promise(resolve => {
        release = () => resolve(undefined)
      })
      return release
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** @typedef {Awaited<ReturnType<typeof startSite>>} Site */

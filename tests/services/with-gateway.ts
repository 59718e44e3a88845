/** What the tests of services share: a client in front of a world, or in front of one answer. */
import { readFileSync } from 'node:fs'
import { afterEach, vi } from 'vitest'
import { ServiceError } from '@/domain/service-error'
import { configureHttp } from '@/services/http'
import type { World } from '@/simulator/world'
import { simulator } from '@tests/setup'
import { signedIn } from '@tests/simulator/asking'

export const GATEWAY = 'https://gateway.test/regards'

/** What the client told the application about, and the token it may send. */
export interface Client {
  token: string | undefined
  readonly unauthorised: ServiceError[]
}

function configure(token: string): Client {
  const client: Client = { token, unauthorised: [] }
  configureHttp({
    baseUrl: GATEWAY,
    token: () => client.token,
    onUnauthorised: error => client.unauthorised.push(error),
  })
  return client
}

afterEach(() => {
  vi.unstubAllGlobals()
})

/** From now on this world answers, to `<name>@example.org`. */
export async function enter(world: World, name = 'operator'): Promise<Client> {
  simulator.use(world)
  const client = configure(await signedIn(world, name))
  world.forgetRequests()
  return client
}

/** Added by the run-time, not by us. */
const RUNTIME_HEADERS = ['accept', 'accept-encoding', 'accept-language', 'connection', 'sec-fetch-mode', 'user-agent']

/** Every request the world was sent since it was entered, decoded. */
export function sent(world: World) {
  return world.requests.map(({ method, url, headers, body }) => {
    const [path, search = ''] = url.split('?')
    return {
      method,
      path,
      query: Object.fromEntries(new URLSearchParams(search)),
      headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !RUNTIME_HEADERS.includes(name))),
      ...(body === '' ? {} : { body: JSON.parse(body) as unknown }),
    }
  })
}

/** What was asked, without who asked. */
export const asked = (world: World) => sent(world).map(({ headers: _, ...request }) => request)

/** The error a call ends with; a call that ends well, or with anything else, fails the test. */
export async function failureOf(call: Promise<unknown>): Promise<ServiceError> {
  const error = await call.then(
    value => new Error(`No failure, but ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  )
  if (error instanceof ServiceError) return error
  throw error
}

/** From now on every call is answered with this text, whatever it asks: quicker than a world. */
export function answering(answer: () => { readonly text: string; readonly status?: number }): Client {
  vi.stubGlobal('fetch', () => {
    const { text, status = 200 } = answer()
    return Promise.resolve(new Response(text, { status, headers: { 'Content-Type': 'application/json' } }))
  })
  return configure('a token')
}

export const sample = (file: string): string => readFileSync(`tests/samples/${file}.json`, 'utf8')

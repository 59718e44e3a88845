/** What the tests of services share: a client in front of a world, or in front of one answer. */
import { readFileSync } from 'node:fs'
import { vi } from 'vitest'
import { ServiceError } from '@/domain/service-error'
import { configureHttp } from '@/services/http'
import type { World } from '@simulator/world'
import { simulator } from '@tests/support/simulator'
import { signedIn } from '@tests/simulator/asking'

export const GATEWAY = 'https://gateway.test/regards'

/** The callbacks of the client to the application, and the token it may send. */
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

/** From now on this world answers, to `<name>@example.org`. */
export async function enter(world: World, name = 'operator'): Promise<Client> {
  simulator.use(world)
  const client = configure(await signedIn(world, name))
  world.forgetRequests()
  return client
}

/** Added by the run-time, not by us. */
const RUNTIME_HEADERS = ['accept', 'accept-encoding', 'accept-language', 'connection', 'sec-fetch-mode', 'user-agent']

/** A query as an object; a parameter that is repeated has all its values. */
function queryOf(search: string): Readonly<Record<string, string | readonly string[]>> {
  const params = new URLSearchParams(search)
  return Object.fromEntries(
    [...new Set(params.keys())].map(name => {
      const values = params.getAll(name)
      return [name, values.length === 1 ? values.join() : values]
    }),
  )
}

/** Every request the world was sent since it was entered, decoded. */
export function sent(world: World) {
  return world.requests.map(({ method, url, headers, body }) => {
    const [path, search = ''] = url.split('?')
    return {
      method,
      path,
      query: queryOf(search),
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

interface Answer {
  readonly text: string
  readonly status?: number
  /** JSON unless said. */
  readonly headers?: Readonly<Record<string, string>>
}

const HEADERS = { 'Content-Type': 'application/json' }
/** Statuses that must not have a body. */
const EMPTY = [204, 205, 304]

const responseOf = ({ text, status = 200, headers = HEADERS }: Answer) =>
  // Bytes: of a text the run-time would make up a content type.
  new Response(EMPTY.includes(status) ? null : new TextEncoder().encode(text), { status, headers })

/** From now on every call is answered with this text, whatever it asks: quicker than a world. */
export function answering(answer: () => Answer): Client {
  vi.stubGlobal('fetch', () => Promise.resolve(responseOf(answer())))
  return configure('a token')
}

/** One request, as `sent` shows those to a world. */
export interface Asked {
  readonly method: string
  /** After `/api/v1/`. */
  readonly path: string
  readonly query: Readonly<Record<string, string | readonly string[]>>
  readonly body?: unknown
}

/** From now on every call is answered according to what it asks; gives what was asked so far, in order. */
export function replying(answer: (asked: Asked) => Answer | Promise<Answer>): readonly Asked[] {
  const all: Asked[] = []
  vi.stubGlobal('fetch', async (...call: Parameters<typeof fetch>) => {
    const request = new Request(...call)
    const { pathname, search } = new URL(request.url)
    const text = await request.text()
    const asked = {
      method: request.method,
      path: pathname.split('/api/v1/')[1] ?? '',
      query: queryOf(search),
      ...(text === '' ? {} : { body: JSON.parse(text) as unknown }),
    }
    all.push(asked)
    return responseOf(await answer(asked))
  })
  configure('a token')
  return all
}

/** A page of these contents as REGARDS sends it; more rows may be in the total. */
export const pageText = (contents: readonly unknown[], totalElements = contents.length): string =>
  JSON.stringify({ metadata: { totalElements }, content: contents.map(content => ({ content, links: [] })) })

export const sample = (file: string): string => readFileSync(`tests/samples/${file}.json`, 'utf8')

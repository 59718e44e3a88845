/** Asks a world as a client would, without any of our own services in between. */
import { respond } from '@simulator/handlers'
import type { World } from '@simulator/world'

export type Row = Readonly<Record<string, unknown>>

export interface WirePage {
  readonly metadata: {
    readonly size: number
    readonly totalElements: number
    readonly totalPages: number
    readonly number: number
  }
  readonly content: readonly { readonly content: Row; readonly links: readonly { readonly rel: string }[] }[]
  readonly links: readonly { readonly rel: string; readonly href: string }[]
}

export interface Asked {
  readonly method?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Whose token to send; `nobody` sends none. */
  readonly as?: string
}

const tokens = new WeakMap<World, Map<string, string>>()

const CLIENT_PAIR = `Basic ${btoa('client:secret')}`

export async function signIn(
  world: World,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return respond(
    world,
    new Request('http://gateway/api/v1/rs-authentication/oauth/token', {
      method: 'POST',
      headers: { Authorization: CLIENT_PAIR, scope: 'demo', 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }),
  )
}

/** A token of `<name>@example.org`, the same for a whole world. */
export async function signedIn(world: World, name = 'operator', project = 'demo'): Promise<string> {
  const known = tokens.get(world) ?? new Map<string, string>()
  tokens.set(world, known)
  const key = `${name} ${project}`
  const before = known.get(key)
  if (before !== undefined) return before
  const credentials = { grant_type: 'password', username: `${name}@example.org`, password: 'orbit-7', scope: project }
  const answer = await signIn(world, credentials, { scope: project })
  const { access_token: token } = (await answer.json()) as { access_token: string }
  known.set(key, token)
  return token
}

/** One call; the path starts after /api/v1/. */
export async function ask(
  world: World,
  path: string,
  { method, body, headers, as = 'operator' }: Asked = {},
): Promise<Response> {
  const bearer = as === 'nobody' ? {} : { Authorization: `Bearer ${await signedIn(world, as)}` }
  return respond(
    world,
    new Request(`http://gateway/api/v1/${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: { ...bearer, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  )
}

export async function page(world: World, path: string, asked: Asked = {}): Promise<WirePage> {
  return (await (await ask(world, path, asked)).json()) as WirePage
}

interface WireStep {
  readonly stepId: string
  readonly inputRelated: number
  readonly outputRelated: number
  readonly state: { readonly errors: number; readonly waiting: number; readonly running: number }
  readonly properties: Readonly<Record<string, string>>
}

/** A session as rs-admin shows it now. */
export async function shown(world: World, source: string, name: string) {
  const { id } = world.session({ source, name })
  const answer = await ask(world, `rs-admin/sessions/${id}`)
  const { content } = (await answer.json()) as { content: Row & { steps: readonly WireStep[] } }
  return content
}

/** One step of it, which must exist. */
export async function shownStep(world: World, source: string, name: string, stepId: string): Promise<WireStep> {
  const step = (await shown(world, source, name)).steps.find(candidate => candidate.stepId === stepId)
  if (step === undefined) throw new Error(`${source} / ${name} shows no ${stepId}`)
  return step
}

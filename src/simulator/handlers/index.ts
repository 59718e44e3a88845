/** The gateway: finds the route of a request, checks who asks, and answers through the faults of the world. */
import type { RequestHandler } from 'msw'
import { http } from 'msw'
import { refusal, unauthorised } from '../envelope'
import { mayCall } from '../rights'
import { readToken } from '../tokens'
import type { World } from '../world'
import type { Call, Route, User } from './route'
import { ROUTES } from './routes'

interface Found {
  readonly route: Route
  readonly parts: ReadonlyMap<string, string>
}

/** The route whose template fits; one without braces wins over one with. */
function findRoute(method: string, service: string, path: readonly string[]): Found | undefined {
  const found = ROUTES.filter(route => route.verb === method && route.service === service).flatMap(route => {
    const template = route.resource.slice(1).split('/')
    const parts = new Map<string, string>()
    const fits =
      template.length === path.length &&
      template.every((segment, place) => {
        const given = path[place] ?? ''
        if (!segment.startsWith('{')) return segment === given
        parts.set(segment.slice(1, -1), decodeURIComponent(given))
        return true
      })
    return fits ? [{ route, parts }] : []
  })
  return found.find(({ parts }) => parts.size === 0) ?? found[0]
}

/** Who asks: a token speaks for itself, a `scope` alone is the public of that project (README.md 3.5). */
function userOf(world: World, headers: Headers, search: URLSearchParams): User | undefined {
  const [scheme, token] = (headers.get('authorization') ?? '').split(' ')
  if (scheme === 'Bearer') return readToken(token ?? '', world.clock.now(), world.era)
  const scope = headers.get('scope') ?? search.get('scope')
  return scope === null || scope === '' || scheme !== '' ? undefined : { tenant: scope, role: 'PUBLIC', sub: 'public' }
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function answer(world: World, request: Request, address: URL, text: string): Response {
  world.catchUp()
  const [, called = ''] = address.pathname.split('/api/v1/')
  const [alias = '', ...path] = called.split('/')
  // The gateway's public aliases lead to the same endpoints (README.md 2).
  const found = findRoute(request.method, alias.replace(/-public$/, ''), path)
  if (found === undefined) return refusal(501, `The simulated REGARDS does not answer ${request.method} ${called}`)
  const { route, parts } = found
  const user = userOf(world, request.headers, address.searchParams)
  if (user === undefined && route.isOpen === undefined) return unauthorised()
  const caller = user ?? { tenant: '', role: 'PUBLIC', sub: '' }
  if (!mayCall(caller.role, route))
    return refusal(403, `Access denied to endpoint ${route.verb} ${route.resource} for role ${caller.role}`)
  const call: Call = {
    world,
    archive: world.archiveOf(caller.tenant),
    user: caller,
    search: address.searchParams,
    headers: request.headers,
    part: name => parts.get(name) ?? '',
    body: readBody(text),
    may: (verb, service, resource) =>
      ROUTES.some(
        other =>
          other.verb === verb &&
          other.service === service &&
          other.resource === resource &&
          mayCall(caller.role, other),
      ),
  }
  return route.answer(call)
}

/** Answers one request as the gateway of this world. */
export async function respond(world: World, request: Request): Promise<Response> {
  const address = new URL(request.url)
  const [, url = ''] = `${address.pathname}${address.search}`.split('/api/v1/')
  const text = await request.text()
  world.log({ method: request.method, url, headers: Object.fromEntries(request.headers), body: text })
  return world.faults.around(`${request.method} ${url}`, text, () =>
    Promise.resolve(answer(world, request, address, text)),
  )
}

/** For msw: everything under /api/v1, of any origin and base path. */
export function handlers(world: World): RequestHandler[] {
  return [http.all('*/api/v1/*', ({ request }) => respond(world, request))]
}

/** The gateway: finds the route of a request, checks who asks, and answers through the faults of the world. */
import type { RequestHandler } from 'msw'
import { http } from 'msw'
import { refusal } from '../envelope'
import { mayCall } from '../rights'
import type { RefusedToken } from '../token-memory'
import type { World } from '../world'
import { misaddressed, pathRefused, rightRefused, strangerRefused, tokenRefused } from './refusals'
import type { Call, Route, User } from './route'
import { ROUTES } from './routes'

interface Found {
  readonly route: Route
  readonly parts: ReadonlyMap<string, string>
}

/** The values of the braces of a template, if the path matches it. */
function partsOf(resource: string, path: readonly string[]): ReadonlyMap<string, string> | undefined {
  const template = resource.slice(1).split('/')
  if (template.length !== path.length) return undefined
  const parts = new Map<string, string>()
  for (const [place, segment] of template.entries()) {
    const given = path[place] ?? ''
    if (segment.startsWith('{') && given !== '') parts.set(segment.slice(1, -1), decodeURIComponent(given))
    else if (segment !== given) return undefined
  }
  return parts
}

/** The routes whose template fits, of any verb; those without braces first. */
function routesAt(service: string, path: readonly string[]): readonly Found[] {
  return ROUTES.filter(route => route.service === service)
    .flatMap(route => {
      const parts = partsOf(route.resource, path)
      return parts === undefined ? [] : [{ route, parts }]
    })
    .sort((a, b) => a.parts.size - b.parts.size)
}

/** The caller: from the token, or with a `scope` alone the public of that project (docs/regards-api/README.md 3.5). */
function userOf(world: World, headers: Headers, search: URLSearchParams): User | RefusedToken | undefined {
  const [scheme, token = ''] = (headers.get('authorization') ?? '').split(' ')
  if (scheme === 'Bearer') return world.tokens.show(token)
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

function callOf(world: World, request: Request, address: URL, text: string, caller: User, { parts }: Found): Call {
  return {
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
}

/** The gateway looks at the token, the firewall at the path, and the microservice at who asks, in this order. */
function answer(world: World, request: Request, address: URL, text: string): Response {
  world.catchUp()
  const called = address.pathname.split('/api/v1/')[1] ?? ''
  const url = called + address.search
  const [alias = '', ...path] = called.split('/')
  // The gateway's public aliases lead to the same endpoints (docs/regards-api/README.md 2).
  const service = alias.replace(/-public$/, '')
  const user = userOf(world, request.headers, address.searchParams)
  if (user === 'unseen' || user === 'malformed') return tokenRefused(user, url, world.clock.now())
  const refused = pathRefused(path)
  if (refused !== undefined) return refused
  if (user === 'seen') return tokenRefused(user, url, world.clock.now())

  const here = routesAt(service, path)
  const found = here.find(({ route }) => route.verb === request.method)
  if (found === undefined) {
    const isKnownButForSlash = path.at(-1) === '' && routesAt(service, path.slice(0, -1)).length > 0
    if (here.length > 0 || isKnownButForSlash) return misaddressed(request.method, here.length > 0)
    return refusal(501, `The simulated REGARDS does not answer ${request.method} ${called}`)
  }
  if (user === undefined && found.route.isOpen === undefined) return strangerRefused(url)
  const caller = user ?? { tenant: '', role: 'PUBLIC', sub: '' }
  if (!mayCall(caller.role, found.route)) return rightRefused()
  return found.route.answer(callOf(world, request, address, text, caller, found))
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

/** What a handler is given and what it declares about itself. */
import type { Archive } from '../archive'
import type { DefaultRole, Endpoint } from '../rights'
import type { World } from '../world'

export interface User {
  readonly tenant: string
  readonly role: string
  readonly sub: string
}

/** One request on its way to a handler: allowed already, its path and body read. */
export interface Call {
  readonly world: World
  /** The data of the caller's project. */
  readonly archive: Archive
  readonly user: User
  readonly search: URLSearchParams
  readonly headers: Headers
  /** Decoded value of a part of the path template. */
  readonly part: (name: string) => string
  readonly body: unknown
  /** Whether the caller may call another endpoint: decides on links. */
  readonly may: (verb: Endpoint['verb'], service: string, resource: string) => boolean
}

export interface Route extends Endpoint {
  readonly description: string
  readonly controller: string
  readonly answer: (call: Call) => Response
  /** Checks its caller on its own: the token endpoint. */
  readonly isOpen?: true
}

/** Whether a part of a path is an id: anything else is refused before the lookup. */
export const isLong = (text: string): boolean => /^-?\d{1,19}$/.test(text)

/** The routes of one microservice. */
export function routesOf(
  service: string,
  table: Readonly<Record<string, Omit<Route, 'service' | 'verb' | 'resource' | 'role'> & { role: DefaultRole }>>,
): readonly Route[] {
  return Object.entries(table).map(([key, route]) => {
    const [verb, resource] = key.split(' ') as [Endpoint['verb'], string]
    return { service, verb, resource, ...route }
  })
}

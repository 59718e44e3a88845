/** How answers are wrapped: HATEOAS items, REGARDS error bodies, and the pages of the container (docs/regards-api/README.md 5 and 7). */
import { CONTAINER_PAGE } from './faults'

/** Internal on purpose: only the presence of a `rel` means anything. */
const INTERNAL = 'http://rs-gateway.internal:9032/api/v1/'

export interface Link {
  readonly rel: string
  readonly href: string
}

export interface Wrapped {
  readonly content: object
  readonly links: readonly Link[]
}

export const link = (rel: string, path: string): Link => ({ rel, href: INTERNAL + path })

/** ISO-8601 in UTC, without decimals where there are none (docs/regards-api/README.md 5). */
export const iso = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z')

/** Null fields are absent: undefined ones vanish in JSON. */
export function jsonAnswer(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json;charset=utf-8' } })
}

/** Accepted: 200 without a body. */
export const accepted = (): Response => new Response(null, { status: 200 })

export function refusal(status: number, ...messages: readonly string[]): Response {
  return jsonAnswer({ messages }, status)
}

/** A page of the container, not a REGARDS body (docs/regards-api/README.md 7). */
export function containerPage(status: number): Response {
  return new Response(CONTAINER_PAGE, { status, headers: { 'Content-Type': 'text/html;charset=utf-8' } })
}

/** The refusal of a path by a microservice's firewall, before authentication. */
export const nothing = (status: number): Response => new Response(null, { status })

/** How answers are wrapped: HATEOAS items and pages, REGARDS error bodies (README.md 5 and 7). */
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

/** ISO-8601 in UTC, without decimals where there are none (README.md 5). */
export const iso = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z')

/** Null fields are absent: undefined ones vanish in JSON. */
export function jsonAnswer(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })
}

/** "Order accepted": 200 and nothing to read. */
export const accepted = (): Response => new Response(null, { status: 200 })

export const notFound = (): Response => new Response(null, { status: 404 })

export function refusal(status: number, ...messages: readonly string[]): Response {
  return jsonAnswer({ messages }, status)
}

/** The container's page, not a REGARDS body (README.md 7). */
export function unauthorised(): Response {
  return new Response(CONTAINER_PAGE, { status: 401, headers: { 'Content-Type': 'text/html;charset=utf-8' } })
}

export interface PageQuestion {
  readonly size: number
  readonly number: number
}

/** `page` and `size`; nonsense falls back, and no page is longer than 2000. */
export function pageQuestion(search: URLSearchParams, defaultSize: number): PageQuestion {
  const read = (name: string, least: number, otherwise: number) => {
    const value = Number(search.get(name) ?? NaN)
    return Number.isInteger(value) && value >= least ? value : otherwise
  }
  return { size: Math.min(2000, read('size', 1, defaultSize)), number: read('page', 0, 0) }
}

function pageLinks(path: string, search: URLSearchParams, { size, number }: PageQuestion, pages: number) {
  const at = (rel: string, page: number) => {
    const asked = new URLSearchParams(search)
    asked.set('page', String(page))
    asked.set('size', String(size))
    return link(rel, `${path}?${asked.toString()}`)
  }
  return [
    ...(number > 0 ? [at('first', 0), at('prev', number - 1)] : []),
    at('self', number),
    ...(number < pages - 1 ? [at('next', number + 1)] : []),
    ...(pages > 1 ? [at('last', pages - 1)] : []),
  ]
}

export interface PageOptions {
  readonly path: string
  readonly search: URLSearchParams
  readonly defaultSize?: number
  /** Links of the page itself, after those to other pages. */
  readonly links?: readonly Link[]
  /** The extra member of FEM request pages. */
  readonly info?: object
}

/** One page of `all`; only its own rows are wrapped. */
export function pageAnswer<T>(
  all: readonly T[],
  wrap: (row: T) => Wrapped,
  { path, search, defaultSize = 10, links = [], info }: PageOptions,
): Response {
  const question = pageQuestion(search, defaultSize)
  const { size, number } = question
  const totalPages = Math.ceil(all.length / size)
  return jsonAnswer({
    metadata: { size, totalElements: all.length, totalPages, number },
    content: all.slice(number * size, (number + 1) * size).map(wrap),
    links: [...pageLinks(path, search, question, totalPages), ...links],
    info,
  })
}

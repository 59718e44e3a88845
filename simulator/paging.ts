/** Pages: what `page` and `size` mean, which rows come, and the links to the other pages (docs/regards-api/measured.md 3). */
import type { Link, Wrapped } from './envelope'
import { jsonAnswer, link, refusal } from './envelope'
import { unexpected } from './matching'
import type { Order } from './ties'
import { cutPage } from './ties'

const INT_MAX = 2_147_483_647

interface PageQuestion {
  readonly size: number
  readonly number: number
}

/** `page` and `size`; invalid or too small values get the default, and no page is longer than 2000. */
function pageQuestion(search: URLSearchParams, defaultSize: number): PageQuestion {
  const read = (name: string, least: number, otherwise: number) => {
    const text = search.get(name) ?? ''
    const value = /^[+-]?\d+$/.test(text) ? Number(text) : NaN
    return value >= least && value <= INT_MAX ? value : otherwise
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
  const isOneOfSeveral = number > 0 || number < pages - 1
  return [
    ...(isOneOfSeveral ? [at('first', 0)] : []),
    ...(number > 0 ? [at('prev', number - 1)] : []),
    at('self', number),
    ...(number < pages - 1 ? [at('next', number + 1)] : []),
    ...(isOneOfSeveral ? [at('last', Math.max(0, pages - 1))] : []),
  ]
}

export interface PageOptions<Row> {
  readonly path: string
  readonly search: URLSearchParams
  readonly defaultSize?: number
  /** The sort of the rows, and the world's seed, which orders equal rows. */
  readonly ties?: { readonly order: Order<Row>; readonly seed: string }
  /** The rows of every page, whatever page was asked for. */
  readonly isUncut?: true
  /** Instead of links to other pages. */
  readonly links?: readonly Link[]
  /** The extra member of FEM request pages. */
  readonly info?: object
}

function rowsOn<Row>(all: readonly Row[], { size, number }: PageQuestion, options: PageOptions<Row>): readonly Row[] {
  const { ties, path, search, isUncut } = options
  if (isUncut === true) return all
  const [from, to] = [number * size, (number + 1) * size]
  if (ties === undefined) return all.slice(from, to)
  return cutPage(all, ties.order, [from, to], `${ties.seed} ${path} ${search.toString()}`)
}

/** One page of `all`; only its own rows are wrapped. Beyond the last page there are none. */
export function pageAnswer<Row>(all: readonly Row[], wrap: (row: Row) => Wrapped, options: PageOptions<Row>): Response {
  const { path, search, defaultSize = 10, links, info } = options
  const question = pageQuestion(search, defaultSize)
  const { size, number } = question
  if (size * number > INT_MAX) {
    const message = `Page offset exceeds Integer.MAX_VALUE (${INT_MAX})`
    return refusal(500, unexpected('InvalidDataAccessApiUsageException', message))
  }
  const totalPages = Math.ceil(all.length / size)
  return jsonAnswer({
    metadata: { size, totalElements: all.length, totalPages, number },
    content: rowsOn(all, question, options).map(wrap),
    links: links ?? pageLinks(path, search, question, totalPages),
    info,
  })
}

/** The `sort` parameters of every paged list, and what an unknown property does (docs/regards-api/measured.md 3). */
import type { Archive } from '../archive'
import type { Wrapped } from '../envelope'
import { refusal } from '../envelope'
import { unexpected } from '../matching'
import type { PageOptions } from '../paging'
import { pageAnswer } from '../paging'
import type { Order } from '../ties'

type Key = string | number | undefined
export type Keys<Row> = Readonly<Record<string, (row: Row) => Key>>

/** As in PostgreSQL: absent values come last ascending, first descending. */
function compare(a: Key, b: Key): number {
  if (a === b) return 0
  if (a === undefined) return 1
  if (b === undefined) return -1
  return a < b ? -1 : 1
}

interface Sorting {
  readonly properties: readonly string[]
  readonly isDescending: boolean
  readonly ignoresCase: boolean
}

/** `name,asc`, `source,name,desc`, `name,asc,ignorecase`: anything that is no direction is read as a property. */
function sortingOf(sort: string): Sorting {
  const words = sort.split(',')
  const last = () => words.at(-1)?.toLowerCase() ?? ''
  const ignoresCase = last() === 'ignorecase'
  if (ignoresCase) words.pop()
  const direction = last()
  if (direction === 'asc' || direction === 'desc') words.pop()
  return { properties: words.filter(word => word !== ''), isDescending: direction === 'desc', ignoresCase }
}

const folded =
  <Row>(key: (row: Row) => Key) =>
  (row: Row): Key => {
    const value = key(row)
    return typeof value === 'string' ? value.toLowerCase() : value
  }

/** The order `sort` asks for, or the name of an unknown property: a server error. `sort=` asks for none. */
export function orderOf<Row>(keys: Keys<Row>, sorts: readonly string[]): Order<Row> | { unknown: string } {
  const orders: Order<Row>[] = []
  for (const { properties, isDescending, ignoresCase } of sorts.map(sortingOf))
    for (const property of properties) {
      const known = Object.hasOwn(keys, property) ? keys[property] : undefined
      if (known === undefined) return { unknown: property }
      const key = ignoresCase ? folded(known) : known
      orders.push(isDescending ? (a, b) => compare(key(b), key(a)) : (a, b) => compare(key(a), key(b)))
    }
  return (a, b) => {
    for (const order of orders) {
      const result = order(a, b)
      if (result !== 0) return result
    }
    return 0
  }
}

export const unknownProperty = (name: string, type = 'Entity'): Response =>
  refusal(500, unexpected('PropertyReferenceException', `No property '${name}' found for type '${type}'`))

interface Listing<Row> extends Omit<PageOptions<Row>, 'ties'> {
  readonly archive: Archive
  /** What it can be sorted by. */
  readonly keys: Keys<Row>
  /** As in the parameter: `id,asc`. */
  readonly defaultSort: string
  readonly wrap: (row: Row) => Wrapped
}

/** More rows than this are not worth sorting for one page of them. */
const MANY = 50_000

/** The rows of all these sessions; undefined when they are too many to be answered. */
export function gather<Session, Row>(
  sessions: readonly Session[],
  rowsOf: (session: Session) => readonly Row[],
  most = MANY,
): readonly Row[] | undefined {
  const rows: Row[] = []
  for (const session of sessions) {
    for (const row of rowsOf(session)) rows.push(row)
    if (rows.length > most) return undefined
  }
  return rows
}

/** One page of the rows, in the order that was asked for; 413 without rows (docs/regards-api/README.md 7). */
export function sortedPage<Row>(rows: readonly Row[] | undefined, listing: Listing<Row>): Response {
  if (rows === undefined) return refusal(413, 'Too many results')
  const { archive, keys, defaultSort, wrap, ...page } = listing
  const sorts = page.search.getAll('sort')
  const order = orderOf(keys, sorts.length === 0 ? [defaultSort] : sorts)
  if (typeof order !== 'function') return unknownProperty(order.unknown)
  return pageAnswer([...rows].sort(order), wrap, { ...page, ties: { order, seed: archive.seed } })
}

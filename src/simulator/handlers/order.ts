/** The `sort` parameters of every paged list, and what a property nobody knows does (README.md 5). */
import type { PageOptions, Wrapped } from '../envelope'
import { pageAnswer, refusal } from '../envelope'

export type Key = string | number | undefined
export type Order<Row> = (a: Row, b: Row) => number
export type Keys<Row> = Readonly<Record<string, (row: Row) => Key>>

/** As PostgreSQL does: what is absent comes last going up, first going down. */
function compare(a: Key, b: Key): number {
  if (a === b) return 0
  if (a === undefined) return 1
  if (b === undefined) return -1
  return a < b ? -1 : 1
}

function orderBy<Row>(key: (row: Row) => Key, isDescending: boolean): Order<Row> {
  return isDescending ? (a, b) => compare(key(b), key(a)) : (a, b) => compare(key(a), key(b))
}

/** The order `sort` asks for, or the name of a property nobody knows: a server error (README.md 5). */
export function orderOf<Row>(
  keys: Readonly<Record<string, (row: Row) => Key>>,
  sorts: readonly string[],
): Order<Row> | { unknown: string } {
  const orders: Order<Row>[] = []
  for (const sort of sorts) {
    const [property = '', direction = 'asc'] = sort.split(',')
    const key = Object.hasOwn(keys, property) ? keys[property] : undefined
    if (key === undefined) return { unknown: property }
    orders.push(orderBy(key, direction.toLowerCase() === 'desc'))
  }
  return (a, b) => orders.reduce((result, order) => (result === 0 ? order(a, b) : result), 0)
}

export const unknownProperty = (name: string): Response => refusal(500, `No property '${name}' found`)

export interface Listing<Row> extends PageOptions {
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

/** One page of the rows, in the order that was asked for; 413 without rows (README.md 7). */
export function sortedPage<Row>(rows: readonly Row[] | undefined, listing: Listing<Row>): Response {
  if (rows === undefined) return refusal(413, 'Too many results')
  const { keys, defaultSort, wrap, ...page } = listing
  const sorts = page.search.getAll('sort')
  const order = orderOf(keys, sorts.length === 0 ? [defaultSort] : sorts)
  return typeof order === 'function' ? pageAnswer([...rows].sort(order), wrap, page) : unknownProperty(order.unknown)
}

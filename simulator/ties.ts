/** What PostgreSQL does with rows that a sort leaves equal: every page orders them anew (docs/regards-api/measured.md 3). */
import { Random } from './random'

export type Order<Row> = (a: Row, b: Row) => number

/** All rows around this place that the order finds equal: the first of them, and the one after the last. */
function tiesAround<Row>(
  rows: readonly Row[],
  order: Order<Row>,
  place: number,
): readonly [first: number, end: number] {
  const row = rows[place] as Row
  const isEqual = (other: number) => order(rows[other] as Row, row) === 0
  let [first, end] = [place, place + 1]
  while (first > 0 && isEqual(first - 1)) first--
  while (end < rows.length && isEqual(end)) end++
  return [first, end]
}

function shuffled<Row>(rows: readonly Row[], seed: string): readonly Row[] {
  if (rows.length < 2) return rows
  const random = new Random(seed)
  const mixed = [...rows]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = random.integer(0, last)
    const row = mixed[last] as Row
    mixed[last] = mixed[other] as Row
    mixed[other] = row
  }
  return mixed
}

/**
 * The rows of one page. The same question has the same answer; another page is another question, so that a row can be
 * on both, or on none. Only ties that the page touches are shuffled: the rest of 100 000 rows stays as it is.
 */
export function cutPage<Row>(
  rows: readonly Row[],
  order: Order<Row>,
  [from, to]: readonly [number, number],
  question: string,
): readonly Row[] {
  const page: Row[] = []
  const stop = Math.min(to, rows.length)
  for (let place = from; place < stop;) {
    const [first, end] = tiesAround(rows, order, place)
    const ties = shuffled(rows.slice(first, end), `${question} ${first}`)
    page.push(...ties.slice(place - first, Math.min(stop, end) - first))
    place = end
  }
  return page
}

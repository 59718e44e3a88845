/** Value restrictions of request bodies (docs/regards-api/README.md 6). */

interface Restriction<T> {
  readonly values: readonly T[]
  readonly mode: 'INCLUDE'
  readonly matchMode: 'STRICT'
  readonly ignoreCase: false
}

/** Exactly one of these values; never an empty list, which REGARDS answers with a fault of its own. */
export function oneOf<T extends string | number>(...values: readonly [T, ...T[]]): Restriction<T> {
  return { values, mode: 'INCLUDE', matchMode: 'STRICT', ignoreCase: false }
}

/** The ids of one call: at least one, and no more than a restriction may hold. */
export type Ids = readonly [number, ...number[]]

/** Values one restriction may hold; rs-ingest answers 422 to more. */
export const MOST_VALUES = 1000

const isSome = (ids: readonly number[]): ids is Ids => ids.length > 0

/** Each id once, in as many calls as needed; none for none. */
export function batchesOf(ids: readonly number[]): readonly Ids[] {
  const each = [...new Set(ids)]
  const starts = Array.from({ length: Math.ceil(each.length / MOST_VALUES) }, (_, n) => n * MOST_VALUES)
  return starts.map((start): readonly number[] => each.slice(start, start + MOST_VALUES)).filter(isSome)
}

/** The rows in groups for calls of at most 1000 ids each; none for none. */
export function inBatches<R>(rows: readonly R[]): readonly (readonly R[])[] {
  const count = Math.ceil(rows.length / MOST_VALUES)
  return Array.from({ length: count }, (_, n) => rows.slice(n * MOST_VALUES, (n + 1) * MOST_VALUES))
}

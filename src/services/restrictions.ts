/** Value restrictions of request bodies (README.md 6). */

export interface Restriction<T> {
  readonly values: readonly T[]
  readonly mode: 'INCLUDE'
  readonly matchMode: 'STRICT'
  readonly ignoreCase: false
}

/** Exactly one of these values; never an empty list, which REGARDS answers with a fault of its own. */
export function oneOf<T extends string | number>(...values: readonly [T, ...T[]]): Restriction<T> {
  return { values, mode: 'INCLUDE', matchMode: 'STRICT', ignoreCase: false }
}

/** The selected rows, by their keys: rows that leave the list are deselected. */
import { useState } from 'react'

interface Keyed {
  readonly key: string
}

export interface RowSelection<R> {
  /** In the order of the list. */
  readonly rows: readonly R[]
  readonly has: (row: Keyed) => boolean
  readonly toggle: (row: Keyed) => void
  readonly selectAll: () => void
  readonly clear: () => void
}

/** @param rows the visible ones: no action ever includes a hidden row */
export function useRowSelection<R extends Keyed>(rows: readonly R[]): RowSelection<R> {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  return {
    rows: rows.filter(({ key }) => keys.has(key)),
    has: ({ key }) => keys.has(key),
    toggle: ({ key }) =>
      setKeys(before => {
        const after = new Set(before)
        if (!after.delete(key)) after.add(key)
        return after
      }),
    selectAll: () => setKeys(new Set(rows.map(({ key }) => key))),
    clear: () => setKeys(new Set()),
  }
}

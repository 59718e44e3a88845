/** Styles that show as many columns as a table has room for, without measuring: container queries, one set for each set of columns. */
import { useInsertionEffect, useMemo } from 'react'
import { adoptStyles } from './adopt-styles'
import type { PlacedColumn } from './table-types'

type Track = Pick<PlacedColumn<never>, 'id' | 'place' | 'width' | 'hideBelow' | 'isWhole' | 'inLines'>

const tracksOf = (columns: readonly Track[]) => columns.map(({ width }) => width).join(' ')

/** The header of a hidden sort column is shown at the end of the status header. */
function sortedAmong(scope: string, left: readonly Track[], gone: readonly Track[]): readonly string[] {
  const track = left.findIndex(({ isWhole }) => isWhole === true)
  const host = left[track]
  if (host === undefined) return []
  const cell = `{grid-area:1/${track + 1}}`
  return [
    `${scope} [role=columnheader][aria-colindex="${host.place}"]${cell}`,
    ...gone.map(({ place }) => `${scope} [aria-colindex="${place}"][aria-sort]{display:flex;grid-area:1/${track + 1}}`),
  ]
}

/**
 * The style sheet of a set of columns: below `hideBelow` pixels a column leaves, and what is marked `data-instead-of` with its id comes.
 * @param table the value of `data-columns` that it is for
 */
export function columnRules(table: string, columns: readonly Track[]): string {
  const scope = `[data-columns="${table}"]`
  const limits = [...new Set(columns.flatMap(({ hideBelow }) => hideBelow ?? []))].sort((a, b) => b - a)
  // What stands for a column that this table does not have at all is always shown.
  const there = columns.map(({ id }) => `${scope} [data-instead-of="${id}"]{display:none}`)
  const whole = `${scope}{--columns:${tracksOf(columns)}}${there.join('')}`
  const narrower = limits.map(limit => {
    const left = columns.filter(({ hideBelow = 0 }) => hideBelow < limit)
    const gone = columns.filter(({ hideBelow }) => hideBelow === limit)
    const allGone = columns.filter(({ hideBelow = 0 }) => hideBelow >= limit)
    const hidden = gone.map(({ place }) => `${scope} [aria-colindex="${place}"]{display:none}`)
    const instead = gone.map(({ id }) => `${scope} [data-instead-of="${id}"]{display:inline}`)
    const rules = [...hidden, ...instead, ...sortedAmong(scope, left, allGone)]
    return `@container table (width < ${limit}px){${scope}{--columns:${tracksOf(left)}}${rules.join('')}}`
  })
  return [whole, ...narrower].join('\n')
}

/** The style sheet of rows of two lines: each cell has its place in them, or none. */
function lineRules(table: string, columns: readonly Track[]): string {
  const scope = `[data-columns="${table}"]`
  const places = columns.map(
    ({ place, inLines }) =>
      `${scope} [role=gridcell][aria-colindex="${place}"]{${inLines === undefined ? 'display:none' : `grid-area:${inLines}`}}`,
  )
  // What stands for a column that has no place in them is shown.
  const there = columns.flatMap(({ id, inLines }) =>
    inLines === undefined ? [] : [`${scope} [data-instead-of="${id}"]{display:none}`],
  )
  return [...there, ...places].join('\n')
}

/** The name of each set of columns that a table of this page has had, and those whose rules are there; a handful, and kept. */
const names = new Map<string, string>()
const adopted = new Set<string>()

/** Adds the rules of these columns to the page. @returns the value for `data-columns` */
export function useColumnRules(columns: readonly Track[], isInLines: boolean): string {
  const rules = isInLines ? lineRules : columnRules
  const table = useMemo(() => {
    const key = rules('', columns)
    const name = names.get(key) ?? `c${names.size}`
    names.set(key, name)
    return name
  }, [columns, rules])
  useInsertionEffect(() => {
    if (adopted.has(table)) return
    adopted.add(table)
    adoptStyles(rules(table, columns))
  }, [table, columns, rules])
  return table
}

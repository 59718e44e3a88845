/** The one figure of several runs. */

/**
 * @param {readonly number[]} values at least one
 * @returns {number}
 */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [below = NaN, above = NaN] =
    sorted.length % 2 === 0 ? [sorted[middle - 1], sorted[middle]] : [sorted[middle], sorted[middle]]
  return (below + above) / 2
}

/**
 * The median of each property.
 * @template {object} T of numbers
 * @param {readonly T[]} runs at least one
 * @returns {T}
 */
export function medians(runs) {
  const names = /** @type {(keyof T)[]} */ (Object.keys(runs[0] ?? {}))
  const entries = names.map(name => [name, median(runs.map(run => Number(run[name])))])
  return /** @type {T} */ (Object.fromEntries(entries))
}

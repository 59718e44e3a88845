/** In what one answer differs from another: types and keys, never values, each difference as one line to be listed. */

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|\+00:00)$/

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return typeof value === 'string' && DATE.test(value) ? 'date' : typeof value
}

type Values = readonly unknown[]
type Members = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Members => typeOf(value) === 'object'

/** Members of these are no fixed keys but names chosen by users. */
const isMap = (path: string): boolean => path.endsWith('steps[].properties')

function memberDifferences(theirs: readonly Members[], ours: readonly Members[], path: string): readonly string[] {
  if (theirs.length === 0 || ours.length === 0) return []
  if (isMap(path)) return differences(theirs.flatMap(Object.values), ours.flatMap(Object.values), `${path}.*`)
  const keys = new Set([...theirs, ...ours].flatMap(Object.keys))
  return [...keys].flatMap(key => {
    const [their, our] = [theirs, ours].map(all => all.filter(one => Object.hasOwn(one, key)).map(one => one[key]))
    const name = path === '' ? key : `${path}.${key}`
    if (our === undefined || our.length === 0) return [`${name}: only recorded`]
    return their === undefined || their.length === 0 ? [`${name}: only here`] : differences(their, our, name)
  })
}

/** Compares all values that stand in one place, such as a column of all rows. An empty array agrees with any. */
export function differences(theirs: Values, ours: Values, path = ''): readonly string[] {
  if (theirs.length === 0 || ours.length === 0) return []
  const [their, our] = [theirs, ours].map(values => [...new Set(values.map(typeOf))].sort().join('|'))
  if (their !== our) return [`${path}: ${their ?? ''} recorded, ${our ?? ''} here`]
  return [
    ...memberDifferences(theirs.filter(isObject), ours.filter(isObject), path),
    ...differences(theirs.filter(Array.isArray).flat(), ours.filter(Array.isArray).flat(), `${path}[]`),
  ]
}

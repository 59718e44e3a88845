/** Created at the first use: an Intl object takes up to a millisecond, and the first screen needs few of them. */
export function lazy<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

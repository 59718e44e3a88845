/** The only way a value gets into a path (trust F26); names of sources and sessions never do. */

/** The value percent-encoded; undefined when no encoding would bring it there whole: URL parsers fold dots, servers refuse slashes. */
export function pathSegment(value: string): string | undefined {
  if (value === '' || value === '.' || value === '..' || value.includes('/')) return undefined
  try {
    return encodeURIComponent(value)
  } catch {
    // Half of a surrogate pair.
    return undefined
  }
}

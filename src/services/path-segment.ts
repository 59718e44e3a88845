/** The only way a value gets into a path; names of sources and sessions never do. */
import { ServiceError } from '@/domain/service-error'

/** Characters the gateway refuses in a path, however encoded (docs/regards-api/measured.md 6). */
const REFUSED = /[%\\/;\n]/

/** The value percent-encoded; undefined when no encoding preserves it: URL parsers fold dots, the gateway refuses some characters. */
export function pathSegment(value: string): string | undefined {
  if (value === '' || value === '.' || value === '..' || REFUSED.test(value)) return undefined
  try {
    return encodeURIComponent(value)
  } catch {
    // Half of a surrogate pair.
    return undefined
  }
}

/**
 * A path below a microservice, the values in their places.
 * @throws ServiceError `unaddressable` for a value no path can hold; nothing is sent then
 */
export function pathWith(service: string) {
  return (places: TemplateStringsArray, ...values: readonly string[]): string =>
    String.raw(
      places,
      ...values.map(value => {
        const segment = pathSegment(value)
        if (segment === undefined) throw new ServiceError({ service, reason: 'unaddressable', detail: value })
        return segment
      }),
    )
}

/** The filter by name as REGARDS does it, for rows that are there already. Pure. */
import type { SessionRef } from './session'

/**
 * Whether a text holds another one as `LIKE` compares: `%` for any text, `_` for any one character. Part by part, each as
 * early as it can be: no pattern takes long.
 */
function isLike(pattern: string): (text: string) => boolean {
  const parts = pattern.split('%').map(part => Array.from(part))
  return text => {
    const signs = Array.from(text)
    let place = 0
    for (const part of parts) {
      const isAt = (start: number) => part.every((sign, n) => sign === '_' || sign === signs[start + n])
      while (place + part.length <= signs.length && !isAt(place)) place++
      place += part.length
      if (place > signs.length) return false
    }
    return true
  }
}

/** Keys of rows whose source is this one and whose name holds the text, as REGARDS compares them (docs/regards-api/measured.md 2). */
export function matches(filters: { readonly source?: string; readonly name?: string }): (ref: SessionRef) => boolean {
  const { source, name } = filters
  const holds = isLike(name ?? '')
  return ref => (source === undefined || ref.source === source) && holds(ref.name)
}

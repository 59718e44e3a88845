/** When a range of time begins, as addresses and what is kept say it. */

/** A span of time, or a date; a time says its zone, so that it means the same everywhere. */
export function isSince(text: unknown): text is string {
  if (typeof text !== 'string') return false
  const isDate = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(text)
  return text === '24h' || text === '7d' || (isDate && Date.parse(text) > 0)
}

/** How REGARDS compares texts: SQL LIKE with live wildcards, and the restrictions of request bodies (README.md 6). */

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** `LIKE '%value%'`: `%` and `_` act as wildcards, since nobody escapes them. */
export function containsLike(value: string, { ignoreCase = false } = {}): (text: string) => boolean {
  if (!/[%_]/.test(value)) {
    const wanted = ignoreCase ? value.toLowerCase() : value
    return text => (ignoreCase ? text.toLowerCase() : text).includes(wanted)
  }
  const pattern = literally(value).replaceAll('%', '[^]*').replaceAll('_', '[^]')
  const expression = new RegExp(pattern, ignoreCase ? 'iu' : 'u')
  return text => expression.test(text)
}

/** As in request bodies: `_` is escaped, `%` is not. */
export function containsPercent(value: string): (text: string) => boolean {
  const expression = new RegExp(literally(value).replaceAll('%', '[^]*'), 'u')
  return text => expression.test(text)
}

export interface Restriction {
  readonly values: readonly string[]
  readonly mode: string
  readonly matchMode?: string
  readonly ignoreCase?: boolean
}

/** A member of a request body, when it is an object. */
export function member(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null && Object.hasOwn(body, name)
    ? (body as Readonly<Record<string, unknown>>)[name]
    : undefined
}

export function textMember(body: unknown, name: string): string {
  const value = member(body, name)
  return typeof value === 'string' ? value : ''
}

export function restriction(body: unknown, name: string): Restriction | undefined {
  const value = member(body, name)
  const values = member(value, 'values')
  if (!Array.isArray(values)) return undefined
  return {
    values: values.map(String),
    mode: textMember(value, 'mode'),
    matchMode: textMember(value, 'matchMode') || 'STRICT',
    ignoreCase: member(value, 'ignoreCase') === true,
  }
}

/** An `INCLUDE` of nothing is an error of the server, and so are more than 1000 values (README.md 6 and 9). */
export function restrictionFault(given: Restriction | undefined): { status: number; message: string } | undefined {
  if (given === undefined) return undefined
  if (given.values.length > 1000) return { status: 422, message: 'A restriction holds at most 1000 values' }
  return given.mode === 'INCLUDE' && given.values.length === 0
    ? { status: 500, message: 'Restriction values are empty' }
    : undefined
}

export function satisfies(given: Restriction | undefined, text: string): boolean {
  if (given === undefined) return true
  const fold = (value: string) => (given.ignoreCase === true ? value.toLowerCase() : value)
  const subject = fold(text)
  const found = given.values.map(fold).some(value => {
    if (given.matchMode === 'STARTS_WITH') return subject.startsWith(value)
    if (given.matchMode === 'ENDS_WITH') return subject.endsWith(value)
    return given.matchMode === 'CONTAINS' ? containsPercent(value)(subject) : subject === value
  })
  return found === (given.mode !== 'EXCLUDE')
}

/** The first of these restrictions that the server would refuse, if any. */
export function firstFault(body: unknown, names: readonly string[]): { status: number; message: string } | undefined {
  for (const name of names) {
    const fault = restrictionFault(restriction(body, name))
    if (fault !== undefined) return fault
  }
  return undefined
}

/** Of a list of texts, one that satisfies is enough; to exclude, none may be among the values. */
export function satisfiesAny(given: Restriction | undefined, texts: readonly string[]): boolean {
  if (given?.mode === 'EXCLUDE') return texts.every(text => satisfies(given, text))
  return given === undefined || texts.some(text => satisfies(given, text))
}

/** Whether a time lies in the date range of a body's member, both ends included; without a range it does. */
export function isWithin(body: unknown, name: string, time: number): boolean {
  const range = member(body, name)
  const [after, before] = [Date.parse(textMember(range, 'after')), Date.parse(textMember(range, 'before'))]
  return !(time < after) && !(time > before)
}

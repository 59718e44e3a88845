/** The restrictions of request bodies, and how they are read (docs/regards-api/README.md 6). */
import { containsEscaped } from './like'

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

interface BodyFault {
  readonly status: number
  readonly message: string
}

/** An `INCLUDE` of nothing is an error of the server; of too many values a search makes nothing (docs/regards-api/measured.md 6). */
function restrictionFault(given: Restriction | undefined, name: string): BodyFault | undefined {
  return given !== undefined && given.mode !== 'EXCLUDE' && given.values.length === 0
    ? {
        status: 500,
        message: unexpected(
          'InvalidParameterException',
          `Invalid search value restriction on ${name}. Forbidden empty list of values with include mode.`,
        ),
      }
    : undefined
}

/** The body of an unexpected exception. */
export const unexpected = (cause: string, message: string): string =>
  `An unexpected error occurred, please consult the microservice log for more information. Cause: ${cause}, message: ${message}`

export function satisfies(given: Restriction | undefined, text: string): boolean {
  if (given === undefined) return true
  return isAmong(given, text) === (given.mode !== 'EXCLUDE')
}

function isAmong({ values, matchMode = 'STRICT', ignoreCase }: Restriction, text: string): boolean {
  // By far the most frequent, and called once per row with up to a thousand values.
  if (matchMode === 'STRICT' && ignoreCase !== true) return values.includes(text)
  const fold = (value: string) => (ignoreCase === true ? value.toLowerCase() : value)
  const subject = fold(text)
  return values.map(fold).some(value => {
    if (matchMode === 'STARTS_WITH') return subject.startsWith(value)
    if (matchMode === 'ENDS_WITH') return subject.endsWith(value)
    return matchMode === 'CONTAINS' ? containsEscaped(value)(subject) : subject === value
  })
}

/** The first of these restrictions that the server would refuse, if any. */
export function firstFault(body: unknown, names: readonly string[]): BodyFault | undefined {
  for (const name of names) {
    const fault = restrictionFault(restriction(body, name), name)
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

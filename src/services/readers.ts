/**
 * Reads the answers of the first screen: strict about values that actions use, lenient about the rest. By hand: a page of sessions holds
 * thousands of numbers. tests/services/readers.test.ts holds every reader to the schema that says the same in short.
 */
import { isFields } from '@/domain/shapes'

type Fields = Readonly<Record<string, unknown>>

/** The fields of an object; undefined for what is none. */
export const fieldsOf = (value: unknown): Fields | undefined => (isFields(value) ? value : undefined)

const NUMBER = /^\s*[-+]?\d+(\.\d+)?([eE][-+]?\d+)?\s*$/

/** A finite number, also when it was sent as text; NaN for anything else. */
export function numberOf(value: unknown): number {
  const number = typeof value === 'string' && NUMBER.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : NaN
}

/** Absent, as JSON's null, counts 0; what is no number is NaN, which the screen shows as unreadable and adds to nothing. */
export const figureOf = (value: unknown): number => numberOf(value ?? 0)

/** Numbers that identify: an action is sent with them, and a rounded one would name something else. */
export function idOf(value: unknown): number | undefined {
  const number = numberOf(value)
  return Number.isSafeInteger(number) ? number : undefined
}

/** Text as it came, such as a date: what is no date is shown as it is. */
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Text that is not empty. */
export const nameOf = (value: unknown): string | undefined => (value === '' ? undefined : textOf(value))

/** Each of a list; undefined where it is none, or where one of them cannot be read. */
export function listOf<T>(value: unknown, read: (one: unknown) => T | undefined): readonly T[] | undefined {
  if (!Array.isArray(value)) return undefined
  const found: T[] = []
  for (const one of value) {
    const is = read(one)
    if (is === undefined) return undefined
    found.push(is)
  }
  return found
}

/** Whether a value from outside has a shape: for what is kept or configured, and is used as it came. Pure. */

export type IsShape = (value: unknown) => boolean
type Fields = Readonly<Record<string, unknown>>

/** An object of JSON: no list, and not null. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Any JSON value. */
export const isSaid: IsShape = value => value !== undefined

export const isText = (value: unknown): value is string => typeof value === 'string'

/** JSON writes a number that is too large, too: `1e400` is read as infinite, and is none. */
export const isNumber = (value: unknown): value is number => Number.isFinite(value)

export const isOneOf =
  (...values: readonly unknown[]): IsShape =>
  value =>
    values.includes(value)

/** What may be left out. JSON's null is something else. */
export const isOptional =
  (is: IsShape): IsShape =>
  value =>
    value === undefined || is(value)

export const isListOf =
  (is: IsShape): IsShape =>
  value =>
    Array.isArray(value) && value.every(is)

/** A list of a fixed number of values, each of its own shape. */
export const isTuple =
  (...parts: readonly IsShape[]): IsShape =>
  value =>
    Array.isArray(value) && value.length === parts.length && parts.every((is, place) => is(value[place]))

/** An object in which every value has this shape. */
export const isRecordOf =
  (is: IsShape): IsShape =>
  value =>
    isFields(value) && Object.values(value).every(is)

/** An object in which these keys have these shapes; it may have others. */
export const isObjectOf =
  (shapes: Readonly<Record<string, IsShape>>): IsShape =>
  value =>
    isFields(value) && Object.entries(shapes).every(([key, is]) => is(value[key]))

export const isAnyOf =
  (...shapes: readonly IsShape[]): IsShape =>
  value =>
    shapes.some(is => is(value))

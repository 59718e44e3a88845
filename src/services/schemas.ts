/** The schemas of the answers: strict about values that actions use, lenient about the rest. */
import * as z from 'zod/mini'

/** JSON's null equals an absent value. */
export const or = <S extends z.ZodMiniType, F>(schema: S, fallback: F) =>
  z.pipe(
    z.nullish(schema),
    z.transform((value): NonNullable<z.output<S>> | F => value ?? fallback),
  )

const numberAsText = z.pipe(
  z.pipe(
    z.string().check(z.regex(/^\s*[-+]?\d+(\.\d+)?([eE][-+]?\d+)?\s*$/)),
    z.transform(text => Number(text)),
  ),
  z.number(),
)

/** A finite number, also when it was sent as text. */
export const count = z.union([z.number(), numberAsText])

/** Absent counts 0; what is no number is NaN, which the screen shows as unreadable and adds to nothing. */
export const figure = z.catch(or(count, 0), NaN)

/** A counter that decides on badges and actions: absent counts 0, an invalid value is not read as 0. */
export const counter = or(count, 0)

/** Ids: actions are sent with them. */
export const id = z.pipe(count, z.int())

export const name = z.string().check(z.minLength(1))

/** Unchanged; a text that is no date is shown as it is. */
export const date = z.catch(z.optional(z.string()), undefined)

/** Values that are no text are left out. */
export const names = z.pipe(
  z.array(z.unknown()),
  z.transform(values => values.filter(value => typeof value === 'string')),
)

export const word = z.catch(z.optional(name), undefined)

export const no = z.catch(z._default(z.boolean(), false), false)

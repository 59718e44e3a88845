/** What each answer must look like: strict about what an action needs, forgiving about the rest. */
import * as z from 'zod/mini'

/** JSON's null is what REGARDS leaves out: both mean "not said". */
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

/** A counter that decides on badges and orders: absent counts 0, nonsense is not taken for "none". */
export const counter = or(count, 0)

/** Numbers that identify: an action is sent with them. */
export const id = z.pipe(count, z.int())

export const name = z.string().check(z.minLength(1))

/** Kept as it came; what is no date is shown as it is. */
export const date = z.catch(z.optional(z.string()), undefined)

const counters = or(z.looseObject({ errors: counter, waiting: counter, running: counter }), {
  errors: 0,
  waiting: 0,
  running: 0,
})

const numberOf = (value: unknown): number => count.safeParse(value).data ?? NaN

/** Numbers that arrive as text (docs/regards-api/sessions.md 2.1); NaN for a text that is none. */
const properties = z.pipe(
  or(z.record(z.string(), z.unknown()), {}),
  z.transform(values => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, numberOf(value)]))),
)

/** docs/regards-api/sessions.md 2.1, SessionStep. */
const step = z.looseObject({
  stepId: name,
  type: z.catch(z._default(z.string(), ''), ''),
  inputRelated: figure,
  outputRelated: figure,
  state: counters,
  properties,
  lastUpdateDate: date,
})

/** docs/regards-api/sessions.md 2.1, Session. A step that cannot be read makes the row unreadable: errors must not vanish with it. */
export const session = z.looseObject({
  id,
  // May be empty: REGARDS takes such a name from events.
  name: z.string(),
  source: name,
  creationDate: date,
  lastUpdateDate: date,
  steps: or(z.array(step), []),
})

/** docs/regards-api/sessions.md 1.1, Source; read as strictly as a session, for the same reason. */
export const source = z.looseObject({
  name,
  nbSessions: figure,
  lastUpdateDate: date,
  steps: or(
    z.array(
      z.looseObject({
        type: z.catch(z._default(z.string(), ''), ''),
        totalIn: figure,
        totalOut: figure,
        state: counters,
      }),
    ),
    [],
  ),
})

/** Suggestions: what is no text is left out. */
export const names = z.pipe(
  z.array(z.unknown()),
  z.transform(values => values.filter(value => typeof value === 'string')),
)

export const word = z.catch(z.optional(name), undefined)
const VALIDITY = 7200

/** docs/regards-api/README.md 3.2; a token whose end is not said is taken for one of the usual length. */
export const token = z.looseObject({
  access_token: name,
  tenant: word,
  scope: word,
  role: name,
  sub: word,
  email: word,
  expires_in: z.catch(count.check(z.positive()), VALIDITY),
})

export const no = z.catch(z._default(z.boolean(), false), false)

/** docs/regards-api/README.md 3.6. */
export const project = z.looseObject({
  name,
  label: word,
  isAccessible: z.catch(z._default(z.boolean(), true), true),
  isDeleted: no,
})

/** docs/regards-api/README.md 4, item of the resource list. */
export const right = z.looseObject({ microservice: name, resource: name, verb: name })

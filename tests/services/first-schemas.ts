/** What the answers of the first screen must look like, said as schemas: the readers of src/services are held to them (readers.test.ts). */
import * as z from 'zod/mini'
import type { Page, Session, Source, Unreadable } from '@/domain/session'
import type { Resource } from '@/services/hateoas'
import { count, counter, date, figure, id, name, no, or, word } from '@/services/schemas'

const counters = or(z.looseObject({ errors: counter, waiting: counter, running: counter }), {
  errors: 0,
  waiting: 0,
  running: 0,
})

const numberOf = (value: unknown): number => count.safeParse(value).data ?? NaN

/** Numbers sent as text (docs/regards-api/sessions.md 2.1); NaN for a text that is none. */
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
const session = z.looseObject({
  id,
  // May be empty: REGARDS takes such a name from events.
  name: z.string(),
  source: name,
  creationDate: date,
  lastUpdateDate: date,
  steps: or(z.array(step), []),
})

/** docs/regards-api/sessions.md 1.1, Source; read as strictly as a session, for the same reason. */
const source = z.looseObject({
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

const VALIDITY = 7200

/** docs/regards-api/README.md 3.2; a token without a lifetime gets the usual one. */
export const token = z.looseObject({
  access_token: name,
  tenant: word,
  scope: word,
  role: name,
  sub: word,
  email: word,
  expires_in: z.catch(count.check(z.positive()), VALIDITY),
})

/** docs/regards-api/README.md 3.6. */
export const project = z.looseObject({
  name,
  label: word,
  isAccessible: z.catch(z._default(z.boolean(), true), true),
  isDeleted: no,
})

/** docs/regards-api/README.md 4, item of the resource list. */
export const right = z.looseObject({ microservice: name, resource: name, verb: name })

const text = z.catch(z.optional(z.string()), undefined)

/** docs/regards-api/README.md 7. */
export const refusal = z.looseObject({
  messages: z.catch(z.optional(z.array(z.unknown())), undefined),
  message: text,
  detailMessage: text,
  additionalInformation: z.catch(z.optional(z.looseObject({ error: text })), undefined),
})

/** docs/regards-api/measured.md 4. */
export const gatewayFault = z.looseObject({
  timestamp: z.unknown(),
  path: z.string(),
  status: z.literal(500),
  error: z.string(),
  requestId: z.string(),
})

const link = z.looseObject({ rel: z.string() })

const resource = z.looseObject({
  content: z.unknown(),
  links: z.catch(z.optional(z.array(z.unknown())), undefined),
})

const page = z.looseObject({
  content: z.array(z.unknown()),
  metadata: z.looseObject({ totalElements: id }),
})

/** The resource in an envelope, or undefined when it is none. */
function readResource(value: unknown): Resource | undefined {
  const { success, data } = resource.safeParse(value)
  if (!success || data.content === undefined) return undefined
  const rels = (data.links ?? []).flatMap(found => link.safeParse(found).data?.rel.toLowerCase() ?? [])
  return { content: data.content, rels: new Set(rels) }
}

const named = z.looseObject({
  content: z.looseObject({
    name: z.catch(z.optional(z.string()), undefined),
    // A rounded id would be another one.
    id: z.catch(z.optional(z.union([z.string(), id])), undefined),
  }),
})

function unreadable(entry: unknown): Unreadable {
  const { success, data } = named.safeParse(entry)
  const content = success ? data.content : undefined
  return { unreadable: true, label: content?.name ?? content?.id?.toString() }
}

/** A page whose entries are read one by one: a broken one keeps its place and spoils no other. */
/** As readPage of src/services/hateoas.ts. */
export function pageBySchema<T>(
  answer: unknown,
  readEntry: (resource: Resource) => T | undefined,
): Page<T> | undefined {
  const { success, data } = page.safeParse(answer)
  if (!success) return undefined
  return {
    total: Math.max(0, data.metadata.totalElements),
    entries: data.content.map(entry => {
      const found = readResource(entry)
      return (found && readEntry(found)) ?? unreadable(entry)
    }),
  }
}

const countersOf = ({ errors, waiting, running }: Session['steps'][number]['state']) => ({ errors, waiting, running })

/** As readSource of src/services/session-readers.ts. */
export function sourceBySchema(content: unknown): Source | undefined {
  const { success, data } = source.safeParse(content)
  if (!success) return undefined
  const { name: own, nbSessions, lastUpdateDate, steps } = data
  return {
    name: own,
    sessionCount: nbSessions,
    lastUpdateDate,
    steps: steps.map(({ type, totalIn, totalOut, state }) => ({ type, totalIn, totalOut, state: countersOf(state) })),
  }
}

/** As readSession of src/services/session-readers.ts. */
export function sessionBySchema(content: unknown): Omit<Session, 'canDelete'> | undefined {
  const { success, data } = session.safeParse(content)
  if (!success) return undefined
  const { id: own, name: called, source: owner, creationDate, lastUpdateDate, steps } = data
  return {
    ...{ id: own, name: called, source: owner, creationDate, lastUpdateDate },
    steps: steps.map(({ stepId, type, inputRelated, outputRelated, state, properties: said, lastUpdateDate: at }) => ({
      ...{ stepId, type, inputRelated, outputRelated, state: countersOf(state) },
      ...{ properties: said, lastUpdateDate: at },
    })),
  }
}

/** The envelopes of REGARDS: `{content, links}` and pages of them (docs/regards-api/README.md 5). */
import * as z from 'zod/mini'
import type { Page, Unreadable } from '@/domain/session'
import { id } from './schemas'

const link = z.looseObject({ rel: z.string() })

const resource = z.looseObject({
  content: z.unknown(),
  links: z.catch(z.optional(z.array(z.unknown())), undefined),
})

const page = z.looseObject({
  content: z.array(z.unknown()),
  metadata: z.looseObject({ totalElements: id }),
})

/** One resource and the relations the server offers with it. */
export interface Resource {
  readonly content: unknown
  /** In lower case: REGARDS is not uniform (docs/regards-api/README.md 4). */
  readonly rels: ReadonlySet<string>
}

/** The resource in an envelope, or undefined when it is none. */
export function readResource(value: unknown): Resource | undefined {
  const { success, data } = resource.safeParse(value)
  if (!success || data.content === undefined) return undefined
  const rels = (data.links ?? []).flatMap(found => link.safeParse(found).data?.rel.toLowerCase() ?? [])
  return { content: data.content, rels: new Set(rels) }
}

const named = z.looseObject({
  content: z.looseObject({
    name: z.catch(z.optional(z.string()), undefined),
    // A rounded id would name something else.
    id: z.catch(z.optional(z.union([z.string(), id])), undefined),
  }),
})

function unreadable(entry: unknown): Unreadable {
  const { success, data } = named.safeParse(entry)
  const content = success ? data.content : undefined
  return { unreadable: true, label: content?.name ?? content?.id?.toString() }
}

/** A page whose entries are read one by one: a broken one keeps its place and spoils no other. */
export function readPage<T>(answer: unknown, readEntry: (resource: Resource) => T | undefined): Page<T> | undefined {
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

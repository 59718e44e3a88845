/** The envelopes of REGARDS: `{content, links}` and pages of them (docs/regards-api/README.md 5). */
import type { Page, Unreadable } from '@/domain/session'
import { fieldsOf, idOf, textOf } from './readers'

/** One resource and the relations the server offers with it. */
export interface Resource {
  readonly content: unknown
  /** In lower case: REGARDS is not uniform (docs/regards-api/README.md 4). */
  readonly rels: ReadonlySet<string>
}

function relsIn(links: unknown): ReadonlySet<string> {
  const said: readonly unknown[] = Array.isArray(links) ? links : []
  return new Set(said.flatMap(link => textOf(fieldsOf(link)?.['rel'])?.toLowerCase() ?? []))
}

/** The resource in an envelope, or undefined when it is none. */
export function readResource(value: unknown): Resource | undefined {
  const envelope = fieldsOf(value)
  const content = envelope?.['content']
  return content === undefined ? undefined : { content, rels: relsIn(envelope?.['links']) }
}

function unreadable(entry: unknown): Unreadable {
  const content = fieldsOf(fieldsOf(entry)?.['content'])
  const id = content?.['id']
  // A rounded id would be another one.
  return { unreadable: true, label: textOf(content?.['name']) ?? textOf(id) ?? idOf(id)?.toString() }
}

/** A page whose entries are read one by one: a broken one keeps its place and spoils no other. */
export function readPage<T>(answer: unknown, readEntry: (resource: Resource) => T | undefined): Page<T> | undefined {
  const page = fieldsOf(answer)
  const content: unknown = page?.['content']
  const total = idOf(fieldsOf(page?.['metadata'])?.['totalElements'])
  if (!Array.isArray(content) || total === undefined) return undefined
  return {
    total: Math.max(0, total),
    entries: content.map(entry => {
      const found = readResource(entry)
      return (found && readEntry(found)) ?? unreadable(entry)
    }),
  }
}

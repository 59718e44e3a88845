/** Common code of all lists: requesting a page, and leaving out but counting rows of other sessions (docs/regards-api/README.md 5, 6). */
import * as z from 'zod/mini'
import type { PageEnds, RecordPage, RecordListParams } from '@/domain/record-list'
import type { Resource } from './hateoas'
import { readPage, readResource } from './hateoas'
import type { Call } from './http'
import { sortBy } from './paging'
import { ownerIn } from './session-names'

/**
 * One page of a list.
 * @param size rows of a page; the list's own unless said
 * @throws ServiceError
 */
export type RecordLoader<R extends object> = (
  question: RecordListParams,
  page: number,
  signal?: AbortSignal,
  size?: number,
) => Promise<RecordPage<R>>

/** Rows a page asks for: many light ones, or few that carry a whole document. */
export const SIZE = { light: 500, heavy: 100 } as const

/** The query of a page; a property the server cannot sort by is a fault of its own (docs/regards-api/README.md 5). */
export function pageQuery(page: number, size: number, property: string, direction: RecordListParams['direction']) {
  return { page, size, sort: sortBy(property, direction) }
}

/** The call of a list whose restrictions are its body. */
export const search = (
  service: string,
  path: string,
  query: NonNullable<Call['query']>,
  body: object,
  signal?: AbortSignal,
): Call => ({ service, path, method: 'POST', query, body, signal })

/** In place of a row of a session with a similar name. */
export const OF_OTHERS = Symbol('of others')

/** The row, when it is of this session (services/session-names.ts); nothing when it does not say whose it is. */
export function ofSession<R>(
  owned: Parameters<typeof ownerIn>[0],
  ref: RecordListParams['ref'],
  row: R,
): R | typeof OF_OTHERS | undefined {
  const owner = ownerIn(owned, ref)
  return owner === 'own' ? row : owner === 'other' ? OF_OTHERS : undefined
}

const identified = z.looseObject({
  id: z.catch(z.optional(z.union([z.string(), z.number()])), undefined),
  chain: z.catch(z.optional(z.looseObject({ id: z.union([z.string(), z.number()]) })), undefined),
})

/** The identity of a row within its list, for rows of any session; undefined where it has none. */
function identityOf(content: unknown): string | undefined {
  const { success, data } = identified.safeParse(content)
  const id = success ? (data.id ?? data.chain?.id) : undefined
  return id === undefined ? undefined : String(id)
}

const listed = z.looseObject({ content: z.array(z.unknown()) })

function endsOf(answer: unknown): PageEnds {
  const { data } = listed.safeParse(answer)
  const rows = data?.content ?? []
  const identity = (row: unknown) => identityOf(readResource(row)?.content)
  return { first: identity(rows[0]), last: identity(rows.at(-1)), count: rows.length }
}

/** Decodes a page whose rows have this shape; a row of another shape, or of which `rowOf` makes nothing, keeps its place and spoils no other. */
export function readRecords<S extends z.ZodMiniType, R extends object>(
  schema: S,
  rowOf: (content: z.output<S>, rels: Resource['rels']) => R | typeof OF_OTHERS | undefined,
): (answer: unknown) => RecordPage<R> | undefined {
  return answer => {
    const page = readPage(answer, ({ content, rels }) => {
      const { success, data } = schema.safeParse(content)
      return success ? rowOf(data, rels) : undefined
    })
    return (
      page && {
        total: page.total,
        received: page.entries.length,
        ends: [endsOf(answer)],
        entries: page.entries.filter(entry => entry !== OF_OTHERS),
      }
    )
  }
}

/** Decodes a list that has no pages: a bare array of resources (docs/regards-api/README.md 5). */
export function readWholeList<R extends object>(
  read: (answer: unknown) => RecordPage<R> | undefined,
): (answer: unknown) => RecordPage<R> | undefined {
  return answer =>
    Array.isArray(answer) ? read({ content: answer, metadata: { totalElements: answer.length } }) : undefined
}

/** rs-admin: sources, sessions, their names, and what the user may do. `sources`, `sessions`, `resources` (docs/regards-api/sessions.md 1, 2; docs/regards-api/README.md 4). */
import type { SessionSort, Sort } from '@/domain/board-view'
import type { SessionListParams, SourceListParams } from '@/domain/list-params'
import { PAGE_SIZE } from '@/domain/list-params'
import type { Right } from '@/domain/rights'
import { ServiceError } from '@/domain/service-error'
import type { Page, Session, SessionRef, Source } from '@/domain/session'
import { isSameSession, isTooLong, isUnreadable } from '@/domain/session'
import type { Resource } from './hateoas'
import { readPage, readResource } from './hateoas'
import { ask, submit } from './http'
import { allOf, pagesOf, sortBy } from './paging'
import { fieldsOf, nameOf } from './readers'
import { backslashed } from './session-names'
import { readSession, readSource } from './session-readers'

const SERVICE = 'rs-admin'

const sourceIn = ({ content }: Resource): Source | undefined => readSource(content)

function sessionIn({ content, rels }: Resource): Session | undefined {
  const read = readSession(content)
  return read && { ...read, canDelete: rels.has('delete') }
}

/** The default sort of REGARDS. */
const LATEST_FIRST = { property: 'lastUpdateDate', direction: 'desc' } as const

/** One page of sources; names are compared as the server does: contains, case sensitive (docs/regards-api/sessions.md 1.1). */
export function findSources(
  question: SourceListParams,
  page: number,
  signal?: AbortSignal,
  size: number = PAGE_SIZE,
): Promise<Page<Source>> {
  const { property, direction } = question.sort ?? LATEST_FIRST
  const query = {
    page,
    size,
    // Sources have no id: their name is unique.
    sort: sortBy(property, direction, 'name'),
    sourceName: question.name,
    sourceState: question.state,
  }
  return ask({ service: SERVICE, path: 'sources', query, signal }, answer => readPage(answer, sourceIn))
}

/** @property ties order of the ids among equal rows; ascending unless said */
type OrderedSort = Sort<SessionSort | 'id'> & { readonly ties?: 'desc' }

/** One page of sessions; the source is exact, the name contains (docs/regards-api/sessions.md 2.1). By their ids new ones come last. */
export function findSessions(
  question: Omit<SessionListParams, 'sort'> & { readonly sort?: OrderedSort },
  page: number,
  signal?: AbortSignal,
  size: number = PAGE_SIZE,
): Promise<Page<Session>> {
  const { property, direction, ties }: OrderedSort = question.sort ?? LATEST_FIRST
  const query = {
    page,
    size,
    sort: sortBy(property, direction, 'id', ties),
    sourceName: question.source,
    sessionName: question.name,
    sessionState: question.state,
  }
  return ask({ service: SERVICE, path: 'sessions', query, signal }, answer => readPage(answer, sessionIn))
}

/** Values that are no text are left out. */
const readNames = (answer: unknown) =>
  Array.isArray(answer) ? answer.filter((name): name is string => typeof name === 'string') : undefined

/** At most ten source names that contain the text, letter case ignored (docs/regards-api/sessions.md 1.2); here alone a backslash escapes. */
export function findSourceNames(text: string, signal?: AbortSignal): Promise<readonly string[]> {
  return ask({ service: SERVICE, path: 'sources/names', query: { name: backslashed(text) }, signal }, readNames)
}

/** At most ten session names, of all sources (docs/regards-api/sessions.md 2.2). */
export function findSessionNames(text: string, signal?: AbortSignal): Promise<readonly string[]> {
  return ask({ service: SERVICE, path: 'sessions/names', query: { name: backslashed(text) }, signal }, readNames)
}

/**
 * The session of this id.
 * @throws ServiceError with status 404 for a deleted or purged one, whose id is `missing`
 */
export async function findSessionById(id: number, signal?: AbortSignal): Promise<Session> {
  try {
    return await ask({ service: SERVICE, path: `sessions/${id}`, signal }, answer => {
      const found = readResource(answer)
      return found && sessionIn(found)
    })
  } catch (error) {
    if (!(error instanceof ServiceError) || !error.isNotFound) throw error
    const { status, messages, carriedToken } = error
    throw new ServiceError({ service: SERVICE, reason: 'status', status, messages, carriedToken, missing: 'id' })
  }
}

const SEARCH_SIZE = 100

/** No session has these names. */
const none = () =>
  new ServiceError({ service: SERVICE, reason: 'status', status: 404, carriedToken: true, missing: 'names' })

/**
 * The session of exactly this source and name, wherever it is in the list (docs/regards-api/sessions.md 2.1).
 * @throws ServiceError with status 404 when there is none: the names are `missing`
 */
export async function findSession(ref: SessionRef, signal?: AbortSignal): Promise<Session> {
  // The name is too long for REGARDS and for proxies.
  if (isTooLong(ref)) throw none()
  const askPage = (page: number) => {
    const query = {
      page,
      size: SEARCH_SIZE,
      sort: sortBy('id', 'asc'),
      sourceName: ref.source,
      // `%` and `_` stand for any text and any character, themselves included. No filter finds only an empty name.
      sessionName: ref.name === '' ? undefined : ref.name,
    }
    return ask({ service: SERVICE, path: 'sessions', query, signal }, answer => readPage(answer, sessionIn))
  }
  let isThereUnreadable = false
  for await (const entries of pagesOf(SERVICE, askPage)) {
    for (const entry of entries) {
      if (isUnreadable(entry)) isThereUnreadable ||= entry.label === ref.name
      else if (isSameSession(entry, ref)) return entry
    }
  }
  // An unreadable row with this name still exists: do not report it as deleted.
  throw isThereUnreadable ? new ServiceError({ service: SERVICE, reason: 'unreadable', carriedToken: true }) : none()
}

/** Requests the deletion of a session's products; the row stays until it is purged (docs/regards-api/sessions.md 7). */
export function deleteSession(id: number): Promise<void> {
  return submit({ service: SERVICE, path: `sessions/${id}`, method: 'DELETE' })
}

/** docs/regards-api/README.md 4, item of the resource list. */
export function readRight(content: unknown): Right | undefined {
  const said = fieldsOf(content)
  const microservice = nameOf(said?.['microservice'])
  const resource = nameOf(said?.['resource'])
  const verb = nameOf(said?.['verb'])
  if (microservice === undefined || resource === undefined || verb === undefined) return undefined
  return { microservice, resource, verb }
}

const RESOURCES_SIZE = 2000

/**
 * The endpoints open to the user: for calls that no link announces (docs/regards-api/README.md 4).
 * @throws ServiceError also when one of them cannot be read: a missing endpoint would read as a missing right
 */
export async function findResources(signal?: AbortSignal): Promise<readonly Right[]> {
  return allOf(SERVICE, page =>
    ask(
      { service: SERVICE, path: 'resources', query: { page, size: RESOURCES_SIZE, sort: sortBy('id', 'asc') }, signal },
      answer => readPage(answer, ({ content }) => readRight(content)),
    ),
  )
}

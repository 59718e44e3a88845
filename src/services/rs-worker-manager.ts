/** rs-worker-manager: worker requests. `POST requests`, `POST requests/retry`, `DELETE requests/delete` (docs/regards-api/actions.md 2.5, 2.6, 3.7). */
import type { WorkerRequest } from '@/domain/record-list'
import { ServiceError } from '@/domain/service-error'
import type { Page, SessionRef } from '@/domain/session'
import { readPage } from './hateoas'
import { ask, submit } from './http'
import type { OwnedRow } from './own-rows'
import { identitiesOf } from './own-rows'
import { allOf, sortBy } from './paging'
import type { RecordLoader } from './record-page'
import { OF_OTHERS, SIZE, pageQuery, readRecords, search } from './record-page'
import { ownedWorkerRequest, workerRequest } from './record-schemas'
import type { Ids } from './restrictions'
import { oneOf } from './restrictions'
import { causeOf } from './server-words'
import { isOf, isPlain, literal } from './session-names'

const SERVICE = 'rs-worker-manager'
const LIST_SIZE = 1000

/** Statuses are always sent: without them the server relaunches everything it can. */
const STATUSES = {
  /** Both feed the error badge (docs/regards-api/previous-dashboard-defects.md 5). */
  inError: oneOf('ERROR', 'INVALID_CONTENT'),
  waiting: oneOf('NO_WORKER_AVAILABLE'),
  /** What the deletion of a session deletes (docs/regards-api/sessions.md 7). */
  blocked: oneOf('ERROR', 'INVALID_CONTENT', 'NO_WORKER_AVAILABLE'),
} as const
type Statuses = keyof typeof STATUSES

/** The server matches both names as substrings (docs/regards-api/previous-dashboard-defects.md 6). */
const selection = ({ source, name }: SessionRef, statuses: Statuses) => ({
  ...{ source: literal(source), session: literal(name), statuses: STATUSES[statuses] },
})

const findRequests =
  (statuses: Statuses): RecordLoader<WorkerRequest> =>
  ({ ref, direction }, page, signal, size = SIZE.light) =>
    ask(
      search(SERVICE, 'requests', pageQuery(page, size, 'id', direction), selection(ref, statuses), signal),
      readRecords(workerRequest, request => {
        if (!isOf(request, ref)) return OF_OTHERS
        const { id, requestId, contentType, status, dispatchedWorkerType: workerType, error, creationDate } = request
        return {
          ...{ key: String(id), cause: causeOf(error), date: creationDate },
          ...{ id, requestId, contentType, status, workerType },
        }
      }),
    )

/** A page of the worker requests of the session in error or with an invalid content. */
export const findErrors = findRequests('inError')
/** A page of those for which there is no worker. */
export const findWaiting = findRequests('waiting')

/** The requests in error of a session, and whether a call by its names would match those of other sessions, or none. */
export interface RequestsInError {
  readonly ids: readonly number[]
  readonly hasOthers: boolean
}

/**
 * Lists what the server would relaunch for this session: it compares source and session as substrings (docs/regards-api/previous-dashboard-defects.md 6).
 * @throws ServiceError also for a row that cannot be read: it might belong to another session
 */
export async function findRequestsInError(ref: SessionRef): Promise<RequestsInError> {
  const listed = await allOf(SERVICE, page =>
    ask(
      search(SERVICE, 'requests', { page, size: LIST_SIZE, sort: sortBy('id', 'asc') }, selection(ref, 'inError')),
      answer => readPage(answer, ({ content }) => workerRequest.safeParse(content).data),
    ),
  )
  const own = listed.filter(request => isOf(request, ref))
  // A row may come twice when others left the list between two pages.
  return { ids: [...new Set(own.map(({ id }) => id))], hasOthers: own.length < listed.length || !isPlain(ref) }
}

const retry = (body: object) => submit({ service: SERVICE, path: 'requests/retry', method: 'POST', body })

/**
 * Relaunches all requests in error that the filter matches; only for a session whose names match no other one.
 * @throws ServiceError for names that REGARDS would not match exactly; nothing is sent then
 */
export async function relaunchMatching(ref: SessionRef): Promise<void> {
  if (!isPlain(ref)) throw new ServiceError({ service: SERVICE, reason: 'unaddressable' })
  return retry(selection(ref, 'inError'))
}

/** Relaunches exactly these requests. */
export function relaunchByIds(ids: Ids, statuses: Statuses = 'inError'): Promise<void> {
  return retry({ ids: oneOf(...ids), statuses: STATUSES[statuses] })
}

/** A blocked request as far as its deletion depends on it. */
export interface OwnedRequest extends OwnedRow {
  readonly id: number
}

/** How blocked requests can be sorted: by session, or by id. */
const ORDERS = { bySession: ['source,asc', 'session,asc', 'id,asc'], byId: ['id,asc'] } as const

/**
 * One page of the blocked requests the server finds for this session, those of similar names included.
 * @throws ServiceError
 */
export function findOwnedRequests(
  ref: SessionRef,
  page: number,
  size: number,
  sorted: keyof typeof ORDERS,
  signal?: AbortSignal,
): Promise<Page<OwnedRequest>> {
  return ask(
    search(SERVICE, 'requests', { page, size, sort: ORDERS[sorted] }, selection(ref, 'blocked'), signal),
    answer =>
      readPage(answer, ({ content }) => {
        const { success, data } = ownedWorkerRequest.safeParse(content)
        return success ? { id: data.id, source: data.source, session: data.session } : undefined
      }),
  )
}

/**
 * Requests the deletion of exactly these blocked requests (docs/regards-api/measured.md 1.2).
 * @param rows as listed, at most 1000
 * @throws ServiceError; `unaddressable`, and nothing is sent, unless every row is one of exactly this session
 */
export async function deleteRequests(ref: SessionRef, rows: readonly OwnedRequest[]): Promise<void> {
  const ids = oneOf(...identitiesOf(SERVICE, ref, rows, ({ id }) => id))
  const body = { ids, statuses: STATUSES.blocked }
  await submit({ service: SERVICE, path: 'requests/delete', method: 'DELETE', body })
}

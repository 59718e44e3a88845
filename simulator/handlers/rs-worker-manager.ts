/** rs-worker-manager: its requests, their relaunch and their deletion, all by substrings of the names (docs/regards-api/actions.md 2.5, 2.6 and 3.7). */
import type { Archive } from '../archive'
import { causeOf } from '../error-texts'
import { accepted, iso, link, refusal } from '../envelope'
import { deleteWorkerRequests } from '../deleting'
import type { Item } from '../items'
import { BLOCKED_REQUESTS, GONE } from '../items'
import { peekItems } from '../live-steps'
import { containsEscaped } from '../like'
import type { Restriction } from '../matching'
import { firstFault, isWithin, restriction, satisfies, textMember } from '../matching'
import { relaunchWorkers } from '../pipeline'
import { uuidOf } from '../random'
import type { SessionRecord } from '../records'
import type { Sort } from '../step-items'
import { serialOf } from '../step-items'
import { QUEUE } from '../work'
import type { Keys } from './order'
import { gather, sortedPage } from './order'
import type { Call } from './route'
import { routesOf } from './route'
import { holdingAny, similarSessions } from './sessions-asked'

interface Row {
  readonly record: SessionRecord
  readonly request: Item
  readonly requestId: string
}

/** The requests of the sessions asked for, and of those whose names contain theirs. */
function requestsOf(archive: Archive, body: unknown, takes: (status: string) => boolean): readonly Row[] | undefined {
  const [ids, contentTypes] = [restriction(body, 'ids'), restriction(body, 'contentTypes')]
  const hasType = containsEscaped(textMember(body, 'dispatchedWorkerType'))
  const wants = ({ kind, status }: Sort) => kind === 'workerRequest' && status !== GONE && takes(status)
  const sessions = holdingAny(similarSessions(archive, body, 'source'), ids, id => serialOf(Number(id)))
  return gather(sessions, record =>
    peekItems(record, 'workers', wants)
      .filter(({ id, about }) => satisfies(ids, String(id)) && hasType(about))
      .filter(request => satisfies(contentTypes, contentType(request)))
      .filter(({ createdAt }) => isWithin(body, 'creationDate', createdAt))
      .map(request => ({ record, request, requestId: uuidOf(String(request.id)) })),
  )
}

const contentType = ({ about }: Item): string => `product/${about === '' ? 'unknown' : about}`

const KEYS: Keys<Row> = {
  id: ({ request }) => request.id,
  requestId: ({ requestId }) => requestId,
  creationDate: ({ request }) => request.createdAt,
  contentType: ({ request }) => contentType(request),
  source: ({ record }) => record.source,
  session: ({ record }) => record.name,
  status: ({ request }) => request.status,
  dispatchedWorkerType: ({ request }) => request.about,
}

function wrapRequest({ record, request, requestId }: Row, call: Call) {
  const { id, status, about, createdAt } = request
  const path = 'rs-worker-manager/requests'
  const isBlocked = BLOCKED_REQUESTS.includes(status)
  return {
    content: {
      id,
      requestId,
      creationDate: iso(createdAt),
      contentType: contentType(request),
      source: record.source,
      session: record.name,
      status,
      dispatchedWorkerType: about === '' ? undefined : about,
      error: causeOf(call.archive, record, request)?.text,
    },
    links: [
      link('self', `${path}/${requestId}`),
      link('list', path),
      ...(isBlocked && call.may('POST', 'rs-worker-manager', '/requests/retry')
        ? [link('retry', `${path}/retry`)]
        : []),
      ...(isBlocked && call.may('DELETE', 'rs-worker-manager', '/requests/delete')
        ? [link('delete', `${path}/delete`)]
        : []),
    ],
  }
}

function faultOf(body: unknown, names: readonly string[]): Response | undefined {
  if (body === undefined) return refusal(400, 'Required request body is missing')
  const fault = firstFault(body, names)
  return fault && refusal(fault.status, fault.message)
}

function list(call: Call): Response {
  const refused = faultOf(call.body, ['ids', 'contentTypes', 'statuses'])
  if (refused !== undefined) return refused
  const statuses = restriction(call.body, 'statuses')
  return sortedPage(
    requestsOf(call.archive, call.body, status => satisfies(statuses, status)),
    {
      archive: call.archive,
      keys: KEYS,
      defaultSort: 'requestId,asc',
      wrap: row => wrapRequest(row, call),
      path: 'rs-worker-manager/requests',
      search: call.search,
    },
  )
}

/** Anything but the three blocked statuses, or nothing at all, becomes all three, whether or not ids are given. */
function blockedAmong(given: Restriction | undefined): readonly string[] {
  const values = given?.values ?? []
  return values.length > 0 && values.every(value => BLOCKED_REQUESTS.includes(value)) ? values : BLOCKED_REQUESTS
}

type Order = (archive: Archive, record: SessionRecord, requests: readonly Item[]) => void

/** The blocked requests a body selects, session by session. */
function orderOf({ archive, body }: Call, order: Order): Response {
  const refused = faultOf(body, ['ids', 'contentTypes'])
  if (refused !== undefined) return refused
  const statuses = blockedAmong(restriction(body, 'statuses'))
  const rows = requestsOf(archive, body, status => statuses.includes(status)) ?? []
  const wanted = new Set(rows.map(({ request }) => request.id))
  for (const record of new Set(rows.map(row => row.record)))
    order(
      archive,
      record,
      archive.items(record, 'workers').filter(({ id }) => wanted.has(id)),
    )
  return accepted()
}

/** A queued job deletes the requests that were blocked when it was queued. */
const deleteLater: Order = (archive, record, requests) => {
  archive.timeline.after(QUEUE, () => deleteWorkerRequests(archive, record, requests))
}

export const workerManagerRoutes = routesOf('rs-worker-manager', {
  'POST /requests': {
    role: 'EXPLOIT',
    description: 'Search worker requests',
    controller: 'RequestController',
    answer: list,
  },
  'POST /requests/retry': {
    role: 'EXPLOIT',
    description: 'Retry worker requests',
    controller: 'RequestController',
    answer: call => orderOf(call, relaunchWorkers),
  },
  'DELETE /requests/delete': {
    role: 'ADMIN',
    description: 'Delete worker requests',
    controller: 'RequestController',
    answer: call => orderOf(call, deleteLater),
  },
})

/** rs-worker-manager: its requests and their relaunch, both by substrings of the names (actions.md 2.5 and 3.7). */
import type { Archive } from '../archive'
import { causeOf } from '../error-texts'
import { accepted, iso, link, refusal } from '../envelope'
import type { Item } from '../items'
import { GONE } from '../items'
import { lookAt } from '../live-steps'
import type { Restriction } from '../matching'
import {
  containsPercent,
  firstFault,
  isWithin,
  restriction,
  restrictionFault,
  satisfies,
  textMember,
} from '../matching'
import { relaunchWorkers } from '../pipeline'
import { uuidOf } from '../random'
import type { SessionRecord } from '../records'
import type { Endpoint } from '../rights'
import { mayCall } from '../rights'
import type { Sort } from '../step-items'
import type { Keys } from './order'
import { gather, sortedPage } from './order'
import type { Call } from './route'
import { routesOf } from './route'
import { similarSessions } from './sessions-asked'

const BLOCKED = ['ERROR', 'INVALID_CONTENT', 'NO_WORKER_AVAILABLE']

const DELETE: Endpoint = { service: 'rs-worker-manager', verb: 'DELETE', resource: '/requests/delete', role: 'ADMIN' }

interface Row {
  readonly record: SessionRecord
  readonly request: Item
  readonly requestId: string
}

/** The requests of the sessions asked for, and of those whose names hold theirs. */
function requestsOf(archive: Archive, body: unknown, takes: (status: string) => boolean): readonly Row[] | undefined {
  const [ids, contentTypes] = [restriction(body, 'ids'), restriction(body, 'contentTypes')]
  const hasType = containsPercent(textMember(body, 'dispatchedWorkerType'))
  const wants = ({ kind, status }: Sort) => kind === 'workerRequest' && status !== GONE && takes(status)
  return gather(similarSessions(archive, body), record =>
    lookAt(record, 'workers', wants)
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
  const isBlocked = BLOCKED.includes(status)
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
      ...(isBlocked && mayCall(call.user.role, DELETE) ? [link('delete', `${path}/delete`)] : []),
    ],
  }
}

function faultOf(body: unknown): Response | undefined {
  if (body === undefined) return refusal(400, 'Required request body is missing')
  const fault = firstFault(body, ['ids', 'contentTypes'])
  return fault && refusal(fault.status, fault.message)
}

function list(call: Call): Response {
  const statuses = restriction(call.body, 'statuses')
  const fault = restrictionFault(statuses)
  if (fault !== undefined) return refusal(fault.status, fault.message)
  const rows = requestsOf(call.archive, call.body, status => satisfies(statuses, status))
  return (
    faultOf(call.body) ??
    sortedPage(rows, {
      keys: KEYS,
      defaultSort: 'requestId,asc',
      wrap: row => wrapRequest(row, call),
      path: 'rs-worker-manager/requests',
      search: call.search,
    })
  )
}

/** Anything but the three blocked statuses, or nothing at all, becomes all three. */
function retryStatuses(given: Restriction | undefined): readonly string[] {
  const values = given?.values ?? []
  return values.length > 0 && values.every(value => BLOCKED.includes(value)) ? values : BLOCKED
}

function retry({ archive, body }: Call): Response {
  const refused = faultOf(body)
  if (refused !== undefined) return refused
  const hasIds = restriction(body, 'ids') !== undefined
  const statuses = hasIds ? BLOCKED : retryStatuses(restriction(body, 'statuses'))
  const rows = requestsOf(archive, body, status => statuses.includes(status)) ?? []
  const wanted = new Set(rows.map(({ request }) => request.id))
  for (const record of new Set(rows.map(row => row.record))) {
    const requests = archive.items(record, 'workers').filter(({ id }) => wanted.has(id))
    relaunchWorkers(archive, record, requests)
  }
  return accepted()
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
    answer: retry,
  },
})

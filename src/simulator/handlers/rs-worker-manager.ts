/** rs-worker-manager: its requests and their relaunch, both by substrings of the names (actions.md 2.5 and 3.7). */
import type { Archive } from '../archive'
import { hasStep } from '../archive'
import { accepted, link, pageAnswer, refusal } from '../envelope'
import type { Item } from '../items'
import { GONE } from '../items'
import type { Restriction } from '../matching'
import { containsPercent, restriction, restrictionFault, satisfies, textMember } from '../matching'
import { relaunchWorkers } from '../pipeline'
import { uuidOf } from '../random'
import type { SessionRecord } from '../records'
import type { Call } from './route'
import { routesOf } from './route'
import { similarSessions } from './sessions-asked'

const BLOCKED = ['ERROR', 'INVALID_CONTENT', 'NO_WORKER_AVAILABLE']

const CAUSES: Readonly<Record<string, string>> = {
  ERROR: 'Worker stopped unexpectedly (exit code 137)',
  INVALID_CONTENT: 'Content is not valid: property "bands" is missing',
}

interface Row {
  readonly record: SessionRecord
  readonly request: Item
  readonly requestId: string
}

/** The requests of the sessions asked for, and of those whose names hold theirs. */
function requestsOf(archive: Archive, body: unknown, takes: (status: string) => boolean): readonly Row[] {
  const ids = restriction(body, 'ids')
  const hasType = containsPercent(textMember(body, 'dispatchedWorkerType'))
  return similarSessions(archive, body)
    .filter(record => hasStep(record, 'workers'))
    .flatMap(record =>
      archive
        .items(record, 'workers')
        .filter(({ kind, status }) => kind === 'workerRequest' && status !== GONE && takes(status))
        .filter(({ id, about }) => satisfies(ids, String(id)) && hasType(about))
        .map(request => ({ record, request, requestId: uuidOf(String(request.id)) })),
    )
}

function wrapRequest({ record, request, requestId }: Row, call: Call) {
  const { id, status, about, createdAt } = request
  const path = 'rs-worker-manager/requests'
  const isBlocked = BLOCKED.includes(status)
  return {
    content: {
      id,
      requestId,
      creationDate: new Date(createdAt).toISOString(),
      contentType: `product/${about === '' ? 'unknown' : about}`,
      source: record.source,
      session: record.name,
      status,
      dispatchedWorkerType: about === '' ? undefined : about,
      error: CAUSES[status],
    },
    links: [
      link('self', `${path}/${requestId}`),
      link('list', path),
      ...(isBlocked && call.may('POST', 'rs-worker-manager', '/requests/retry')
        ? [link('retry', `${path}/retry`)]
        : []),
    ],
  }
}

function faultOf(body: unknown): Response | undefined {
  if (body === undefined) return refusal(400, 'Required request body is missing')
  const fault = restrictionFault(restriction(body, 'ids'))
  return fault === undefined ? undefined : refusal(fault.status, fault.message)
}

function list(call: Call): Response {
  const statuses = restriction(call.body, 'statuses')
  const fault = restrictionFault(statuses)
  if (fault !== undefined) return refusal(fault.status, fault.message)
  const rows = requestsOf(call.archive, call.body, status => satisfies(statuses, status))
  return (
    faultOf(call.body) ??
    pageAnswer(
      [...rows].sort((a, b) => (a.requestId < b.requestId ? -1 : 1)),
      row => wrapRequest(row, call),
      { path: 'rs-worker-manager/requests', search: call.search },
    )
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
  const bySession = new Map<SessionRecord, Item[]>()
  for (const { record, request } of requestsOf(archive, body, status => statuses.includes(status)))
    bySession.set(record, (bySession.get(record) ?? []).concat(request))
  for (const [record, requests] of bySession) relaunchWorkers(archive, record, requests)
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

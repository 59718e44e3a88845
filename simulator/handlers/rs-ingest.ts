/** rs-ingest: the OAIS requests, their relaunch, and the choice of a version (docs/regards-api/actions.md 2.2 and 3.4). */
import type { Archive } from '../archive'
import { causeOf } from '../error-texts'
import { accepted, iso, link, nothing, refusal } from '../envelope'
import type { Item } from '../items'
import { GONE, MARKED } from '../items'
import { peekItems } from '../live-steps'
import type { Restriction } from '../matching'
import { firstFault, isWithin, restriction, satisfies, textMember } from '../matching'
import { relaunchIngest } from '../pipeline'
import { productName } from '../product-names'
import type { SessionRecord } from '../records'
import type { Endpoint } from '../rights'
import { mayCall } from '../rights'
import type { Sort } from '../step-items'
import type { VersionChoice } from '../versioning'
import { chooseVersion, VERSION_CHOICES } from '../versioning'
import type { Keys } from './order'
import { gather, sortedPage } from './order'
import type { Call } from './route'
import { routesOf } from './route'
import { exactSessions } from './sessions-asked'

const DELETE: Endpoint = { service: 'rs-ingest', verb: 'POST', resource: '/requests/delete', role: 'ADMIN' }

/** The default selection of a retry. */
const RETRYABLE: Restriction = { values: ['ERROR', 'ABORTED'], mode: 'INCLUDE' }
const WAITING = 'WAITING_VERSIONING_MODE'

/** By kind of item: the type of its request, and the statuses in which there is none, or none any more. */
const TYPES: Readonly<Partial<Record<Item['kind'], readonly [dtype: string, ...ended: string[]]>>> = {
  ingestRequest: ['INGEST', 'STORED', 'IGNORED', 'DELETED', MARKED],
  postProcess: ['AIP_POST_PROCESS', 'SUCCESS'],
  oaisDeletion: ['OAIS_DELETION'],
}

const stateOf = ({ status }: Sort): string => (status === 'PENDING' ? 'RUNNING' : status)

interface Row {
  readonly record: SessionRecord
  readonly request: Item
  readonly dtype: string
  readonly providerId: string
  readonly errors: readonly string[] | undefined
  readonly errorType: string | undefined
}

function rowOf(archive: Archive, record: SessionRecord, request: Item): Row {
  const cause = causeOf(archive, record, request)
  return {
    record,
    request,
    dtype: TYPES[request.kind]?.[0] ?? '',
    providerId: productName(record, request.product),
    errors: cause && [cause.text],
    errorType: cause?.type,
  }
}

const KEYS: Keys<Row> = {
  id: ({ request }) => request.id,
  providerId: ({ providerId }) => providerId,
  dtype: ({ dtype }) => dtype,
  state: ({ request }) => stateOf(request),
  errorType: ({ errorType }) => errorType,
  creationDate: ({ request }) => request.createdAt,
  sessionOwner: ({ record }) => record.source,
  session: ({ record }) => record.name,
}

const RESTRICTIONS = ['requestStates', 'requestTypes', 'errorTypes', 'providerIds', 'requestIds']

/** The requests a body selects; `states` is the default restriction. */
function requestsOf(archive: Archive, body: unknown, states?: Restriction): readonly Row[] | undefined {
  const wantedStates = restriction(body, 'requestStates') ?? states
  const [types, errorTypes, providerIds, ids] = RESTRICTIONS.slice(1).map(name => restriction(body, name))
  const wants = (sort: Sort) => {
    const [dtype, ...ended] = TYPES[sort.kind] ?? []
    return (
      dtype !== undefined &&
      sort.status !== GONE &&
      !ended.includes(sort.status) &&
      satisfies(types, dtype) &&
      satisfies(wantedStates, stateOf(sort))
    )
  }
  return gather(exactSessions(archive, body, 'sessionOwner'), record =>
    peekItems(record, 'oais', wants)
      .filter(({ id, createdAt }) => satisfies(ids, String(id)) && isWithin(body, 'creationDate', createdAt))
      .map(request => rowOf(archive, record, request))
      .filter(row => satisfies(providerIds, row.providerId) && satisfies(errorTypes, row.errorType ?? '')),
  )
}

function wrapRequest({ record, request, dtype, providerId, errors, errorType }: Row, { user, may }: Call) {
  const state = stateOf(request)
  const path = 'rs-ingest/requests'
  const canRetry = RETRYABLE.values.includes(state) && may('POST', 'rs-ingest', '/requests/retry')
  const canDelete = state !== 'RUNNING' && state !== 'CREATED' && mayCall(user.role, DELETE)
  return {
    content: {
      id: request.id,
      providerId,
      dtype,
      state,
      errors,
      errorType,
      creationDate: iso(request.createdAt),
      sessionOwner: record.source,
      session: record.name,
    },
    links: [
      ...(canRetry ? [link('RETRY', `${path}/retry`)] : []),
      ...(canDelete ? [link('delete', `${path}/delete`)] : []),
    ],
  }
}

function faultOf(body: unknown): Response | undefined {
  if (body === undefined) return refusal(400, 'Required request body is missing')
  const fault = firstFault(body, RESTRICTIONS)
  return fault && refusal(fault.status, fault.message)
}

function list(call: Call): Response {
  return (
    faultOf(call.body) ??
    sortedPage(requestsOf(call.archive, call.body), {
      archive: call.archive,
      keys: KEYS,
      defaultSort: 'id,asc',
      wrap: row => wrapRequest(row, call),
      path: 'rs-ingest/requests',
      search: call.search,
    })
  )
}

/** The items themselves, by session, of the rows that were found. */
function bySession(archive: Archive, rows: readonly Row[] = []): ReadonlyMap<SessionRecord, readonly Item[]> {
  const wanted = new Set(rows.map(({ request }) => request.id))
  const records = new Set(rows.map(({ record }) => record))
  return new Map([...records].map(record => [record, archive.items(record, 'oais').filter(({ id }) => wanted.has(id))]))
}

function retry({ archive, body }: Call): Response {
  const refused = faultOf(body)
  if (refused !== undefined) return refused
  for (const [record, requests] of bySession(archive, requestsOf(archive, body, RETRYABLE)))
    relaunchIngest(archive, record, requests)
  return accepted()
}

const isChoice = (mode: string): mode is VersionChoice => Object.hasOwn(VERSION_CHOICES, mode)

function choose({ archive, body }: Call): Response {
  const refused = faultOf(body)
  if (refused !== undefined) return refused
  const mode = textMember(body, 'newVersioningMode')
  // Plain text, not JSON.
  if (mode === 'MANUAL')
    return new Response('You cannot choose MANUAL versioning mode!', {
      status: 422,
      headers: { 'Content-Type': 'text/plain;charset=utf-8' },
    })
  // An unknown mode is accepted like any other, and changes nothing.
  if (!isChoice(mode)) return nothing(204)
  const rows = requestsOf(archive, body)?.filter(({ request }) => request.status === WAITING)
  for (const [record, requests] of bySession(archive, rows)) chooseVersion(archive, record, requests, mode)
  return nothing(204)
}

const REQUEST = { role: 'EXPLOIT', controller: 'RequestController' } as const

export const ingestRoutes = routesOf('rs-ingest', {
  'POST /requests': { ...REQUEST, description: 'Search ingest requests', answer: list },
  'POST /requests/retry': { ...REQUEST, description: 'Retry ingest requests', answer: retry },
  'PUT /requests/versioning': {
    ...REQUEST,
    description: 'Choose the versioning of waiting requests',
    answer: choose,
  },
})

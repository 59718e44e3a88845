/** rs-fem: the feature requests, and their relaunch, the only one that returns counts (docs/regards-api/actions.md 2.4 and 3.6). */
import type { Archive } from '../archive'
import { causeOf } from '../error-texts'
import { iso, jsonAnswer, link, refusal } from '../envelope'
import type { Item } from '../items'
import { GONE } from '../items'
import { peekItems } from '../live-steps'
import type { Restriction } from '../matching'
import { firstFault, isWithin, restriction, satisfies } from '../matching'
import { relaunchFeature } from '../pipeline'
import { productName, urnOf } from '../product-names'
import type { SessionRecord } from '../records'
import type { Sort } from '../step-items'
import type { Keys } from './order'
import { gather, sortedPage } from './order'
import type { Call } from './route'
import { routesOf } from './route'
import { exactSessions } from './sessions-asked'

/** No session counts the last two: this archive has none of them. */
const TYPES = ['CREATION', 'UPDATE', 'DELETION', 'NOTIFICATION', 'COPY', 'SAVE_METADATA']

interface Row {
  readonly record: SessionRecord
  readonly request: Item
  readonly providerId: string
  /** A feature that is being created has none yet. */
  readonly urn: string | undefined
  readonly step: string
  readonly errors: readonly string[] | undefined
}

/** Successful work has no request any more. */
const isRequest = ({ status }: Sort): boolean => !['SUCCESS', 'DELETED', GONE].includes(status)

function rowOf(archive: Archive, record: SessionRecord, request: Item): Row {
  const cause = causeOf(archive, record, request)
  return {
    record,
    request,
    providerId: productName(record, request.product),
    urn: request.kind === 'CREATION' ? undefined : urnOf('FEATURE', record, request.product),
    step: cause?.type ?? (request.status === 'GRANTED' ? 'LOCAL_SCHEDULED' : 'LOCAL_DELAYED'),
    errors: cause && [cause.text],
  }
}

/** Not by source or session: the server's mapping of both is wrong (docs/regards-api/actions.md 3.6). */
const KEYS: Keys<Row> = {
  id: ({ request }) => request.id,
  providerId: ({ providerId }) => providerId,
  urn: ({ urn }) => urn,
  state: ({ request }) => request.status,
  step: ({ step }) => step,
  registrationDate: ({ request }) => request.createdAt,
}

const RESTRICTIONS = ['states', 'providerIds', 'requestIds', 'steps']

function requestsOf(
  { archive, body, part }: Call,
  wants: (sort: Sort) => boolean,
  steps?: Restriction,
): readonly Row[] | undefined {
  const [states, providerIds, ids] = RESTRICTIONS.map(name => restriction(body, name))
  const isWanted = (sort: Sort) =>
    sort.kind === part('type') && isRequest(sort) && wants(sort) && satisfies(states, sort.status)
  return gather(exactSessions(archive, body, 'source'), record =>
    peekItems(record, 'feature', isWanted)
      // Called lastUpdate, compared with the date of registration.
      .filter(({ id, createdAt }) => satisfies(ids, String(id)) && isWithin(body, 'lastUpdate', createdAt))
      .map(request => rowOf(archive, record, request))
      .filter(row => satisfies(providerIds, row.providerId) && satisfies(steps, row.step)),
  )
}

function linksOf(type: string, isInError: boolean, { may }: Call) {
  if (!isInError) return []
  const retry = may('POST', 'rs-fem', '/requests/retry/{type}') ? [link('retry', `rs-fem/requests/retry/${type}`)] : []
  return [link('delete', `rs-fem/requests/delete/${type}`), ...retry]
}

function wrapRequest({ record, request, providerId, urn, step, errors }: Row, call: Call) {
  const isRunning = request.status === 'GRANTED'
  return {
    content: {
      id: request.id,
      type: request.kind,
      providerId,
      urn,
      // The others are joined to a session by their feature, and say nothing of it.
      source: request.kind === 'CREATION' ? record.source : undefined,
      session: request.kind === 'CREATION' ? record.name : undefined,
      state: request.status,
      step,
      processing: isRunning,
      registrationDate: iso(request.createdAt),
      errors,
    },
    links: isRunning
      ? [link('abort', `rs-fem/requests/abort/${request.kind}`)]
      : linksOf(request.kind, request.status === 'ERROR', call),
  }
}

function faultOf({ body, part }: Call): Response | undefined {
  if (!TYPES.includes(part('type'))) return refusal(400, `Unknown request type ${part('type')}`)
  if (body === undefined) return refusal(400, 'Required request body is missing')
  const fault = firstFault(body, RESTRICTIONS)
  return fault && refusal(fault.status, fault.message)
}

function list(call: Call): Response {
  const refused = faultOf(call)
  if (refused !== undefined) return refused
  const type = call.part('type')
  const rows = requestsOf(call, () => true, restriction(call.body, 'steps'))
  const nbErrors = (rows ?? []).filter(({ request }) => request.status === 'ERROR').length
  return sortedPage(rows, {
    archive: call.archive,
    keys: KEYS,
    defaultSort: 'id,asc',
    wrap: row => wrapRequest(row, call),
    path: `rs-fem/requests/search/${type}`,
    search: call.search,
    links: linksOf(type, nbErrors > 0, call),
    info: { nbErrors },
  })
}

function retry(call: Call): Response {
  const refused = faultOf(call)
  if (refused !== undefined) return refused
  const { archive } = call
  // Only steps of requests in error can be retried, whatever steps were asked for.
  const rows = requestsOf(call, ({ status }) => status === 'ERROR') ?? []
  const wanted = new Set(rows.map(({ request }) => request.id))
  for (const record of new Set(rows.map(row => row.record)))
    relaunchFeature(
      archive,
      record,
      archive.items(record, 'feature').filter(({ id }) => wanted.has(id)),
    )
  const handled = rows.length
  return jsonAnswer({
    totalRequested: handled,
    totalHandled: handled,
    // Said of nothing at all, too.
    message: 'All retryable requested handled',
  })
}

const REQUEST = { role: 'EXPLOIT', controller: 'FeatureRequestController' } as const

export const femRoutes = routesOf('rs-fem', {
  'POST /requests/search/{type}': { ...REQUEST, description: 'Search feature requests', answer: list },
  'POST /requests/retry/{type}': { ...REQUEST, description: 'Retry feature requests', answer: retry },
})

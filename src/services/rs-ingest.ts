/** rs-ingest: OAIS products and requests. `POST aips`, `POST aips/delete`, `POST requests`, `POST requests/retry`, `PUT requests/versioning` (docs/regards-api/actions.md 2.2, 2.6, 3.3, 3.4). */
import type { OaisProduct, OaisRequest, VersioningMode } from '@/domain/record-list'
import type { Page, SessionRef } from '@/domain/session'
import { readPage } from './hateoas'
import { ask, submit } from './http'
import type { OwnedRow } from './own-rows'
import { identitiesOf } from './own-rows'
import { pathWith } from './path-segment'
import type { RecordLoader } from './record-page'
import { OF_OTHERS, SIZE, ofSession, pageQuery, readRecords, search } from './record-page'
import { aip, oaisRequest, ownedAip } from './record-schemas'
import type { Ids } from './restrictions'
import { oneOf } from './restrictions'
import { causeOf } from './server-words'
import { isOf, literal, named } from './session-names'

const SERVICE = 'rs-ingest'

/** Compared exactly by the server (docs/regards-api/README.md 6). */
const namesIn = ({ source, name }: SessionRef) => ({ sessionOwner: source, session: name })

/** A page of the OAIS products of the session. */
export const findProducts: RecordLoader<OaisProduct> = ({ ref, direction }, page, signal, size = SIZE.heavy) =>
  ask(
    // Only products are matched by substrings of both names.
    search(
      SERVICE,
      'aips',
      pageQuery(page, size, 'id', direction),
      { sessionOwner: literal(ref.source), session: literal(ref.name) },
      signal,
    ),
    readRecords(aip, product => {
      const { id, aipId, providerId, version, state, storages, creationDate, lastUpdate } = product
      if (!isOf({ source: product.sessionOwner, session: product.session }, ref)) return OF_OTHERS
      return {
        ...{ key: String(id), cause: undefined, date: lastUpdate ?? creationDate },
        ...{ id, aipId, providerId, version, state, storages, creationDate, lastUpdate },
      }
    }),
  )

type RequestState = 'ERROR' | 'WAITING_VERSIONING_MODE'

/** The filter of a call: the requests in this state of exactly this session, or some of them. */
const selection = (ref: SessionRef, state: RequestState, ids: Ids | undefined) => ({
  ...namesIn(ids ? ref : named(SERVICE, ref)),
  requestStates: oneOf(state),
  ...(ids && { requestIds: oneOf(...ids) }),
})

const findRequests =
  (state: RequestState): RecordLoader<OaisRequest> =>
  ({ ref, direction }, page, signal, size = SIZE.light) =>
    ask(
      search(
        SERVICE,
        'requests',
        pageQuery(page, size, 'id', direction),
        { ...namesIn(ref), requestStates: oneOf(state) },
        signal,
      ),
      readRecords(oaisRequest, ({ id, providerId, dtype: type, errorType, errors, creationDate, ...request }) =>
        ofSession({ source: request.sessionOwner, session: request.session }, ref, {
          ...{ key: String(id), cause: causeOf(errors), date: creationDate },
          ...{ id, providerId, type, state: request.state, errorType },
        }),
      ),
    )

/** A page of the OAIS requests of the session in error, those to delete included. */
export const findErrors = findRequests('ERROR')
/** A page of those that wait for a decision on their version. */
export const findWaiting = findRequests('WAITING_VERSIONING_MODE')

/** The document of one product, unchanged: numbers too long for JavaScript stay exact. */
export async function downloadAip(aipId: string, signal?: AbortSignal): Promise<string> {
  return ask({ service: SERVICE, path: pathWith(SERVICE)`aips/${aipId}/download`, signal }, (_document, text) => text)
}

/** Relaunches the requests in error of exactly this session, or some of them; any other state would be dangerous. */
export async function relaunchErrors(ref: SessionRef, ids?: Ids): Promise<void> {
  return submit({
    service: SERVICE,
    path: 'requests/retry',
    method: 'POST',
    body: selection(ref, 'ERROR', ids),
  })
}

/** Sets the versioning mode of the waiting requests of exactly this session, or of some of them. */
export async function chooseVersioning(ref: SessionRef, newVersioningMode: VersioningMode, ids?: Ids): Promise<void> {
  return submit({
    service: SERVICE,
    path: 'requests/versioning',
    method: 'PUT',
    body: { ...selection(ref, 'WAITING_VERSIONING_MODE', ids), newVersioningMode },
  })
}

/** An OAIS product as far as its deletion depends on it. */
export interface OwnedProduct extends OwnedRow {
  readonly aipId: string
}

/**
 * One page of the products the server finds for this session, those of look-alikes among them; products of one session
 * stand together (docs/regards-api/measured.md 1.3).
 * @throws ServiceError
 */
export function findOwnedProducts(
  { source, name }: SessionRef,
  page: number,
  size: number,
  signal?: AbortSignal,
): Promise<Page<OwnedProduct>> {
  return ask(
    search(
      SERVICE,
      'aips',
      { page, size, sort: ['sessionOwner,asc', 'session,asc', 'id,asc'] },
      { sessionOwner: literal(source), session: literal(name) },
      signal,
    ),
    answer =>
      readPage(answer, ({ content }) => {
        const { success, data } = ownedAip.safeParse(content)
        return success ? { aipId: data.aipId, source: data.sessionOwner, session: data.session } : undefined
      }),
  )
}

/**
 * The only body ever sent to `aips/delete`: only its ids limit that call, and without them everything would be deleted
 * (docs/regards-api/measured.md 1.2). Source and session must not be added: they are compared as substrings.
 */
const deletionOf = (ref: SessionRef, rows: readonly OwnedProduct[]) => ({
  deletionMode: 'IRREVOCABLY',
  aipIds: oneOf(...identitiesOf(SERVICE, ref, rows, ({ aipId }) => aipId)),
})

/**
 * Requests the deletion of exactly these products, files included; this cannot be undone.
 * @param rows as listed, at most 1000
 * @throws ServiceError; `unaddressable`, and nothing is sent, unless every row is one of exactly this session
 */
export async function deleteProducts(ref: SessionRef, rows: readonly OwnedProduct[]): Promise<void> {
  await submit({ service: SERVICE, path: 'aips/delete', method: 'POST', body: deletionOf(ref, rows) })
}

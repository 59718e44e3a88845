/** rs-fem: GeoJSON products and requests. `POST admin/features`, `DELETE admin/features/delete`, `POST requests/search/{type}`, `POST requests/retry/{type}` (docs/regards-api/actions.md 2.4, 2.6, 3.5, 3.6). */
import type { FeatureRecord, FeatureRequest } from '@/domain/record-list'
import type { RequestType } from '@/domain/request-type'
import type { SessionRef } from '@/domain/session'
import { readPage } from './hateoas'
import { ask, submit } from './http'
import { namesOf } from './own-rows'
import { pathWith } from './path-segment'
import type { RecordLoader } from './record-page'
import { SIZE, ofSession, pageQuery, readRecords, search } from './record-page'
import { feature, featureRequest, handled } from './record-schemas'
import type { Ids } from './restrictions'
import { oneOf } from './restrictions'
import { causeOf } from './server-words'
import { named } from './session-names'

const SERVICE = 'rs-fem'

/** Compared exactly by the server (docs/regards-api/README.md 6). */
const namesIn = ({ source, name }: SessionRef) => ({ source, session: name })

const IN_ERROR = { states: oneOf('ERROR') }

const findProducts =
  (more: { readonly disseminationStatus?: 'PENDING' }): RecordLoader<FeatureRecord> =>
  ({ ref, direction }, page, signal, size = SIZE.heavy) =>
    ask(
      search(SERVICE, 'admin/features', pageQuery(page, size, 'id', direction), { ...namesIn(ref), ...more }, signal),
      readRecords(feature, product => {
        const { id, urn, providerId, version, lastUpdate, disseminationsInfo, feature: document } = product
        return ofSession(product, ref, {
          ...{ key: String(id), cause: undefined, date: lastUpdate },
          ...{ id, urn, providerId, version, lastUpdate, document },
          disseminations: disseminationsInfo.map(({ label: recipient, requestDate, ackDate }) => ({
            ...{ recipient, requestDate, ackDate },
          })),
        })
      }),
    )

/** A page of the GeoJSON products of the session. */
export const findFeatures = findProducts({})
/** A page of those that a recipient has not acknowledged yet; the status is a plain word here, no restriction. */
export const findPendingDissemination = findProducts({ disseminationStatus: 'PENDING' })

/** A page of the requests of one type in error; the type is the part of the list that is open. */
export const findErrors: RecordLoader<FeatureRequest> = async (
  { ref, part = '', direction },
  page,
  signal,
  size = SIZE.light,
) =>
  ask(
    search(
      SERVICE,
      pathWith(SERVICE)`requests/search/${part}`,
      pageQuery(page, size, 'id', direction),
      { ...namesIn(ref), ...IN_ERROR },
      signal,
    ),
    readRecords(featureRequest, request => {
      const { id, type, providerId, urn, state, step, errors, registrationDate } = request
      return ofSession(request, ref, {
        ...{ key: String(id), cause: causeOf(errors), date: registrationDate },
        ...{ id, type, providerId, urn, state, step },
      })
    }),
  )

interface Handled {
  /** Requests that matched when the server began. */
  readonly requested: number
  /** Relaunched requests. */
  readonly handled: number
}

/** Relaunches the requests of one type in error of exactly this session, or some of them; answers when the server has finished. */
export async function relaunchErrors(ref: SessionRef, type: RequestType, ids?: Ids): Promise<Handled> {
  return ask(
    {
      service: SERVICE,
      path: `requests/retry/${type}`,
      method: 'POST',
      body: { ...namesIn(ids ? ref : named(SERVICE, ref)), ...IN_ERROR, ...(ids && { requestIds: oneOf(...ids) }) },
    },
    answer => {
      const { success, data } = handled.safeParse(answer)
      return success ? { requested: data.totalRequested ?? data.totalHandled, handled: data.totalHandled } : undefined
    },
  )
}

/**
 * How many GeoJSON products exactly this session has.
 * @throws ServiceError; `unaddressable`, and nothing is asked, for a session without a name: REGARDS would count its whole source
 */
export async function countFeatures(ref: SessionRef, signal?: AbortSignal): Promise<number> {
  const call = search(SERVICE, 'admin/features', pageQuery(0, 1, 'id', 'asc'), namesIn(namesOf(SERVICE, ref)), signal)
  const { total } = await ask(call, answer => readPage(answer, ({ content }) => feature.safeParse(content).data))
  return total
}

/**
 * Requests the deletion of the GeoJSON products of exactly this session (docs/regards-api/measured.md 1.2).
 * @throws ServiceError; `unaddressable`, and nothing is sent, for a session without a name: REGARDS would delete those of its whole source
 */
export async function deleteFeatures(ref: SessionRef): Promise<void> {
  const body = namesIn(namesOf(SERVICE, ref))
  await submit({ service: SERVICE, path: 'admin/features/delete', method: 'DELETE', body })
}

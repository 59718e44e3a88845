/** What the deletion of a session would take, asked before anything is offered (docs/regards-api/measured.md 1.3). */
import type { DeletionReach, Reach, SharedReach } from '@/domain/deletion-reach'
import { deletionWay, isNameless } from '@/domain/deletion-reach'
import { ServiceError } from '@/domain/service-error'
import type { SessionRef } from '@/domain/session'
import { PRODUCTS, REQUESTS, reachIn } from './owned-lists'
import { countFeatures } from './rs-fem'

/**
 * Whose OAIS products rs-ingest finds for this session. A name that holds `%` or `\` is asked for as it is, not as the
 * deletion would read it.
 * @throws ServiceError also for a row that cannot be read, and for a list that does not hold still
 */
export function findOaisReach(ref: SessionRef, signal?: AbortSignal): Promise<Reach> {
  return reachIn(PRODUCTS, ref, signal)
}

/**
 * Whose blocked requests rs-worker-manager finds for this session; as above.
 * @throws ServiceError also for a row that cannot be read, and for a list that does not hold still
 */
export function findWorkerReach(ref: SessionRef, signal?: AbortSignal): Promise<Reach> {
  return reachIn(REQUESTS, ref, signal)
}

const NOTHING: Reach = { own: 0, others: [], othersTotal: 0, isCut: false }

/** A service this REGARDS does not have holds nothing: only there does the gateway answer a search with 404. */
async function ifThere<T>(asked: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof ServiceError && error.isNotFound) return otherwise
    throw error
  }
}

/**
 * What the deletion of this session would reach. GeoJSON products are taken exactly: they are counted only where they
 * become an order of their own, and the session has a name to count them by.
 * @throws ServiceError when one of the services cannot say; nothing is known then
 */
export async function findReach(ref: SessionRef, signal?: AbortSignal): Promise<DeletionReach> {
  const [oais, workers] = await Promise.all([
    ifThere(findOaisReach(ref, signal), NOTHING),
    ifThere(findWorkerReach(ref, signal), NOTHING),
  ])
  const shared: SharedReach = { oais, workers }
  const isOrdered = deletionWay(ref, shared).kind === 'exact' && !isNameless(ref)
  return { ...shared, features: isOrdered ? await ifThere(countFeatures(ref, signal), 0) : undefined }
}

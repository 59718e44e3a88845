/** What the deletion of a session would delete, checked before it is offered (docs/regards-api/measured.md 1.3). */
import type { DeletionReach, Reach, SharedReach } from '@/domain/deletion-reach'
import { deletionWay, isNameless } from '@/domain/deletion-reach'
import type { SessionRef } from '@/domain/session'
import { PRODUCTS, REQUESTS, reachIn } from './owned-lists'
import { countFeatures } from './rs-fem'

/**
 * The sessions of the OAIS products that rs-ingest finds for this session. A name that holds `%` or `\` is asked for as it is, not as the
 * deletion would read it.
 * @throws ServiceError also for an unreadable row, and for a list that keeps changing
 */
export function findOaisReach(ref: SessionRef, signal?: AbortSignal): Promise<Reach> {
  return reachIn(PRODUCTS, ref, signal)
}

/**
 * The sessions of the blocked requests that rs-worker-manager finds for this session; as above.
 * @throws ServiceError also for an unreadable row, and for a list that keeps changing
 */
export function findWorkerReach(ref: SessionRef, signal?: AbortSignal): Promise<Reach> {
  return reachIn(REQUESTS, ref, signal)
}

/**
 * What the deletion of this session would reach. GeoJSON products are matched exactly: they are counted only where they
 * are deleted by a call of their own, and the session has a name to count them by.
 * @throws ServiceError when one of the services cannot say, even if it is stopped: it may restart and find the deletion waiting
 */
export async function findReach(ref: SessionRef, signal?: AbortSignal): Promise<DeletionReach> {
  const [oais, workers] = await Promise.all([findOaisReach(ref, signal), findWorkerReach(ref, signal)])
  const shared: SharedReach = { oais, workers }
  const isExact = deletionWay(ref, shared).kind === 'exact' && !isNameless(ref)
  return { ...shared, features: isExact ? await countFeatures(ref, signal) : undefined }
}

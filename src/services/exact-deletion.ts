/** Deletes exactly one session's products, one kind at a time: rows are read again, and only confirmed ones are deleted (docs/regards-api/measured.md 1.2). */
import type { ExactPartId } from '@/domain/deletion-reach'
import { acquiredCount } from '@/domain/deletion-reach'
import type { DeletionProgress, ExactOutcome } from '@/domain/exact-outcome'
import type { PartOutcome } from '@/domain/relaunch'
import { ServiceError } from '@/domain/service-error'
import type { Session, SessionRef } from '@/domain/session'
import { isSameSession } from '@/domain/session'
import { userCheck } from './http'
import { failure } from './action-outcome'
import type { OnRead, OwnedList } from './owned-lists'
import { PRODUCTS, REQUESTS, ownRowsIn } from './owned-lists'
import type { OwnedRow } from './own-rows'
import { inBatches } from './restrictions'
import { findSessionById } from './rs-admin'
import { deleteAcquired } from './rs-dataprovider'
import { countFeatures, deleteFeatures } from './rs-fem'
import { deleteProducts } from './rs-ingest'
import { deleteRequests } from './rs-worker-manager'

export interface DeletionOptions {
  readonly onProgress?: (progress: DeletionProgress) => void
  /** Checked between two calls and between two pages: a running call is waited for. */
  readonly shouldStop?: () => boolean
  /** Ids of earlier calls: still listed until a job has taken them, and not sent again. Grows. */
  readonly sentBefore?: Set<string | number>
  /** As `shouldStop`; a running read is aborted, a deletion call never. */
  readonly signal?: AbortSignal
}

/** What was confirmed: one part of this session, and no other session of its name. */
interface ConfirmedPart extends SessionRef {
  readonly id: number
  readonly count: number
}

/** A part as just read: its count, and its calls. */
interface Deletions {
  readonly count: number
  readonly deletions: readonly { readonly count: number; readonly send: () => Promise<void> }[]
}

type Read = (session: Session, onRead: OnRead, options: DeletionOptions) => Promise<Deletions | undefined>

const asOne = (count: number, send: () => Promise<void>): Deletions => ({
  count,
  deletions: count === 0 ? [] : [{ count, send }],
})

const byRows =
  <R extends OwnedRow>(list: OwnedList<R>, send: (ref: SessionRef, rows: readonly R[]) => Promise<void>): Read =>
  async (ref, onRead, { signal, sentBefore: before = new Set() }) => {
    const rows = await ownRowsIn(list, ref, onRead, signal)
    if (rows === undefined) return undefined
    const deletions = inBatches(rows.filter(row => !before.has(list.identityOf(row)))).map(some => ({
      count: some.length,
      send: async () => {
        await send(ref, some)
        for (const row of some) before.add(list.identityOf(row))
      },
    }))
    return { count: rows.length, deletions }
  }

const PARTS = {
  oaisProducts: byRows(PRODUCTS, deleteProducts),
  features: async (ref, _onRead, { signal }) => asOne(await countFeatures(ref, signal), () => deleteFeatures(ref)),
  acquiredProducts: session => Promise.resolve(asOne(acquiredCount(session), () => deleteAcquired(session))),
  workerRequests: byRows(REQUESTS, deleteRequests),
} as const satisfies Record<ExactPartId, Read>

const REFUSED_TOKEN: PartOutcome = { kind: 'refused', status: 401, messages: [] }

/**
 * Requests the deletion of one part of exactly this session. Nothing is ever sent twice.
 * @param confirmed as the reader saw it; another session, or another count, and nothing is sent
 * @returns what became of it
 * @throws ServiceError only when nothing was requested: what is there could not be read, or the token was refused
 */
export async function deletePart(
  part: ExactPartId,
  confirmed: ConfirmedPart,
  options: DeletionOptions = {},
): Promise<ExactOutcome> {
  const { onProgress, shouldStop, signal } = options
  const check = userCheck()
  const isToStop = () => signal?.aborted === true || shouldStop?.() === true
  const stopped = { kind: 'stopped', requested: 0, total: confirmed.count } as const
  const onRead: OnRead = (done, total) => {
    onProgress?.({ phase: 'reading', done, sent: 0, total })
    return !isToStop()
  }

  let found: Deletions | undefined
  try {
    const session = await findSessionById(confirmed.id, signal)
    if (!isSameSession(session, confirmed)) return { kind: 'gone' }
    found = await PARTS[part](session, onRead, options)
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    if (error.reason === 'aborted') return stopped
    if (error.service === 'rs-admin' && error.isNotFound) return { kind: 'gone' }
    throw error
  }
  if (found === undefined) return stopped
  const { count: total, deletions } = found
  if (total !== confirmed.count) return { kind: 'changed', now: total }

  // Ids of earlier calls are already being deleted.
  let done = total - deletions.reduce((sum, { count }) => sum + count, 0)
  const tell = (underWay = 0) => onProgress?.({ phase: 'sending', done, sent: done + underWay, total })
  for (const { count, send } of deletions) {
    if (isToStop()) return { kind: 'stopped', requested: done, total }
    tell(count)
    try {
      check()
      await send()
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error
      const outcome = isUnsent(error) ? REFUSED_TOKEN : failure(error)
      // A refused call deletes nothing; one without an answer may.
      if (outcome.kind === 'refused') tell()
      if (done === 0 && isUnsent(error)) throw error
      return { kind: 'failed', outcome, requested: done, total }
    }
    done += count
    tell()
  }
  return total === 0 ? { kind: 'nothing' } : { kind: 'accepted', requested: done, total }
}

/** This call did nothing: the user has to sign in, or it was not sent. */
function isUnsent(error: ServiceError): boolean {
  return error.isUnauthorised || error.isNotSent
}

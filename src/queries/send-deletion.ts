/** Deletes exactly what was confirmed: everything is counted again first, then the session's own or the exact deletions are sent (docs/regards-api/measured.md 1). */
import type { QueryClient } from '@tanstack/react-query'
import type { ActionReport, DeletionAction } from '@/domain/action'
import { countingFingerprint } from '@/domain/deletion-reach'
import type { ExactPartReport } from '@/domain/exact-outcome'
import { asPartOutcome } from '@/domain/exact-outcome'
import { ServiceError } from '@/domain/service-error'
import type { Session } from '@/domain/session'
import { deletePart } from '@/services/exact-deletion'
import { userCheck } from '@/services/http'
import { failure } from '@/services/action-outcome'
import { deleteSession } from '@/services/rs-admin'
import { readSession } from './board'
import { progressOf } from './deletion-progress'
import { readReach } from './action-checks'

const NO_LONGER_THERE = { service: 'rs-admin', reason: 'status', status: 404 } as const
const CHANGED = { service: 'rs-admin', reason: 'changed' } as const

/** The session's own deletion, by its id. */
async function deleteWhole(baseline: Session): Promise<ActionReport> {
  try {
    await deleteSession(baseline.id)
    return { baseline, outcome: { parts: [{ outcome: { kind: 'accepted' } }] } }
  } catch (error) {
    if (!(error instanceof ServiceError) || error.isUnauthorised || error.isNotFound) throw error
    return { baseline, outcome: { parts: [{ outcome: failure(error) }] } }
  }
}

type Parts = NonNullable<DeletionAction['parts']>

/** Each part in calls of its own; a failed part does not prevent the others. */
async function deleteExactly(
  { ref, id }: DeletionAction,
  parts: Parts,
  baseline: Session,
  queryClient: QueryClient,
): Promise<ActionReport> {
  const check = userCheck()
  const progress = progressOf(queryClient, ref, id)
  progress.begin()
  const exact: ExactPartReport[] = []
  let isSignedOut = false
  for (const { id: part, count } of parts) {
    if (isSignedOut || progress.isToStop()) {
      exact.push({ part, outcome: isSignedOut ? { kind: 'notSent' } : { kind: 'stopped', requested: 0, total: count } })
      continue
    }
    try {
      check()
      const options = {
        onProgress: progress.listenerOf(part),
        shouldStop: progress.isToStop,
        sentBefore: progress.sentBefore(part),
      }
      exact.push({ part, outcome: await deletePart(part, { ...ref, id, count }, options) })
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error
      isSignedOut = error.isUnauthorised
      // Nothing was sent: the user signs in and confirms again.
      if (isSignedOut && exact.every(({ outcome }) => asPartOutcome(outcome).kind === 'nothing')) throw error
      exact.push({ part, outcome: { kind: 'notSent' } })
    }
  }
  return { baseline, exact, outcome: { parts: exact.map(({ outcome }) => ({ outcome: asPartOutcome(outcome) })) } }
}

/**
 * Sends the deletion that was confirmed.
 * @throws ServiceError when nothing was sent: what is there could not be counted, is not what was confirmed, or the
 *   session of this id is gone, even if another one has its name
 */
export async function sendDeletion(action: DeletionAction, queryClient: QueryClient): Promise<ActionReport> {
  const { ref, id, confirmed, parts } = action
  const check = userCheck()
  // Unlike a relaunch, a deletion is never sent on old figures.
  const [baseline, reach] = await Promise.all([readSession(queryClient, ref, id), readReach(queryClient, ref)])
  check()
  if (baseline.id !== id) throw new ServiceError(NO_LONGER_THERE)
  if (!baseline.canDelete || countingFingerprint({ session: baseline, reach }) !== confirmed)
    throw new ServiceError(CHANGED)
  return parts === undefined ? deleteWhole(baseline) : deleteExactly(action, parts, baseline, queryClient)
}

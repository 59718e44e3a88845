/** Follows the deletion of a session's products: how far its counters have come down. */
import { deletionStanding } from '@/domain/deletion'
import type { DrainPhase } from '@/domain/drain'
import { drainPhase } from '@/domain/drain'
import type { Session } from '@/domain/session'
import { useDeletion } from '@/queries/useDeleteSession'
import { useSightings } from './useSightings'

export interface SessionCountdown {
  readonly since: number
  readonly isSending: boolean
  /** Nobody knows whether REGARDS has got the order. */
  readonly isUnknown: boolean
  readonly phase: DrainPhase
  /** What is counted down from; undefined while the order is under way. */
  readonly baseline: Session | undefined
  readonly movedAt: number
}

/** How far the latest deletion of this session has come; undefined when there is none. */
export function useCountdown(session: Session, answeredAt: number, now: number): SessionCountdown | undefined {
  const deletion = useDeletion(session)
  const current = deletionStanding(session)
  const { deletion: movedAt = 0 } = useSightings({ deletion: current.print }, answeredAt)
  if (deletion === undefined) return undefined
  const { since, report } = deletion
  const baseline = report && deletionStanding(report.baseline)
  return {
    since,
    isSending: report === undefined,
    isUnknown: report?.outcome.kind === 'unknown',
    phase: drainPhase({ since, baseline, current, movedAt }, now),
    baseline: report?.baseline,
    movedAt,
  }
}

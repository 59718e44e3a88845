/** Follows a decision on versions: REGARDS works on it in a job, and its counters come later. */
import type { DrainPhase } from '@/domain/drain'
import { drainPhase, sessionFigures } from '@/domain/drain'
import type { Session } from '@/domain/session'
import { useDecidedAt } from '@/queries/record-orders'
import { useSightings } from './useSightings'

/** `waiting` until no counter has moved for 120 s; undefined when nothing was decided. */
export function useDecisionPhase(session: Session, answeredAt: number, now: number): DrainPhase | undefined {
  const since = useDecidedAt(session)
  const current = sessionFigures(session)
  const { whole: movedAt = 0 } = useSightings({ whole: current.print }, answeredAt)
  return since === undefined ? undefined : drainPhase({ since, baseline: undefined, current, movedAt }, now)
}

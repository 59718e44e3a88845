/** When to ask again: every 5 s while an action is followed, else as often as the user chose. Pure. */
import type { Phase } from '@/domain/relaunch-progress'
import { isExpected } from '@/domain/relaunch-progress'

/** REGARDS folds events every 5 s: asking faster shows nothing new (docs/regards-api/sessions.md 3). */
export const FOLLOW_INTERVAL = 5_000
const LONGEST_INTERVAL = 300_000

/** Milliseconds until the next question, or false for none: an action first, then the user's auto-refresh. */
export function refreshPace({
  phase,
  autoRefresh,
  sinceAnswer,
}: {
  /** Of what was last ordered on the session; undefined when nothing was. */
  readonly phase: Phase | undefined
  /** Seconds; 0 for off. */
  readonly autoRefresh: number
  /** Milliseconds since REGARDS last answered: while it does not, each wait doubles the last. */
  readonly sinceAnswer: number
}): number | false {
  const interval = isExpected(phase) ? FOLLOW_INTERVAL : autoRefresh * 1000
  return interval > 0 && Math.min(LONGEST_INTERVAL, Math.max(interval, sinceAnswer))
}

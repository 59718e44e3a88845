/** Adds up the sessions of a source: the sums that its totals are compared with (domain/source-audit.ts). */
import type { Page, Session } from './session'
import { isUnreadable } from './session'
import type { SourceAudit, StepSums } from './source-audit'
import { setAsideCount } from './step-reading'

/** As far as they were read. */
export function auditSource({ entries, total }: Page<Session>): SourceAudit {
  const sessions = entries.flatMap(entry => (isUnreadable(entry) ? [] : [entry]))
  const sums: Record<string, StepSums> = {}
  for (const { type, inputRelated, outputRelated, state } of sessions.flatMap(({ steps }) => steps)) {
    const before = sums[type]
    sums[type] = {
      in: (before?.in ?? 0) + inputRelated,
      out: (before?.out ?? 0) + outputRelated,
      errors: (before?.errors ?? 0) + state.errors,
      waiting: (before?.waiting ?? 0) + state.waiting,
      running: (before?.running ?? 0) + state.running,
    }
  }
  const dates = sessions.flatMap(({ lastUpdateDate }) => lastUpdateDate ?? []).sort()
  return {
    setAside: sessions.reduce((sum, { steps }) => sum + setAsideCount(steps), 0),
    read: sessions.length,
    total,
    isComplete: sessions.length === total,
    sums,
    latest: dates.at(-1),
  }
}

/** What the sessions of a source show that the source does not: what was left out, and whether its totals are right. */
import type { Page, Session, Source, StepType } from './session'
import { isUnreadable } from './session'
import { setAsideCount } from './step-reading'

export interface SourceAudit {
  readonly setAside: number
  /** Sessions these figures were added up over. */
  readonly read: number
  /** Sessions the source had then. */
  readonly total: number
  /** All of them were read. */
  readonly isComplete: boolean
  /** Sums of what the sessions put out, by step type. */
  readonly outputs: Readonly<Record<string, number>>
  /** The latest date among the sessions. */
  readonly latest: string | undefined
}

/** Adds up the sessions of a source as far as they were read. */
export function auditSource({ entries, total }: Page<Session>): SourceAudit {
  const sessions = entries.flatMap(entry => (isUnreadable(entry) ? [] : [entry]))
  const outputs: Record<string, number> = {}
  for (const { type, outputRelated } of sessions.flatMap(({ steps }) => steps))
    outputs[type] = (outputs[type] ?? 0) + outputRelated
  const dates = sessions.flatMap(({ lastUpdateDate }) => lastUpdateDate ?? []).sort()
  return {
    setAside: sessions.reduce((sum, { steps }) => sum + setAsideCount(steps), 0),
    read: sessions.length,
    total,
    isComplete: sessions.length === total,
    outputs,
    latest: dates.at(-1),
  }
}

/** Whether nothing has happened to the source since: REGARDS dates it by its newest session, and a purge changes how many it has. */
export function isUpToDate({ latest, total }: SourceAudit, { lastUpdateDate, sessionCount }: Source): boolean {
  return latest === lastUpdateDate && total === sessionCount
}

/**
 * The sum over the sessions when it differs from the total of the source: source totals drift after each purge
 * (docs/regards-api/sessions.md 1.4). Undefined when both agree, or when they cannot be compared: not all sessions read, or a change in between.
 */
export function driftedFrom(source: Source, type: StepType, audit: SourceAudit | undefined): number | undefined {
  if (audit?.isComplete !== true || audit.latest !== source.lastUpdateDate) return undefined
  const said = source.steps.find(step => step.type === type)?.totalOut ?? 0
  const added = audit.outputs[type] ?? 0
  return said === added ? undefined : added
}

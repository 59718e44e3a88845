/** What the sessions of a source show that the source does not: what was left out, and whether its totals are right. */
import type { Counters, Source, StepType } from './session'

/** What REGARDS adds up for each step type of a source. */
export interface StepSums extends Counters {
  readonly in: number
  readonly out: number
}

export interface SourceAudit {
  readonly setAside: number
  /** Sessions these figures were added up over. */
  readonly read: number
  /** Sessions the source had then. */
  readonly total: number
  /** All of them were read. */
  readonly isComplete: boolean
  /** The figures of the sessions added up, by step type. */
  readonly sums: Readonly<Record<string, StepSums>>
  /** The latest date among the sessions. */
  readonly latest: string | undefined
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
  const added = audit.sums[type]?.out ?? 0
  return said === added ? undefined : added
}

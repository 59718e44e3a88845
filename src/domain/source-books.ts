/** The totals of a source beside the sums of its sessions, figure by figure: only where all of them were read since its last change. */
import type { Source } from './session'
import { STEP_TYPES } from './session'
import type { SourceAudit } from './source-audit'
import { isUpToDate } from './source-audit'

export const SUM_FIGURES = ['in', 'out', 'errors', 'waiting', 'running'] as const
type SumFigure = (typeof SUM_FIGURES)[number]

interface SumRow {
  readonly figure: SumFigure
  /** What REGARDS says of the source; may be below zero. */
  readonly total: number
  /** What its sessions add up to. */
  readonly sum: number
  readonly difference: number
}

interface TypeRows {
  readonly type: string
  readonly rows: readonly SumRow[]
}

export type SourceBooks =
  | { readonly kind: 'told'; readonly read: number; readonly types: readonly TypeRows[] }
  /** Not all of its sessions. */
  | { readonly kind: 'some'; readonly read: number; readonly total: number }
  /** The source has changed since. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'unread' }

const NOTHING = { in: 0, out: 0, errors: 0, waiting: 0, running: 0 }

function typesOf({ steps }: Source, { sums }: SourceAudit): readonly string[] {
  const found = new Set([...steps.map(({ type }) => type), ...Object.keys(sums)])
  const known: readonly string[] = STEP_TYPES
  return [...known.filter(type => found.has(type)), ...[...found].filter(type => !known.includes(type)).sort()]
}

function rowsOf(source: Source, audit: SourceAudit, type: string): TypeRows {
  const step = source.steps.find(one => one.type === type)
  const totals = step === undefined ? NOTHING : { ...step.state, in: step.totalIn, out: step.totalOut }
  const sums = audit.sums[type] ?? NOTHING
  return {
    type,
    rows: SUM_FIGURES.map(figure => ({
      figure,
      total: totals[figure],
      sum: sums[figure],
      difference: totals[figure] - sums[figure],
    })),
  }
}

/** A source without sessions has no date to compare. */
const isCurrent = (audit: SourceAudit, source: Source) =>
  isUpToDate(audit, source) || (audit.total === 0 && source.sessionCount === 0)

/** @param audits what was read of its sessions, wherever */
export function sourceBooks(source: Source, audits: readonly SourceAudit[]): SourceBooks {
  const whole = audits.filter(({ isComplete }) => isComplete)
  const current = whole.find(audit => isCurrent(audit, source))
  if (current !== undefined)
    return {
      kind: 'told',
      read: current.read,
      types: typesOf(source, current).map(type => rowsOf(source, current, type)),
    }
  if (whole.length > 0) return { kind: 'changed' }
  const [most] = audits.toSorted((a, b) => b.read - a.read)
  return most === undefined ? { kind: 'unread' } : { kind: 'some', read: most.read, total: most.total }
}

/** The outcome of a relaunch (docs/regards-api/actions.md 2). */
import type { RequestType } from './request-type'
import { isRightMissing } from './service-error'
import type { RelaunchableStepId } from './step-catalogue'
import { relaunchOf } from './step-catalogue'

/** How one call of an action ended. */
export type PartOutcome =
  /** The server accepted it and works on it in a job. */
  | { readonly kind: 'accepted' }
  /** The server counted what it put back to work. */
  | { readonly kind: 'handled'; readonly handled: number; readonly requested: number }
  /** 200, and nothing was there to relaunch. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly status: number; readonly messages: readonly string[] }
  /** No readable answer: REGARDS may or may not be working. Never resent automatically. */
  | { readonly kind: 'unknown'; readonly reason: 'timeout' | 'noAnswer' | 'gateway' | 'unreadable' | 'reloaded' }

export interface RelaunchPart {
  /** The FEM request type this part was for; absent where one call does all. */
  readonly type?: RequestType
  readonly outcome: PartOutcome
}

/** An action of one call, or of one call per FEM request type. */
export interface RelaunchOutcome {
  readonly parts: readonly RelaunchPart[]
}

/** True when REGARDS is, or may be, working after this action: the screen then follows it. */
export function mayBeWorking(outcome: RelaunchOutcome): boolean {
  return outcome.parts.some(
    ({ outcome: part }) =>
      part.kind === 'accepted' || part.kind === 'unknown' || (part.kind === 'handled' && part.handled > 0),
  )
}

/** The FEM types an action can be repeated for: those that were refused or whose outcome is unknown. */
export function failedTypes(outcome: RelaunchOutcome): readonly RequestType[] {
  return outcome.parts.flatMap(part =>
    part.type !== undefined && (part.outcome.kind === 'refused' || part.outcome.kind === 'unknown') ? [part.type] : [],
  )
}

/** The first outcome, with the parts that were repeated since in their places. */
export function mergeOutcomes(before: RelaunchOutcome | undefined, after: RelaunchOutcome): RelaunchOutcome {
  if (before === undefined) return after
  const repeated = new Set(after.parts.map(({ type }) => type))
  return { parts: [...before.parts.filter(({ type }) => type !== undefined && !repeated.has(type)), ...after.parts] }
}

/** A right was missing. */
export function isDenied(outcome: PartOutcome): boolean {
  return outcome.kind === 'refused' && isRightMissing(outcome.status, outcome.messages)
}

/**
 * Whether a 403 to this action says that a right is missing. The Data Provider also answers 403 while a deletion is
 * pending on the chain (docs/regards-api/actions.md 2.1): that one says nothing about rights.
 */
export function isRightRefusal(stepId: RelaunchableStepId, outcome: PartOutcome): boolean {
  return isDenied(outcome) && relaunchOf(stepId)?.needsChain !== true
}

/** REGARDS relaunched everything it was asked to. */
export function isFullSuccess(outcome: RelaunchOutcome): boolean {
  return (
    outcome.parts.length > 0 &&
    outcome.parts.every(
      ({ outcome: part }) => part.kind === 'accepted' || (part.kind === 'handled' && part.handled >= part.requested),
    )
  )
}

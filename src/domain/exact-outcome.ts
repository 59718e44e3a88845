/** The progress and the outcome of the exact deletions of one session (docs/regards-api/measured.md 1.2). */
import type { ExactPartId } from './deletion-reach'
import type { PartOutcome } from './relaunch'

/** The progress of a deletion: first the rows are read, then their deletion is requested. */
export interface DeletionProgress {
  readonly phase: 'reading' | 'sending'
  readonly done: number
  /** `done`, and those of a call that is not answered yet. */
  readonly sent: number
  readonly total: number
}

/** The same, of each part that was begun. */
export type DeletionProgresses = Readonly<Partial<Record<ExactPartId, DeletionProgress>>>

/** How many deletions were requested and accepted, of how many. */
interface Ordered {
  readonly requested: number
  readonly total: number
}

export type ExactOutcome =
  | ({ readonly kind: 'accepted' } & Ordered)
  /** Between two calls, or before the first one. */
  | ({ readonly kind: 'stopped' } & Ordered)
  /** Refused, or not known to have arrived: the calls before it were made, those after it were not sent. */
  | ({ readonly kind: 'failed'; readonly outcome: PartOutcome } & Ordered)
  /** Not what was confirmed: nothing was sent. */
  | { readonly kind: 'changed'; readonly now: number }
  /** The session of this id is no longer there: nothing was sent, even if another one has its name. */
  | { readonly kind: 'gone' }
  /** Nothing was confirmed and nothing is there: nothing was sent. */
  | { readonly kind: 'nothing' }
  /** The rows could not be read, or the user was signed out: nothing was sent. */
  | { readonly kind: 'notSent' }

export interface ExactPartReport {
  readonly part: ExactPartId
  readonly outcome: ExactOutcome
}

/** The outcome of one part, in the words of all actions. */
export function asPartOutcome(outcome: ExactOutcome): PartOutcome {
  switch (outcome.kind) {
    case 'accepted':
      return { kind: 'accepted' }
    case 'failed':
      return outcome.requested > 0 && outcome.outcome.kind === 'refused'
        ? { kind: 'handled', handled: outcome.requested, requested: outcome.total }
        : outcome.outcome
    case 'stopped':
      return { kind: 'handled', handled: outcome.requested, requested: outcome.total }
    default:
      return { kind: 'nothing' }
  }
}

/** One action sent to REGARDS: its target, whether another action has the same one, why it was not sent. Pure. */
import type { ExactPartId } from './deletion-reach'
import type { ExactPartReport } from './exact-outcome'
import type { RelaunchByIds, VersioningDecision } from './record-list'
import type { RelaunchOutcome } from './relaunch'
import type { RequestType } from './request-type'
import type { ServiceError } from './service-error'
import type { Session, SessionRef } from './session'
import type { RelaunchableStepId } from './step-catalogue'

/** The errors of a step, or some of them. */
export interface RelaunchAction {
  readonly kind: 'relaunch'
  readonly ref: SessionRef
  readonly stepId: RelaunchableStepId
  /** Only these FEM request types, when an action is repeated for those that failed. */
  readonly only?: readonly RequestType[] | undefined
  /** Exactly these requests, chosen in a list. */
  readonly selected?: RelaunchByIds | undefined
}

/** The versioning mode for waiting products. */
export interface VersioningAction extends VersioningDecision {
  readonly kind: 'versioning'
}

/** A data source, to be crawled as soon as possible. */
interface CrawlAction {
  readonly kind: 'crawl'
  readonly id: string
  readonly label: string
}

/** The products of a session. */
export interface DeletionAction {
  readonly kind: 'deletion'
  readonly ref: SessionRef
  readonly id: number
  /** What was counted when it was confirmed (countingFingerprint): nothing else is ever sent. */
  readonly confirmed: string
  /** Each part with its count where exactly this session's are deleted; undefined for the session's own deletion. */
  readonly parts?: readonly { readonly id: ExactPartId; readonly count: number }[] | undefined
}

export type Action = RelaunchAction | VersioningAction | CrawlAction | DeletionAction

/** The target of an action. */
export interface Subject {
  /** Equal for actions of one kind on one step, one session or one data source. */
  readonly place: string
  /** Exactly these items there; undefined for all of them. */
  readonly ids: readonly string[] | undefined
}

const place = (...parts: readonly string[]) => JSON.stringify(parts)

/** The target of this action. */
export function subjectOf(action: Action): Subject {
  switch (action.kind) {
    case 'relaunch': {
      const { ref, stepId, selected } = action
      return {
        place: place('relaunch', ref.source, ref.name, stepId),
        ids: selected?.ids.map(id => `${selected.type ?? ''} ${id}`),
      }
    }
    case 'versioning':
      return { place: place('versioning', action.ref.source, action.ref.name), ids: action.ids?.map(String) }
    case 'crawl':
      return { place: place('crawl', action.id), ids: undefined }
    case 'deletion':
      return { place: place('deletion', action.ref.source, action.ref.name), ids: undefined }
  }
}

/** Whether two actions have, at least in part, the same target. */
export function overlap(a: Subject, b: Subject): boolean {
  if (a.place !== b.place) return false
  if (a.ids === undefined || b.ids === undefined) return true
  const others = new Set(b.ids)
  return a.ids.some(id => others.has(id))
}

/** How many of these items an earlier action included; undefined when one of the two was for all. */
export function sharedCount(subject: Subject, before: Subject): number | undefined {
  if (subject.ids === undefined || before.ids === undefined) return undefined
  const earlier = new Set(before.ids)
  return subject.ids.filter(id => earlier.has(id)).length
}

/** The session of an action; undefined for a data source. */
export function sessionOf(action: Action): SessionRef | undefined {
  return action.kind === 'crawl' ? undefined : action.ref
}

/** The answer to an action that was sent. */
export interface ActionReport {
  readonly outcome: RelaunchOutcome
  /** The session as known when it was confirmed: what its counters are measured against. */
  readonly baseline: Session | undefined
  /** Of a deletion that took exactly one session: each part separately. */
  readonly exact?: readonly ExactPartReport[]
}

/** An action that REGARDS may still be working on, shown wherever it could be sent again. */
export interface SentAction {
  /** When it was confirmed, in milliseconds of page time. */
  readonly since: number
  readonly isSending: boolean
  /** Its outcome is unknown. */
  readonly isUnknown: boolean
}

/** Why nothing was sent: no valid sign-in, the session is gone, is not what was confirmed, or could not be read again first. */
export type NotSentReason = 'signedOut' | 'gone' | 'changed' | 'unread'

/** Why an action that failed with this error was not sent. */
export function notSentReason(error: ServiceError): NotSentReason {
  if (error.isUnauthorised) return 'signedOut'
  if (error.isNotFound) return 'gone'
  return error.reason === 'changed' ? 'changed' : 'unread'
}

/** What was asked of REGARDS from this browser, as the journal keeps it. Pure. */
import type { Action, ActionReport, NotSentReason } from './action'
import { sessionOf, subjectOf } from './action'
import type { CountdownFigure } from './deletion'
import { countdown } from './deletion'
import type { VersioningMode } from './record-list'
import { RELAUNCHED_BY_IDS, VERSIONED_STEP, VERSIONING_MODES } from './record-list'
import type { RelaunchPart } from './relaunch'
import { isFullSuccess } from './relaunch'
import { relaunchFigures, stepFigures } from './relaunch-progress'
import type { RequestType } from './request-type'
import { REQUEST_TYPES } from './request-type'
import type { Session, SessionRef, Step } from './session'
import type { IsShape } from './shapes'
import { isAnyOf, isListOf, isNumber, isObjectOf, isOneOf, isOptional, isText } from './shapes'
import { stepDefinition } from './step-catalogue'

/** Entries of one account; the oldest go. */
export const JOURNAL_LIMIT = 500
/** So long after an action, in milliseconds, counters are still taken for its work. */
export const COUNTED_FOR = 15 * 60_000
/** Words of the server that are kept: so many messages, of so many characters each. */
const MESSAGES = 5
const MESSAGE_LENGTH = 500

/** What was asked. */
export type JournalWhat =
  | {
      readonly kind: 'relaunch'
      readonly stepId: string
      /** Only these FEM request types. */
      readonly types?: readonly RequestType[] | undefined
      /** So many requests, selected in a list; undefined for all errors of the step. */
      readonly selected?: number | undefined
    }
  | { readonly kind: 'versioning'; readonly mode: VersioningMode; readonly selected?: number | undefined }
  | { readonly kind: 'crawl'; readonly label: string }
  | { readonly kind: 'deletion'; readonly isExact: boolean }

/** What the counters of the session said afterwards. */
type JournalFigures =
  | {
      readonly kind: 'relaunch'
      readonly recovered: number
      readonly working: number
      readonly failing: number
      readonly runsJobs: boolean
    }
  | { readonly kind: 'versioning'; readonly left: number }
  | { readonly kind: 'deletion'; readonly figures: readonly CountdownFigure[] }

interface JournalCounters {
  /** ISO date of REGARDS. */
  readonly at: string
  /** They are taken for the work of this action no more. */
  readonly isFinal: boolean
  readonly said: JournalFigures
}

export interface JournalEntry {
  /** The same for the same action before and after a reload. */
  readonly id: string
  /** Counts its changes: of two tabs that know it, the one that knows more is right. */
  readonly revision: number
  /** ISO date of REGARDS at the confirmation. */
  readonly at: string
  readonly what: JournalWhat
  /** Undefined for a data source. */
  readonly session?: (SessionRef & { readonly id?: number | undefined }) | undefined
  readonly status: 'sending' | 'answered' | 'notSent'
  readonly parts: readonly RelaunchPart[]
  readonly notSent?: NotSentReason | undefined
  readonly counters?: JournalCounters | undefined
}

/** An action as far as it is known. */
interface KnownAction {
  readonly action: Action
  /** As its entry of the mutation cache has it, in milliseconds. */
  readonly since: number
  readonly status: JournalEntry['status']
  readonly report: ActionReport | undefined
  readonly notSent: NotSentReason | undefined
}

/** The id of the entry of an action. */
export function journalId({ action, since }: Pick<KnownAction, 'action' | 'since'>): string {
  const { place, ids } = subjectOf(action)
  return JSON.stringify([since, place, ...(ids === undefined ? [] : [ids.length, ids[0]])])
}

/** The step whose counters an action moves; undefined for a deletion or a crawl. */
function stepIdOf(action: Action): string | undefined {
  if (action.kind === 'versioning') return VERSIONED_STEP
  if (action.kind !== 'relaunch') return undefined
  return action.selected === undefined ? action.stepId : RELAUNCHED_BY_IDS[action.selected.list]
}

function whatOf(action: Action): JournalWhat {
  switch (action.kind) {
    case 'relaunch': {
      const { kind, only, selected } = action
      const types = only ?? (selected?.type === undefined ? undefined : [selected.type])
      return { kind, stepId: stepIdOf(action) ?? action.stepId, types, selected: selected?.ids.length }
    }
    case 'versioning':
      return { kind: action.kind, mode: action.mode, selected: action.ids?.length }
    case 'crawl':
      return { kind: action.kind, label: action.label }
    case 'deletion':
      return { kind: action.kind, isExact: action.parts !== undefined }
  }
}

function bounded(part: RelaunchPart): RelaunchPart {
  if (part.outcome.kind !== 'refused') return part
  const messages = part.outcome.messages.slice(0, MESSAGES).map(message => message.slice(0, MESSAGE_LENGTH))
  return { ...part, outcome: { ...part.outcome, messages } }
}

/**
 * The entry of an action.
 * @param at ISO date of REGARDS at its confirmation
 */
export function journalEntry(known: KnownAction, at: string): JournalEntry {
  const { action, status, report, notSent } = known
  const ref = sessionOf(action)
  const id = action.kind === 'deletion' ? action.id : report?.baseline?.id
  return {
    id: journalId(known),
    revision: 0,
    at,
    what: whatOf(action),
    session: ref && { source: ref.source, name: ref.name, id },
    status,
    parts: report?.outcome.parts.map(bounded) ?? [],
    notSent,
  }
}

/** The page was left before the answer came. */
export function abandoned(entry: JournalEntry): JournalEntry {
  return { ...entry, status: 'answered', parts: [{ outcome: { kind: 'unknown', reason: 'reloaded' } }] }
}

/** How an action ended, in one word. */
export const JOURNAL_OUTCOMES = ['accepted', 'partial', 'refused', 'unknown', 'notSent', 'nothing', 'sending'] as const
export type JournalOutcome = (typeof JOURNAL_OUTCOMES)[number]

const SIGNED_OUT = 401

export function journalOutcome({ status, parts }: JournalEntry): JournalOutcome {
  if (status !== 'answered') return status
  if (isFullSuccess({ parts })) return 'accepted'
  const outcomes = parts.map(({ outcome }) => outcome)
  if (outcomes.some(({ kind }) => kind === 'unknown')) return 'unknown'
  if (outcomes.some(one => one.kind === 'accepted' || (one.kind === 'handled' && one.handled > 0))) return 'partial'
  const refused = outcomes.filter(one => one.kind === 'refused')
  if (refused.length === 0) return 'nothing'
  return refused.every(one => one.status === SIGNED_OUT) ? 'notSent' : 'refused'
}

const stepIn = ({ steps }: Session, stepId: string): Step | undefined => steps.find(step => step.stepId === stepId)
const waitingIn = (session: Session) => stepIn(session, VERSIONED_STEP)?.state.waiting ?? 0

/** What the counters of the session say of an action; undefined where they say nothing. */
export function journalFigures(action: Action, baseline: Session, current: Session): JournalFigures | undefined {
  if (baseline.id !== current.id) return undefined
  switch (action.kind) {
    case 'relaunch': {
      const stepId = stepIdOf(action) ?? action.stepId
      const [before, now] = [stepIn(baseline, stepId), stepIn(current, stepId)]
      if (before === undefined || now === undefined) return undefined
      const runsJobs = stepDefinition(stepId)?.runsJobs === true
      return { kind: 'relaunch', ...relaunchFigures(stepFigures(before), stepFigures(now), runsJobs), runsJobs }
    }
    case 'versioning':
      return { kind: 'versioning', left: waitingIn(current) }
    case 'deletion':
      return { kind: 'deletion', figures: countdown(baseline, current) }
    case 'crawl':
      return undefined
  }
}

/** The one that knows more; the same for whoever compares. */
function later(one: JournalEntry, other: JournalEntry): JournalEntry {
  if (one.revision !== other.revision) return one.revision > other.revision ? one : other
  return JSON.stringify(one) > JSON.stringify(other) ? one : other
}

/** All entries as one list, each once, the latest first. */
export function mergeJournal(...lists: readonly Iterable<JournalEntry>[]): readonly JournalEntry[] {
  const all = new Map<string, JournalEntry>()
  for (const list of lists)
    for (const entry of list) {
      const known = all.get(entry.id)
      all.set(entry.id, known === undefined ? entry : later(known, entry))
    }
  // Two tabs that merge the same entries write the same text.
  const rank = ({ at, id }: JournalEntry) => `${at} ${id}`
  return [...all.values()].sort((a, b) => (rank(a) < rank(b) ? 1 : -1)).slice(0, JOURNAL_LIMIT)
}

const NOT_SENT = ['signedOut', 'gone', 'changed', 'unread'] as const satisfies readonly NotSentReason[]
const UNKNOWN = ['timeout', 'noAnswer', 'gateway', 'unreadable', 'reloaded'] as const
const COUNTDOWN = [
  'oais',
  'features',
  'acquired',
  'requests',
  'stored',
  'indexed',
] as const satisfies readonly CountdownFigure['id'][]

const isType = isOneOf(...REQUEST_TYPES)
const isDate: IsShape = value => isText(value) && !Number.isNaN(Date.parse(value))

const isWhat = isAnyOf(
  isObjectOf({
    kind: isOneOf('relaunch'),
    stepId: isText,
    types: isOptional(isListOf(isType)),
    selected: isOptional(isNumber),
  }),
  isObjectOf({ kind: isOneOf('versioning'), mode: isOneOf(...VERSIONING_MODES), selected: isOptional(isNumber) }),
  isObjectOf({ kind: isOneOf('crawl'), label: isText }),
  isObjectOf({ kind: isOneOf('deletion'), isExact: isOneOf(true, false) }),
)

const isPart = isObjectOf({
  type: isOptional(isType),
  outcome: isAnyOf(
    isObjectOf({ kind: isOneOf('accepted', 'nothing') }),
    isObjectOf({ kind: isOneOf('handled'), handled: isNumber, requested: isNumber }),
    isObjectOf({ kind: isOneOf('refused'), status: isNumber, messages: isListOf(isText) }),
    isObjectOf({ kind: isOneOf('unknown'), reason: isOneOf(...UNKNOWN) }),
  ),
})

const isFigures = isAnyOf(
  isObjectOf({
    kind: isOneOf('relaunch'),
    recovered: isNumber,
    working: isNumber,
    failing: isNumber,
    runsJobs: isOneOf(true, false),
  }),
  isObjectOf({ kind: isOneOf('versioning'), left: isNumber }),
  isObjectOf({
    kind: isOneOf('deletion'),
    figures: isListOf(isObjectOf({ id: isOneOf(...COUNTDOWN), before: isNumber, left: isNumber })),
  }),
)

const isEntry = isObjectOf({
  id: isText,
  revision: isNumber,
  at: isDate,
  what: isWhat,
  session: isOptional(isObjectOf({ source: isText, name: isText, id: isOptional(isNumber) })),
  status: isOneOf('sending', 'answered', 'notSent'),
  parts: isListOf(isPart),
  notSent: isOptional(isOneOf(...NOT_SENT)),
  counters: isOptional(isObjectOf({ at: isDate, isFinal: isOneOf(true, false), said: isFigures })),
})

/** The entries in a text that was kept: a damaged one spoils no other. */
export function readJournal(text: string | null): readonly JournalEntry[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(found) ? mergeJournal((found as JournalEntry[]).filter(isEntry)) : []
  } catch {
    return []
  }
}

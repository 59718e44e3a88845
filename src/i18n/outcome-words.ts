/** The sentences that say how an action ended. */
import { useTranslation } from './translation'
import type { ActionReport, NotSentReason, Action } from '@/domain/action'
import { RELAUNCHED_BY_IDS, VERSIONED_STEP } from '@/domain/record-list'
import type { PartOutcome, RelaunchOutcome, RelaunchPart } from '@/domain/relaunch'
import { spelled } from '@/domain/spelling'
import { useExactReportText } from './deletion-words'
import { useFormat } from './format'
import { isolate } from './isolate'
import { useOutcomeText } from './outcome-text'
import { useStepWords } from './step-words'

/** The sum of what REGARDS counted, or that it accepted the action. */
function total({ parts }: RelaunchOutcome): PartOutcome {
  const counted = parts.flatMap(({ outcome }) => (outcome.kind === 'handled' ? [outcome] : []))
  if (counted.length === 0) return { kind: 'accepted' }
  const sum = (pick: 'handled' | 'requested') => counted.reduce((n, part) => n + part[pick], 0)
  return { kind: 'handled', handled: sum('handled'), requested: sum('requested') }
}

/** One part of an action of this kind, with its request type in front where it has one. */
export function usePartText(): (kind: Action['kind'], part: RelaunchPart) => string {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  const text = useOutcomeText()
  return (kind, { type, outcome }) => {
    if (kind === 'versioning' && outcome.kind === 'handled') {
      const { handled, requested } = outcome
      return t('relaunch.outcome.decided', { handled: exact(handled), requested: exact(requested) })
    }
    if (kind === 'deletion' && outcome.kind === 'nothing') return t('relaunch.outcome.nothingDeleted')
    if (kind === 'deletion' && outcome.kind === 'handled') {
      const { handled, requested } = outcome
      return t('relaunch.outcome.deleted', { handled: exact(handled), requested: exact(requested) })
    }
    return type === undefined
      ? text(outcome)
      : t('relaunch.outcome.part', { type: t(`relaunch.type.${type}`), text: text(outcome) })
  }
}

export interface ActionWords {
  /** REGARDS handled all of it. */
  readonly success: (action: Action, report: ActionReport) => string
  /** It handled less, refused, or the outcome is unknown. */
  readonly failure: (action: Action, report: ActionReport) => string
  readonly notSent: (action: Action, reason: NotSentReason) => string
}

/** The step an action goes to. */
function stepOf(action: Exclude<Action, { readonly kind: 'crawl' | 'deletion' }>): string {
  if (action.kind === 'versioning') return VERSIONED_STEP
  return action.selected === undefined ? action.stepId : RELAUNCHED_BY_IDS[action.selected.list]
}

/** The notice about a whole action after its dialog was closed: its target comes first. */
export function useActionWords(): ActionWords {
  const { t } = useTranslation('session')
  const { t: tDeletion } = useTranslation('deletion')
  const step = useStepWords()
  const part = usePartText()
  const text = useOutcomeText()
  const exactText = useExactReportText()

  const about = (action: Action): string => {
    if (action.kind === 'crawl') return isolate(action.label)
    const { source, name } = action.ref
    const session = t('title', { source: isolate(spelled(source)), session: isolate(spelled(name)) })
    return action.kind === 'deletion'
      ? tDeletion('about', { session })
      : t('relaunch.about', { step: step(stepOf(action)).title, session })
  }
  const say = (action: Action, said: string) => t('relaunch.notice', { about: about(action), text: said })

  return {
    success: (action, { outcome }) => say(action, text(total(outcome))),
    failure: (action, { outcome, exact }) => {
      if (exact !== undefined) return say(action, exactText(exact))
      const said = outcome.parts.flatMap(one => [
        part(action.kind, one),
        ...(one.outcome.kind === 'refused' ? one.outcome.messages.map(isolate) : []),
      ])
      return say(action, said.join(' '))
    },
    notSent: (action, reason) => say(action, t(`relaunch.notSent.${reason}`)),
  }
}

/** The sentences that say what became of an order. */
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

/** The sum of what REGARDS counted, or that it took the order. */
function total({ parts }: RelaunchOutcome): PartOutcome {
  const counted = parts.flatMap(({ outcome }) => (outcome.kind === 'handled' ? [outcome] : []))
  if (counted.length === 0) return { kind: 'accepted' }
  const sum = (pick: 'handled' | 'requested') => counted.reduce((n, part) => n + part[pick], 0)
  return { kind: 'handled', handled: sum('handled'), requested: sum('requested') }
}

/** One part of an order of this kind, with its request type in front where it has one. */
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
  /** REGARDS took up all of it. */
  readonly success: (order: Action, report: ActionReport) => string
  /** It took up less, refused, or nobody knows. */
  readonly failure: (order: Action, report: ActionReport) => string
  readonly notSent: (order: Action, reason: NotSentReason) => string
}

/** The step an order goes to. */
function stepOf(order: Exclude<Action, { readonly kind: 'crawl' | 'deletion' }>): string {
  if (order.kind === 'versioning') return VERSIONED_STEP
  return order.selected === undefined ? order.stepId : RELAUNCHED_BY_IDS[order.selected.list]
}

/** What a notice says of a whole order to who is no longer, or not yet, where it was given: what it was about comes first. */
export function useActionWords(): ActionWords {
  const { t } = useTranslation('session')
  const { t: tDeletion } = useTranslation('deletion')
  const step = useStepWords()
  const part = usePartText()
  const text = useOutcomeText()
  const exactText = useExactReportText()

  const about = (order: Action): string => {
    if (order.kind === 'crawl') return isolate(order.label)
    const { source, name } = order.ref
    const session = t('title', { source: isolate(spelled(source)), session: isolate(spelled(name)) })
    return order.kind === 'deletion'
      ? tDeletion('about', { session })
      : t('relaunch.about', { step: step(stepOf(order)).title, session })
  }
  const say = (order: Action, said: string) => t('relaunch.notice', { about: about(order), text: said })

  return {
    success: (order, { outcome }) => say(order, text(total(outcome))),
    failure: (order, { outcome, exact }) => {
      if (exact !== undefined) return say(order, exactText(exact))
      const said = outcome.parts.flatMap(one => [
        part(order.kind, one),
        ...(one.outcome.kind === 'refused' ? one.outcome.messages.map(isolate) : []),
      ])
      return say(order, said.join(' '))
    },
    notSent: (order, reason) => say(order, t(`relaunch.notSent.${reason}`)),
  }
}

/** The sentences that say what became of a relaunch order. */
import { useTranslation } from 'react-i18next'
import type { PartOutcome, RelaunchOutcome, RelaunchPart } from '@/domain/relaunch'
import { useFormat } from './format'
import { useStepWords } from './step-words'

const UNKNOWN = {
  timeout: 'relaunch.outcome.unknownTimeout',
  noAnswer: 'relaunch.outcome.unknownNoAnswer',
  gateway: 'relaunch.outcome.unknownGateway',
  unreadable: 'relaunch.outcome.unknownUnreadable',
} as const

export interface OutcomeWords {
  /** One part, with its request type in front where it has one. */
  readonly part: (part: RelaunchPart) => string
  /** A whole order that failed, or half of it, for a notice. */
  readonly failure: (outcome: RelaunchOutcome) => string
  /** A whole order that REGARDS took up, for the notice. */
  readonly success: (outcome: RelaunchOutcome) => string
}

/** The sum of what REGARDS counted, or that it took the order. */
function total({ parts }: RelaunchOutcome): PartOutcome {
  const counted = parts.flatMap(({ outcome }) => (outcome.kind === 'handled' ? [outcome] : []))
  if (counted.length === 0) return { kind: 'accepted' }
  const sum = (pick: 'handled' | 'requested') => counted.reduce((n, part) => n + part[pick], 0)
  return { kind: 'handled', handled: sum('handled'), requested: sum('requested') }
}

/** What became of one call, in a sentence. */
export function useOutcomeText(): (outcome: PartOutcome) => string {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  return outcome => {
    switch (outcome.kind) {
      case 'accepted':
        return t('relaunch.outcome.accepted')
      case 'nothing':
        return t('relaunch.outcome.nothing')
      case 'handled': {
        const words = { handled: exact(outcome.handled), requested: exact(outcome.requested) }
        if (outcome.requested === 0) return t('relaunch.outcome.nothing')
        return outcome.handled === 0
          ? t('relaunch.outcome.nothingHandled', { count: outcome.requested, ...words })
          : t('relaunch.outcome.handled', { count: outcome.requested, ...words })
      }
      case 'refused':
        return t('relaunch.outcome.refused', { status: outcome.status })
      case 'unknown':
        return t(UNKNOWN[outcome.reason])
    }
  }
}

/** @param stepId the step the order went to: it is named in front */
export function useOutcomeWords(stepId: string): OutcomeWords {
  const { t } = useTranslation('session')
  const step = useStepWords()(stepId).title
  const text = useOutcomeText()
  const part = ({ type, outcome }: RelaunchPart) =>
    type === undefined
      ? text(outcome)
      : t('relaunch.outcome.part', { type: t(`relaunch.type.${type}`), text: text(outcome) })

  return {
    part,
    failure: ({ parts }) => t('relaunch.done', { step, text: parts.map(part).join(' ') }),
    success: outcome => t('relaunch.done', { step, text: text(total(outcome)) }),
  }
}

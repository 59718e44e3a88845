/** The sentences for the progress and the outcome of each exact deletion. */
import { useTranslation } from './translation'
import type { CountdownFigure } from '@/domain/deletion'
import type { DeletionProgress, DeletionProgresses, ExactOutcome, ExactPartReport } from '@/domain/exact-outcome'
import type { ExactPartId } from '@/domain/deletion-reach'
import { useFormat } from './format'
import { isolate } from './isolate'
import { useOutcomeText } from './outcome-text'

/** The progress of a part. */
export function useProgressText(): (progress: DeletionProgress) => string {
  const { t } = useTranslation('deletion')
  const { exact } = useFormat()
  return ({ phase, done, total }) => t(`exact.progress.${phase}`, { done: exact(done), total: exact(total) })
}

/** "1,000 of 2,500 OAIS products", for each part that was begun; '' for none. An unanswered call gives a range. */
export function useRequestedText(): (progresses: DeletionProgresses) => string {
  const { t } = useTranslation('deletion')
  const { exact } = useFormat()
  return progresses =>
    Object.entries(progresses)
      .filter(([, { phase }]) => phase === 'sending')
      .map(([part, { done, sent, total }]) => {
        // Written by the deletions of exactly these parts.
        const id = part as ExactPartId
        const figure = sent > done ? t('exact.upTo', { done: exact(done), sent: exact(sent) }) : exact(done)
        return t(`exact.sent.${id}`, { done: figure, total: exact(total) })
      })
      .join(', ')
}

/** The outcome of one part, with the server's message. */
export function useExactOutcomeText(): (outcome: ExactOutcome) => string {
  const { t } = useTranslation('deletion')
  const { exact } = useFormat()
  const text = useOutcomeText()
  return outcome => {
    switch (outcome.kind) {
      case 'accepted':
      case 'stopped':
        return t(`exact.outcome.${outcome.kind}`, { requested: exact(outcome.requested), total: exact(outcome.total) })
      case 'failed': {
        const { requested, total, outcome: part } = outcome
        const said = part.kind === 'refused' ? part.messages.map(isolate) : []
        const words = { requested: exact(requested), total: exact(total), text: [text(part), ...said].join(' ') }
        return t('exact.outcome.failed', words)
      }
      case 'changed':
        return t('exact.outcome.changed', { figure: exact(outcome.now) })
      case 'gone':
      case 'nothing':
      case 'notSent':
        return t(`exact.outcome.${outcome.kind}`)
    }
  }
}

/** The outcome of all parts, each named. */
export function useExactReportText(): (reports: readonly ExactPartReport[]) => string {
  const { t } = useTranslation('deletion')
  const text = useExactOutcomeText()
  return reports =>
    reports
      .map(({ part, outcome }) => t('exact.named', { part: t(`exact.uncounted.${part}`), text: text(outcome) }))
      .join(' ')
}

/** How far the figures of a deletion have come down. */
export function useCountdownText(): (figures: readonly CountdownFigure[]) => string {
  const { t } = useTranslation('deletion')
  const { exact } = useFormat()
  return figures =>
    figures
      .map(({ id, before, left }) => {
        const words = { left: exact(left), before: exact(before) }
        // Somebody goes on feeding the session that is being emptied.
        return left > before ? t(`line.grown.${id}`, words) : t(`line.${id}`, { count: before, ...words })
      })
      .join(' · ')
}

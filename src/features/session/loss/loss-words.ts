/** The loss line in words: a part, and the sentence of all. */
import type { Loss, LossSummary, Outside, SummaryHead } from '@/domain/loss-summary'
import type { Format } from '@/i18n/format'
import { useFormat } from '@/i18n/format'
import { useStepWords } from '@/i18n/step-words'
import type { TFunction } from '@/i18n/translation'
import { useTranslation } from '@/i18n/translation'
import { useTypeWord } from '@/i18n/type-word'

function headText(t: TFunction<'loss'>, { exact }: Format, head: SummaryHead): string {
  switch (head.kind) {
    case 'none':
      return t('head.none')
    case 'zero':
      return t(`head.zero.${head.unit}`)
    case 'untold':
      return t(`head.untold.${head.unit}`)
    case 'only':
      return t('head.only', { count: head.last, last: exact(head.last) })
    case 'arrived':
      return t(`head.arrived.${head.stage}`, { count: head.last, last: exact(head.last) })
    case 'all':
      return t(`head.all.${head.stage}`, { count: head.total, total: exact(head.total) })
    case 'of':
      return t(`head.of.${head.stage}`, { count: head.last, last: exact(head.last), total: exact(head.total) })
  }
}

/** The words of what was lost: "4 in error", of files "4 files in error". */
export function lossText(
  t: TFunction<'loss'>,
  { exact }: Format,
  { kind, value, unit }: Pick<Loss, 'kind' | 'value' | 'unit'>,
): string {
  const words = { count: value, figure: exact(value) }
  return unit === 'files' || kind === 'mixed' ? t(`ofFiles.${kind}`, words) : t(`kind.${kind}`, words)
}

/** The sentence over the line. */
export function useSentence(): (summary: LossSummary) => string {
  const { t } = useTranslation('loss')
  const format = useFormat()
  const typeWord = useTypeWord()
  const placed = (loss: Loss) => {
    const [first, second] = loss.place
    const text = lossText(t, format, loss)
    return second === undefined
      ? t('at', { loss: text, step: typeWord(first) })
      : t('between', { loss: text, from: typeWord(first), to: typeWord(second) })
  }
  return ({ head, losses, isOdd }) => {
    const told = [...losses.map(placed), ...(isOdd ? [t('odd')] : [])]
    const begin = headText(t, format, head)
    return told.length === 0
      ? t('sentence', { head: begin })
      : t('sentenceWithLosses', { head: begin, losses: told.join(', ') })
  }
}

/** What the sentence leaves out: "Workers 4 in error, 2 waiting". Undefined for nothing. */
export function useOutsideText(): (outside: readonly Outside[]) => string | undefined {
  const { t } = useTranslation('loss')
  const { exact } = useFormat()
  const stepWords = useStepWords()
  const counted = (outside: Outside, kind: 'errors' | 'waiting') =>
    outside[kind] > 0 ? [t(`kind.${kind}`, { figure: exact(outside[kind]) })] : []
  return outside => {
    const steps = outside.map(
      one => `${stepWords(one.stepId).title} (${[...counted(one, 'errors'), ...counted(one, 'waiting')].join(', ')})`,
    )
    return steps.length === 0 ? undefined : t('outside', { steps: steps.join(', ') })
  }
}

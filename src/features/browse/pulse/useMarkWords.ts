/** What the marks of a pulse say: the same figures as the picture. */
import type { Mark, MarkState } from '@/domain/pulse'
import { countStates } from '@/domain/pulse'
import { useFormat } from '@/i18n/format'
import { nameText } from '@/i18n/isolate'
import { useTranslation } from '@/i18n/translation'

interface MarkWords {
  /** Name, products, everything that is not Ok, and when it was created. */
  readonly mark: (mark: Mark) => string
  /** How many sessions are in each state. */
  readonly summary: (source: string, marks: readonly Mark[]) => string
}

const LOSSES = ['errors', 'waiting', 'running', 'leftOut'] as const
type Loss = (typeof LOSSES)[number]

export function useMarkWords(): MarkWords {
  const { t } = useTranslation('session')
  const { exact, date } = useFormat()
  const productsOf = ({ products }: Mark) =>
    products === undefined
      ? t('usual.pulse.noProducts')
      : t('usual.pulse.products', { count: Math.abs(products), figure: exact(products) })
  const stateWord = (state: Loss, count: number) => t(`usual.pulse.states.${state}`, { count, figure: exact(count) })
  const statesOf = ({ counters, leftOut }: Mark) => {
    const counts = { ...counters, leftOut }
    const found = LOSSES.filter(state => counts[state] > 0).map(state => stateWord(state, counts[state]))
    return found.length === 0 ? [t('usual.pulse.ok')] : found
  }
  const sessionsWord = (state: MarkState, count: number) => {
    if (state === 'ok') return t('usual.pulse.sessionsOk', { figure: exact(count) })
    return state === 'leftOut' ? t('usual.pulse.sessionsLeftOut', { figure: exact(count) }) : stateWord(state, count)
  }
  return {
    mark: mark => {
      const { name, creationDate } = mark.session
      const figures = [productsOf(mark), ...statesOf(mark)].join(', ')
      if (creationDate === undefined) return t('usual.pulse.undated', { session: nameText(name), figures })
      return t('usual.pulse.mark', { session: nameText(name), figures, date: date(creationDate) })
    },
    summary: (source, marks) =>
      t('usual.pulse.summary', {
        source,
        count: marks.length,
        figure: exact(marks.length),
        states: countStates(marks)
          .map(([state, count]) => sessionsWord(state, count))
          .join(', '),
      }),
  }
}

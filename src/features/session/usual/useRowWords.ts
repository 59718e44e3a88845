/** A row of what is far from the usual, in words: for its sentence and for its line of the table. */
import type { UsualRow } from '@/domain/usual'
import { useFormat } from '@/i18n/format'
import { isolate } from '@/i18n/isolate'
import { signed } from '@/i18n/signed'
import { useStepWords } from '@/i18n/step-words'
import { useTranslation } from '@/i18n/translation'

interface RowWords {
  readonly key: string
  readonly step: string
  readonly label: string
  readonly now: string
  readonly usual: string
  readonly difference: string
  readonly sentence: string
  readonly isError: boolean
}

export function useRowWords(): (row: UsualRow) => RowWords {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  const words = useStepWords()
  return row => {
    const { title: step, properties } = words(row.stepId)
    const difference = signed(row.difference, exact)
    if (row.kind === 'newError') {
      const { propertyId, name } = row
      const of = properties[propertyId]?.label ?? propertyId
      const label = name === undefined ? of : t('usual.ofName', { label: of, name: isolate(name) })
      const now = exact(row.now)
      const sentence = t('usual.newItem', { step, label, now })
      return {
        key: JSON.stringify([row.stepId, propertyId, name]),
        step,
        label,
        now,
        usual: t('usual.never'),
        difference,
        sentence,
        isError: true,
      }
    }
    const { figure, unit } = row
    const label =
      unit === undefined
        ? t(`usual.figure.${figure}`)
        : t('usual.withUnit', { label: t(`usual.figure.${figure}`), unit: t(`unit.${unit}`, { count: 2 }) })
    const said = (n: number | undefined) => (n === undefined ? t('usual.noStep') : exact(n))
    const [now, usual] = [said(row.now), said(row.usual)]
    const sentence =
      row.now === undefined ? t('usual.goneItem', { step, label, usual }) : t('usual.item', { step, label, now, usual })
    return {
      key: JSON.stringify([row.stepId, figure]),
      step,
      label,
      now,
      usual,
      difference,
      sentence,
      isError: figure === 'errors' && row.difference > 0,
    }
  }
}

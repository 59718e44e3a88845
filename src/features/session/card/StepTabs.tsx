/** The tabs of a card whose type has several steps; each tells its errors. */
import { useTranslation } from 'react-i18next'
import type { Step } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { useStepWords } from '@/i18n/step-words'
import { TabList } from '@/ui/TabList'

interface Props {
  /** The step type's word. */
  readonly type: string
  readonly idPrefix: string
  readonly steps: readonly Step[]
  readonly selected: string
  readonly onSelect: (stepId: string) => void
}

export function StepTabs({ type, idPrefix, steps, selected, onSelect }: Props) {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  const words = useStepWords()
  const tabs = steps.map(({ stepId, state: { errors } }) => {
    const { title } = words(stepId)
    const figure = errors > 0 ? exact(errors) : undefined
    return { id: stepId, label: title, figure, spoken: figure && t('tabErrors', { title, errors: figure }) }
  })
  return <TabList name={t('tabs', { type })} idPrefix={idPrefix} tabs={tabs} selected={selected} onSelect={onSelect} />
}

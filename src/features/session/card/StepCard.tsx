/** The card: one step type of the session, driven by the step catalogue. */
import { memo, useId, useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { SessionRef, Step } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { useStepWords } from '@/i18n/step-words'
import { useTypeWord } from '@/i18n/type-word'
import { StateBadges } from '../StateBadges'
import { TabList, panelId, tabId } from '@/ui/TabList'
import styles from './card.module.css'
import { StepPanel } from './StepPanel'
import type { FollowedRelaunch } from '../useFollowing'

interface StepCardProps {
  readonly type: string
  readonly sessionRef: SessionRef
  /** The session's steps of this type, in catalogue order. */
  readonly steps: readonly [Step, ...Step[]]
  readonly followed: readonly FollowedRelaunch[]
  /** The time their ages count to; constant while there are none. */
  readonly now: number
  readonly onReload: () => void
}

/** The first one in error; else the first one with something running or waiting. */
const firstToShow = (steps: StepCardProps['steps']): Step =>
  steps.find(({ state }) => state.errors > 0) ??
  steps.find(({ state }) => state.running > 0 || state.waiting > 0) ??
  steps[0]

interface StepTabsProps {
  /** The step type's word. */
  readonly type: string
  readonly idPrefix: string
  readonly steps: readonly Step[]
  readonly selected: string
  readonly onSelect: (stepId: string) => void
}

/** Each tells its errors. */
function StepTabs({ type, idPrefix, steps, selected, onSelect }: StepTabsProps) {
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

export const StepCard = memo(function StepCard(props: StepCardProps) {
  const { type, sessionRef, steps, followed, now, onReload } = props
  const id = useId()
  const name = useTypeWord()(type)
  const [chosen, setChosen] = useState(() => firstToShow(steps).stepId)
  const shown = steps.find(({ stepId }) => stepId === chosen) ?? steps[0]
  const own = followed.find(({ stepId }) => stepId === shown.stepId)
  const hasTabs = steps.length > 1
  const { title } = useStepWords()(shown.stepId)
  const panel = (
    <StepPanel
      key={shown.stepId}
      sessionRef={sessionRef}
      step={shown}
      followed={own && { of: own, now }}
      onReload={onReload}
    />
  )
  return (
    <article className={styles['card']} data-type={type} aria-labelledby={`${id}-heading`}>
      <div className={styles['head']}>
        <h3 id={`${id}-heading`} tabIndex={-1} data-card-heading="">
          {name}
        </h3>
        {!hasTabs && title !== name && <span className={styles['step']}>{title}</span>}
        <StateBadges steps={steps} />
      </div>
      {hasTabs ? (
        <>
          <StepTabs type={name} idPrefix={id} steps={steps} selected={shown.stepId} onSelect={setChosen} />
          <div role="tabpanel" id={panelId(id)} aria-labelledby={tabId(id, steps.indexOf(shown))}>
            {panel}
          </div>
        </>
      ) : (
        panel
      )}
    </article>
  )
})

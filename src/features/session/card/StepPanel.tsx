/** One step inside its card: flow, bar, errors, actions and their progress, figures. */
import { useTranslation } from '@/i18n/translation'
import type { SessionRef, Step } from '@/domain/session'
import { isKnownStep } from '@/domain/step-catalogue'
import { RelaunchProgress } from '../relaunch/RelaunchProgress'
import styles from './card.module.css'
import { ErrorParts } from './ErrorParts'
import { StallHint } from '../SessionStall'
import { StepActions } from './StepActions'
import { StepBar } from './StepBar'
import { StepFlow } from './StepFlow'
import { StepGroups } from './StepGroups'
import type { FollowedRelaunch } from '../useFollowing'

interface StepPanelProps {
  readonly sessionRef: SessionRef
  readonly step: Step
  /** How far a relaunch of this step has come, and the current time. */
  readonly followed: { readonly of: FollowedRelaunch; readonly now: number } | undefined
  readonly onReload: () => void
}

export function StepPanel({ sessionRef, step, followed, onReload }: StepPanelProps) {
  const { t } = useTranslation('session')
  return (
    <div className={styles['panel']}>
      <StepFlow step={step} />
      <StepBar step={step} />
      {!isKnownStep(step.stepId) && <p>{t('unknownStep')}</p>}
      <StallHint step={step} />
      <ErrorParts step={step} />
      <div className={styles['actions']}>
        {followed !== undefined && (
          <RelaunchProgress step={step} followed={followed.of} now={followed.now} onReload={onReload} />
        )}
        <StepActions sessionRef={sessionRef} step={step} followed={followed} />
      </div>
      <StepGroups step={step} />
    </div>
  )
}

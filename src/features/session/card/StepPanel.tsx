/** One step inside its card: flow, bar, what its errors are, what can be done and what became of it, figures. */
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { styled } from '@mui/material/styles'
import { useTranslation } from '@/i18n/translation'
import type { SessionRef, Step } from '@/domain/session'
import { isKnownStep } from '@/domain/step-catalogue'
import { RelaunchProgress } from '../relaunch/RelaunchProgress'
import { ErrorParts } from './ErrorParts'
import { StallHint } from '../SessionStall'
import { StepActions } from './StepActions'
import { StepBar } from './StepBar'
import { StepFlow } from './StepFlow'
import { StepGroups } from './StepGroups'
import type { FollowedRelaunch } from '../useFollowing'

/** What can be done, and what became of it: above the counters, so that it is in view and covers none of them. */
const Actions = styled('div')({ '&:empty': { display: 'none' } })

interface StepPanelProps {
  readonly sessionRef: SessionRef
  readonly step: Step
  /** How far a relaunch of this step has come, and the time it is told at. */
  readonly followed: { readonly of: FollowedRelaunch; readonly now: number } | undefined
  readonly onReload: () => void
}

export function StepPanel({ sessionRef, step, followed, onReload }: StepPanelProps) {
  const { t } = useTranslation('session')
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1 }}>
      <StepFlow step={step} />
      <StepBar step={step} />
      {!isKnownStep(step.stepId) && <Typography variant="body2">{t('unknownStep')}</Typography>}
      <StallHint step={step} />
      <ErrorParts step={step} />
      <Actions>
        {followed !== undefined && (
          <RelaunchProgress step={step} followed={followed.of} now={followed.now} onReload={onReload} />
        )}
        <StepActions sessionRef={sessionRef} step={step} followed={followed} />
      </Actions>
      <StepGroups step={step} />
    </Box>
  )
}

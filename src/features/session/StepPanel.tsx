/** One step inside its card: flow, bar, what its errors are, figures, the relaunch and what became of it. */
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { styled } from '@mui/material/styles'
import { useTranslation } from 'react-i18next'
import type { SessionRef, Step } from '@/domain/session'
import { isKnownStep } from '@/domain/step-catalogue'
import { DrainLine } from './DrainLine'
import { ErrorParts } from './ErrorParts'
import { NoNews } from './NoNews'
import { StepActions } from './StepActions'
import { StepBar } from './StepBar'
import { StepFlow } from './StepFlow'
import { StepGroups } from './StepGroups'
import type { StepDrain } from './useFollowing'

/** What can be done, and what became of it, stays in view however long the card is. */
const Foot = styled('div')(({ theme }) => ({
  position: 'sticky',
  bottom: 0,
  paddingBlock: 6,
  // It is in view already: a focus that comes to it must not scroll what is above.
  '& *': { scrollMarginBottom: -96 },
  backgroundColor: (theme.vars ?? theme).palette.background.paper,
  '&:empty': { display: 'none' },
  // A line that goes below it fades: there is more, and no figure looks like half of one.
  containerType: 'scroll-state',
  '@container scroll-state(stuck: bottom)': {
    '&::before': {
      content: '""',
      position: 'absolute',
      insetInline: 0,
      bottom: '100%',
      height: 26,
      pointerEvents: 'none',
      background: `linear-gradient(to top, ${(theme.vars ?? theme).palette.background.paper} 60%, transparent)`,
    },
  },
}))

export interface StepPanelProps {
  readonly sessionRef: SessionRef
  readonly step: Step
  /** How far a relaunch of this step has come, and the time it is told at. */
  readonly drain: { readonly of: StepDrain; readonly now: number } | undefined
  readonly onAskAgain: () => void
}

export function StepPanel({ sessionRef, step, drain, onAskAgain }: StepPanelProps) {
  const { t } = useTranslation('session')
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1 }}>
      <StepFlow step={step} />
      <StepBar step={step} />
      {!isKnownStep(step.stepId) && <Typography variant="body2">{t('unknownStep')}</Typography>}
      <NoNews step={step} />
      <ErrorParts step={step} />
      <StepGroups step={step} />
      <Foot>
        {drain !== undefined && <DrainLine step={step} drain={drain.of} now={drain.now} onAskAgain={onAskAgain} />}
        <StepActions sessionRef={sessionRef} step={step} drain={drain} />
      </Foot>
    </Box>
  )
}

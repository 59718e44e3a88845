/** What became of a relaunch, in the card: recovered, working and still failing. */
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { relaunchFigures } from '@/domain/relaunch-progress'
import type { Step } from '@/domain/session'
import { stepDefinition } from '@/domain/step-catalogue'
import { relaunchableCount } from '@/domain/step-reading'
import { useFormat } from '@/i18n/format'
import { useStepWords } from '@/i18n/step-words'
import { ActionProgress } from '../ActionProgress'
import type { FollowedRelaunch } from '../useFollowing'

interface Props {
  readonly step: Step
  readonly drain: FollowedRelaunch
  readonly now: number
  readonly onAskAgain: () => void
}

function useFiguresText({ step, drain: { baseline, current } }: Pick<Props, 'step' | 'drain'>): string {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  if (baseline === undefined || baseline.fingerprint === current.fingerprint) return ''
  const runsJobs = stepDefinition(step.stepId)?.runsJobs === true
  const { recovered, working, failing } = relaunchFigures(baseline, current, runsJobs)
  const figures = { recovered: exact(recovered), working: exact(working), failing: exact(failing) }
  return t(runsJobs ? 'drain.jobsFigures' : 'drain.figures', figures)
}

export function RelaunchProgress({ step, drain, now, onAskAgain }: Props) {
  const { t } = useTranslation('session')
  const { title } = useStepWords()(step.stepId)
  const figures = useFiguresText({ step, drain })
  const isUncurable = drain.current.errors > 0 && relaunchableCount(step) === 0
  const reason = isUncurable ? t('drain.stillUncurable') : figures === '' ? t('drain.stillNever') : ''
  return (
    <ActionProgress
      followed={drain}
      words={{
        name: t('drain.name'),
        askAgain: t('drain.askAgain'),
        line: (stage, words) => t(`drain.${stage}`, words),
        figures,
        announced: line => `${title}: ${line}`,
      }}
      now={now}
      onAskAgain={onAskAgain}
      look={{ borderColor: 'primary.main', my: 1 }}
    >
      {drain.phase === 'still' && reason !== '' && <Typography variant="body2">{reason}</Typography>}
    </ActionProgress>
  )
}

/** The progress of a relaunch, in the card: recovered, running and still failing. */
import Typography from '@mui/material/Typography'
import { useTranslation } from '@/i18n/translation'
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
  readonly followed: FollowedRelaunch
  readonly now: number
  readonly onReload: () => void
}

function useFiguresText({ step, followed: { baseline, current } }: Pick<Props, 'step' | 'followed'>): string {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  if (baseline === undefined || baseline.fingerprint === current.fingerprint) return ''
  const runsJobs = stepDefinition(step.stepId)?.runsJobs === true
  const { recovered, working, failing } = relaunchFigures(baseline, current, runsJobs)
  const figures = { recovered: exact(recovered), working: exact(working), failing: exact(failing) }
  return t(runsJobs ? 'relaunchProgress.jobsFigures' : 'relaunchProgress.figures', figures)
}

export function RelaunchProgress({ step, followed, now, onReload }: Props) {
  const { t } = useTranslation('session')
  const { title } = useStepWords()(step.stepId)
  const figures = useFiguresText({ step, followed })
  const isUncurable = followed.current.errors > 0 && relaunchableCount(step) === 0
  const reason = isUncurable
    ? t('relaunchProgress.stalledUncurable')
    : figures === ''
      ? t('relaunchProgress.stalledNever')
      : ''
  return (
    <ActionProgress
      followed={followed}
      words={{
        name: t('relaunchProgress.name'),
        reload: t('relaunchProgress.reload'),
        line: (stage, words) => t(`relaunchProgress.${stage}`, words),
        figures,
        announced: line => `${title}: ${line}`,
      }}
      now={now}
      onReload={onReload}
      look={{ borderColor: 'primary.main', my: 1 }}
    >
      {followed.phase === 'stalled' && reason !== '' && <Typography variant="body2">{reason}</Typography>}
    </ActionProgress>
  )
}

/** What became of a relaunch, in the card: waiting for REGARDS, recovered / working / still failing, done, or still. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { relaunchFigures } from '@/domain/relaunch-progress'
import type { Step } from '@/domain/session'
import { stepDefinition } from '@/domain/step-catalogue'
import { relaunchableCount } from '@/domain/step-reading'
import { useFormat } from '@/i18n/format'
import { useAnnouncedEnd } from '../useAnnouncedEnd'
import type { FollowedRelaunch } from '../useFollowing'
import { useStepWords } from '@/i18n/step-words'

interface Props {
  readonly step: Step
  readonly drain: FollowedRelaunch
  readonly now: number
  readonly onAskAgain: () => void
}

/** The line that says how far it is. */
function useDrainText({ drain, now }: Pick<Props, 'drain' | 'now'>): string {
  const { t } = useTranslation('session')
  const { relative, duration } = useFormat()
  if (drain.isSending) return t('drain.sending')
  const age = relative(new Date(drain.since).toISOString(), now)
  if (drain.isUnknown && drain.phase === 'waiting') return t('drain.unknown', { age })
  if (drain.phase !== 'still') return t(`drain.${drain.phase}`, { age })
  return t('drain.still', { age, duration: duration(now - Math.max(drain.since, drain.movedAt)) })
}

function useFiguresText({ step, drain }: Pick<Props, 'step' | 'drain'>): string | undefined {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  const { baseline, current } = drain
  if (baseline === undefined || baseline.fingerprint === current.fingerprint) return undefined
  const runsJobs = stepDefinition(step.stepId)?.runsJobs === true
  const { recovered, working, failing } = relaunchFigures(baseline, current, runsJobs)
  const figures = { recovered: exact(recovered), working: exact(working), failing: exact(failing) }
  return t(runsJobs ? 'drain.jobsFigures' : 'drain.figures', figures)
}

export function RelaunchProgress({ step, drain, now, onAskAgain }: Props) {
  const { t } = useTranslation('session')
  const title = useStepWords()(step.stepId).title
  const text = useDrainText({ drain, now })
  const figures = useFiguresText({ step, drain })
  useAnnouncedEnd(drain.phase, `${title}: ${text}`)
  const isStill = drain.phase === 'still'
  const isUncurable = drain.current.errors > 0 && relaunchableCount(step) === 0
  return (
    <Box role="group" aria-label={t('drain.name')} sx={{ borderLeft: 3, borderColor: 'primary.main', pl: 1, my: 1 }}>
      <Typography variant="body2">{text}</Typography>
      {figures !== undefined && <Typography variant="body2">{figures}</Typography>}
      {isStill && isUncurable && <Typography variant="body2">{t('drain.stillUncurable')}</Typography>}
      {isStill && !isUncurable && figures === undefined && (
        <Typography variant="body2">{t('drain.stillNever')}</Typography>
      )}
      {isStill && (
        <Button size="small" onClick={onAskAgain}>
          {t('drain.askAgain')}
        </Button>
      )}
    </Box>
  )
}

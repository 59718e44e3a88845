/** What became of a deletion, above the cards: waiting for REGARDS, counting down, then what is left and why. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { styled } from '@mui/material/styles'
import { useTranslation } from 'react-i18next'
import type { CountdownFigure } from '@/domain/deletion'
import { countdown as countDown, remainingCounts } from '@/domain/deletion'
import { isExpected } from '@/domain/relaunch-progress'
import type { Session } from '@/domain/session'
import { useOrderedText } from '@/i18n/deletion-words'
import { useFormat } from '@/i18n/format'
import { useDeletionProgress } from '@/queries/deletion-progress'
import { useAnnouncedEnd } from '../useAnnouncedEnd'
import { StopButton } from './ExactParts'
import type { FollowedDeletion } from '../useFollowing'

const Left = styled('ul')({ margin: '2px 0', paddingInlineStart: '1.25em' })

interface Props {
  readonly session: Session
  readonly countdown: FollowedDeletion
  readonly now: number
  readonly onAskAgain: () => void
}

/** The line that says how far it is. */
function usePhaseText({ session, countdown, now }: Pick<Props, 'session' | 'countdown' | 'now'>): string {
  const { t } = useTranslation('deletion')
  const parts = useOrderedText()(useDeletionProgress(session))
  const { relative, duration } = useFormat()
  const { since, movedAt, phase, isSending, isUnknown } = countdown
  if (isSending) return parts === '' ? t('line.sending') : t('line.progress', { parts })
  const age = relative(new Date(since).toISOString(), now)
  if (phase === 'waiting' && isUnknown) return t('line.unknown', { age })
  if (phase !== 'still') return t(`line.${phase}`, { age })
  return t('line.still', { age, duration: duration(now - Math.max(since, movedAt)) })
}

function useFiguresText(figures: readonly CountdownFigure[]): string {
  const { t } = useTranslation('deletion')
  const { exact } = useFormat()
  return figures
    .map(({ id, before, left }) => {
      const words = { left: exact(left), before: exact(before) }
      // Somebody goes on feeding the session that is being emptied.
      return left > before ? t(`line.grown.${id}`, words) : t(`line.${id}`, { count: before, ...words })
    })
    .join(' · ')
}

function useLeftTexts(session: Session, baseline: Session | undefined): readonly string[] {
  const { t } = useTranslation('deletion')
  const { exact } = useFormat()
  return remainingCounts(baseline ?? session, session).map(({ id, count }) =>
    t(`left.${id}`, { count, figure: exact(count) }),
  )
}

export function DeletionProgress({ session, countdown, now, onAskAgain }: Props) {
  const { t } = useTranslation('deletion')
  const { phase, baseline, isSending } = countdown
  const hasParts = Object.keys(useDeletionProgress(session)).length > 0
  const text = usePhaseText({ session, countdown, now })
  const figures = useFiguresText(baseline === undefined ? [] : countDown(baseline, session))
  const left = useLeftTexts(session, baseline)
  const hasEnded = !isExpected(phase)
  useAnnouncedEnd(phase, [text, ...left].join(' '))
  return (
    <Box
      role="group"
      aria-label={t('line.name')}
      sx={{ borderLeft: 3, borderColor: 'error.main', pl: 1, mb: 1.5, overflowWrap: 'anywhere' }}
    >
      <Typography variant="body2">{text}</Typography>
      {isSending && hasParts && <StopButton sessionRef={{ source: session.source, name: session.name }} />}
      {figures !== '' && <Typography variant="body2">{figures}</Typography>}
      {hasEnded && left.length > 0 && (
        <Left>
          {left.map(one => (
            <Typography key={one} component="li" variant="body2">
              {one}
            </Typography>
          ))}
        </Left>
      )}
      {phase === 'still' && (
        <Button size="small" onClick={onAskAgain}>
          {t('line.askAgain')}
        </Button>
      )}
    </Box>
  )
}

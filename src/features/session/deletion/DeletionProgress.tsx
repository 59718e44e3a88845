/** The progress of a deletion, above the cards: the remaining counts, then what is left and why. */
import Typography from '@mui/material/Typography'
import { styled } from '@mui/material/styles'
import { useTranslation } from '@/i18n/translation'
import { countdown, remainingCounts } from '@/domain/deletion'
import { isExpected } from '@/domain/relaunch-progress'
import type { Session } from '@/domain/session'
import { useCountdownText, useRequestedText } from '@/i18n/deletion-words'
import { useFormat } from '@/i18n/format'
import { useDeletionProgress } from '@/queries/deletion-progress'
import { ActionProgress } from '../ActionProgress'
import type { FollowedDeletion } from '../useFollowing'
import { StopButton } from './ExactParts'

const Left = styled('ul')({ margin: '2px 0', paddingInlineStart: '1.25em' })

interface Props {
  readonly session: Session
  readonly followed: FollowedDeletion
  readonly now: number
  readonly onReload: () => void
}

export function DeletionProgress({ session, followed, now, onReload }: Props) {
  const { t } = useTranslation('deletion')
  const { exact } = useFormat()
  const progress = useDeletionProgress(session)
  const parts = useRequestedText()(progress)
  const { phase, baseline, isSending } = followed
  const figures = useCountdownText()(baseline === undefined ? [] : countdown(baseline, session))
  const left = remainingCounts(baseline ?? session, session).map(({ id, count }) =>
    t(`left.${id}`, { count, figure: exact(count) }),
  )
  return (
    <ActionProgress
      followed={followed}
      words={{
        name: t('line.name'),
        reload: t('line.reload'),
        line: (stage, words) =>
          stage === 'sending' && parts !== '' ? t('line.progress', { parts }) : t(`line.${stage}`, words),
        figures,
        announced: line => `${line} ${left.join(', ')}`.trim(),
      }}
      now={now}
      onReload={onReload}
      look={{ borderColor: 'error.main', mb: 1.5 }}
    >
      {isSending && Object.keys(progress).length > 0 && (
        <StopButton sessionRef={{ source: session.source, name: session.name }} />
      )}
      {!isExpected(phase) && left.length > 0 && (
        <Left>
          {left.map(one => (
            <Typography key={one} component="li" variant="body2">
              {one}
            </Typography>
          ))}
        </Left>
      )}
    </ActionProgress>
  )
}

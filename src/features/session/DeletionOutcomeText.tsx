/** What became of a deletion order that was not simply accepted: the refusal with the server's words, or that nobody knows. */
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { styled } from '@mui/material/styles'
import { useTranslation } from 'react-i18next'
import type { PartOutcome } from '@/domain/relaunch'
import { useOutcomeText } from '@/i18n/outcome-words'

const Words = styled('ul')({ margin: '4px 0 0', paddingInlineStart: '1.25em', overflowWrap: 'anywhere' })

interface Props {
  readonly outcome: PartOutcome
  /** The counters have moved since the order: REGARDS is at work. */
  readonly hasMoved: boolean
}

export function DeletionOutcomeText({ outcome, hasMoved }: Props) {
  const { t } = useTranslation('deletion')
  const text = useOutcomeText()
  return (
    <Box role="alert" sx={{ my: 1 }}>
      <Typography sx={{ color: 'error.main' }}>{text(outcome)}</Typography>
      {outcome.kind === 'refused' && outcome.messages.length > 0 && (
        <Words>
          {outcome.messages.map(message => (
            <li key={message}>
              <bdi translate="no">{message}</bdi>
            </li>
          ))}
        </Words>
      )}
      {outcome.kind === 'unknown' && (
        <Typography sx={{ mt: 1 }}>{t(hasMoved ? 'unknown.moving' : 'unknown.unmoved')}</Typography>
      )}
    </Box>
  )
}

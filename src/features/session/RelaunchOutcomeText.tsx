/** What became of an order, in the dialog: each part in a sentence, the server's own words under it. */
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { styled } from '@mui/material/styles'
import { useTranslation } from 'react-i18next'
import type { RelaunchOutcome, RelaunchPart } from '@/domain/relaunch'
import type { SessionRef, Step } from '@/domain/session'
import type { RelaunchableStepId } from '@/domain/step-catalogue'
import { useFormat } from '@/i18n/format'
import { useOutcomeWords } from '@/i18n/outcome-words'

const Words = styled('ul')({ margin: '4px 0 0', paddingInlineStart: '1.25em', overflowWrap: 'anywhere' })

interface Props {
  readonly sessionRef: SessionRef
  readonly stepId: RelaunchableStepId
  readonly outcome: RelaunchOutcome
  /** As last asked, after the order. */
  readonly step: Step | undefined
}

const hasFailed = ({ outcome: { kind } }: RelaunchPart) => kind === 'refused' || kind === 'unknown'

export function RelaunchOutcomeText({ sessionRef, stepId, outcome, step }: Props) {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  const words = useOutcomeWords(stepId)
  // REGARDS forgets to fill in the name of a chain it does not find (actions.md 2.1).
  const filledIn = (message: string) => message.replaceAll('%s', sessionRef.source)
  return (
    <Box role={outcome.parts.some(hasFailed) ? 'alert' : 'status'}>
      {outcome.parts.map((part, place) => (
        <Box key={part.type ?? place} sx={{ my: 1 }}>
          <Typography sx={{ color: hasFailed(part) ? 'error.main' : undefined }}>{words.part(part)}</Typography>
          {part.outcome.kind === 'refused' && part.outcome.messages.length > 0 && (
            <Words>
              {part.outcome.messages.map(message => (
                <li key={message}>
                  <bdi translate="no">{filledIn(message)}</bdi>
                </li>
              ))}
            </Words>
          )}
        </Box>
      ))}
      {step !== undefined && <Typography>{t('relaunch.outcome.now', { figure: exact(step.state.errors) })}</Typography>}
    </Box>
  )
}

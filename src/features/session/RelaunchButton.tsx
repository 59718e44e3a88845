/** "Relaunch errors (48)": always there while there are errors a relaunch can take up, with the reason when it is not for this user. */
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useId, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { RELAUNCH_RIGHTS } from '@/domain/relaunch'
import type { RelaunchableStepId } from '@/domain/step-catalogue'
import { STEP_CATALOGUE } from '@/domain/step-catalogue'
import { useFormat } from '@/i18n/format'
import { ignoreHeldKey } from '@/ui/held-key'
import { useRefusal } from './useRefusal'

interface Props {
  readonly stepId: RelaunchableStepId
  readonly count: number
  readonly onClick: () => void
}

export function RelaunchButton({ stepId, count, onClick }: Props) {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  const reasonId = useId()
  const refusal = useRefusal(RELAUNCH_RIGHTS[stepId])
  const button = useRef<HTMLButtonElement>(null)
  // When the last error is cured under the focus, the focus goes to the card instead of nowhere.
  useLayoutEffect(() => {
    const element = button.current
    const card = element?.closest('article')?.querySelector<HTMLElement>('[data-card-heading]')
    return () => {
      if (element !== null && document.activeElement === element) card?.focus()
    }
  }, [])
  const isAcquisition = STEP_CATALOGUE[stepId].type === 'ACQUISITION'
  const words = { figure: exact(count) }
  return (
    <>
      <Button
        ref={button}
        size="small"
        variant="outlined"
        aria-haspopup="dialog"
        aria-disabled={refusal !== undefined}
        aria-describedby={refusal === undefined ? undefined : reasonId}
        onClick={() => {
          if (refusal === undefined) onClick()
        }}
        onKeyDown={ignoreHeldKey}
        sx={{ '&[aria-disabled=true]': { color: 'text.secondary', borderColor: 'divider', cursor: 'not-allowed' } }}
      >
        {t(isAcquisition ? 'relaunch.buttonRequests' : 'relaunch.button', words)}
      </Button>
      {refusal !== undefined && (
        <Typography id={reasonId} variant="body2" sx={{ color: 'text.secondary', width: '100%' }}>
          {refusal}
        </Typography>
      )}
    </>
  )
}

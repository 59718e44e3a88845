/** Asks before a relaunch: how many, what REGARDS will and will not do; then says what became of the order. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestType } from '@/domain/request-type'
import { failedTypes, isRightRefusal } from '@/domain/relaunch'
import type { SessionRef, Step } from '@/domain/session'
import type { RelaunchableStepId } from '@/domain/step-catalogue'
import { STORAGE_PAGE } from '@/domain/relaunch'
import { relaunchableCount } from '@/domain/step-reading'
import { useFormat } from '@/i18n/format'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { ChainNotice } from './ChainNotice'
import { RelaunchForecast } from './RelaunchForecast'
import { RelaunchOutcomeText } from './RelaunchOutcomeText'
import { ignoreHeldKey } from '@/ui/held-key'
import { isolate } from '@/i18n/isolate'
import { useStepWords } from '@/i18n/step-words'
import { useChainCheck } from './useChainCheck'
import type { Order } from './useOrder'
import { useOrder } from './useOrder'

export interface RelaunchDialogProps {
  readonly sessionRef: SessionRef
  readonly stepId: RelaunchableStepId
  /** As last asked. */
  readonly step: Step
  readonly onClose: () => void
}

interface Offer {
  readonly label: string
  readonly only?: readonly RequestType[]
}

/** What can be ordered now; undefined when an answer leaves nothing to order. */
function useOffer(stepId: RelaunchableStepId, confirm: string, { outcome }: Order): Offer | undefined {
  const { t } = useTranslation('session')
  if (outcome === undefined) return { label: confirm }
  const failed = failedTypes(outcome)
  const parts = outcome.parts.map(part => part.outcome)
  if (parts.some(part => isRightRefusal(stepId, part))) return undefined
  if (failed.length > 0) return { label: t('relaunch.repeat'), only: failed }
  if (parts.some(part => part.kind === 'unknown')) return { label: t('relaunch.sendAgain') }
  return parts.some(part => part.kind === 'refused') ? { label: confirm } : undefined
}

export function RelaunchDialog({ sessionRef, stepId, step, onClose }: RelaunchDialogProps) {
  const { t } = useTranslation('session')
  const { t: tCommon } = useTranslation('common')
  const { exact } = useFormat()
  const obstacleId = useId()
  const title = useStepWords()(stepId).title
  const order = useOrder(sessionRef, stepId, onClose)
  const chain = useChainCheck(sessionRef, stepId)
  // What was asked about is what is ordered: the figure does not change under the eyes of who confirms it.
  const [asked] = useState(step)
  const count = relaunchableCount(order.outcome === undefined ? asked : step)
  const isLimited = stepId === 'storage' && count > STORAGE_PAGE
  const figure = exact(isLimited ? STORAGE_PAGE : count)
  const offer = useOffer(stepId, t(isLimited ? 'relaunch.confirmUpTo' : 'relaunch.confirm', { figure }), order)
  const isHeldUp = chain.isChecking || chain.obstacle !== undefined
  const { isPending, outcome, notSent } = order

  const close = useRef<HTMLButtonElement>(null)
  const hasOffer = offer !== undefined
  // The button that was clicked is gone: the focus stays in the dialog, so that Escape is heard.
  useEffect(() => {
    if (!hasOffer) close.current?.focus()
  }, [hasOffer])

  const confirm = () => {
    if (offer !== undefined && !isHeldUp && !isPending) order.submit(offer.only)
  }
  return (
    <ConfirmDialog
      open
      title={t('relaunch.title', { step: title })}
      onClose={onClose}
      isPending={isPending}
      actions={
        <>
          <Button ref={close} onClick={onClose}>
            {tCommon(outcome === undefined && !isPending ? 'cancel' : 'close')}
          </Button>
          {offer !== undefined && (
            <Button
              variant="contained"
              aria-disabled={isHeldUp || isPending}
              aria-describedby={obstacleId}
              onClick={confirm}
              onKeyDown={ignoreHeldKey}
            >
              {isPending ? t('relaunch.pending') : offer.label}
            </Button>
          )}
        </>
      }
    >
      <Typography gutterBottom>
        {t('relaunch.ofSession', { session: isolate(sessionRef.name), source: isolate(sessionRef.source) })}
      </Typography>
      {outcome === undefined ? (
        chain.obstacle === undefined && <RelaunchForecast stepId={stepId} step={asked} />
      ) : (
        <RelaunchOutcomeText
          sessionRef={sessionRef}
          stepId={stepId}
          outcome={outcome}
          step={isPending ? undefined : step}
        />
      )}
      <div id={obstacleId}>
        <ChainNotice check={chain} />
      </div>
      {notSent !== undefined && <Alert severity="error">{t('relaunch.notSentUnread')}</Alert>}
    </ConfirmDialog>
  )
}

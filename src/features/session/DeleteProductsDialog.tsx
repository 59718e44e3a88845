/** Asks before a session's products are deleted: what goes, what stays, what else; the name has to be typed (trust S21). */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deletionStanding } from '@/domain/deletion'
import type { Session } from '@/domain/session'
import { names } from '@/domain/spelling'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { ignoreHeldKey } from '@/ui/held-key'
import { DeletionForecast } from './DeletionForecast'
import { DeletionOutcomeText } from './DeletionOutcomeText'
import { NamedSentence } from './SpelledName'
import { TypedName } from './TypedName'
import type { DeletionOrdering } from './useDeletionOrder'
import { useDeletionOrder } from './useDeletionOrder'
import type { FreshCounts } from './useFreshCounts'
import { useFreshCounts } from './useFreshCounts'
import type { LookAlikeCheck } from './useLookAlikes'
import { useLookAlikes } from './useLookAlikes'

export interface DeleteProductsDialogProps {
  /** The session as known when the dialog was opened; nothing else is ever deleted from it. */
  readonly target: Session
  /** Why the order is not for this user. */
  readonly refusal: string | undefined
  readonly onClose: () => void
}

type Offer = 'confirm' | 'sendAgain'

/** What can be ordered now; undefined when an answer leaves nothing to order. */
function offerOf({ report }: DeletionOrdering, isGone: boolean, hasMoved: boolean): Offer | undefined {
  if (isGone) return undefined
  if (report?.outcome.kind === 'refused' && report.outcome.status === 403) return undefined
  if (report?.outcome.kind !== 'unknown') return 'confirm'
  return hasMoved ? undefined : 'sendAgain'
}

/** What is still missing before anything can be ordered; undefined when nothing is. */
function useHeldUp(counts: FreshCounts, check: LookAlikeCheck, isNamed: boolean, refusal: string | undefined) {
  const { t } = useTranslation('deletion')
  if (refusal !== undefined) return refusal
  if (counts.error !== null && !counts.isAsking) return t('heldUp.uncounted')
  if (counts.answeredAt === undefined) return t('heldUp.counting')
  if (check.isChecking) return t('heldUp.checking')
  return isNamed ? undefined : t('heldUp.unnamed')
}

export function DeleteProductsDialog({ target, refusal, onClose }: DeleteProductsDialogProps) {
  const { t } = useTranslation('deletion')
  const { t: tCommon } = useTranslation('common')
  const heldUpId = useId()
  const [typed, setTyped] = useState('')
  const counts = useFreshCounts(target)
  const check = useLookAlikes(target)
  const ordering = useDeletionOrder(target, counts, onClose)
  const { report, notSent, isPending } = ordering
  const isGone = notSent === 'gone' || counts.error?.isNotFound === true
  const hasMoved =
    report !== undefined && deletionStanding(report.baseline).print !== deletionStanding(counts.session).print
  const offer = offerOf(ordering, isGone, hasMoved)
  const heldUp = useHeldUp(counts, check, names(typed, target.name), refusal)

  const hasOffer = offer !== undefined
  // What would go is read before the first order, and again when it is no longer what was read.
  const isToRead = hasOffer && (report === undefined || notSent === 'changed')
  const reason = isGone ? 'gone' : hasOffer ? notSent : undefined

  const close = useRef<HTMLButtonElement>(null)
  // The button that was clicked is gone: the focus stays in the dialog, so that Escape is heard.
  useEffect(() => {
    if (!hasOffer) close.current?.focus()
  }, [hasOffer])

  const confirm = () => {
    if (heldUp === undefined && !isPending) ordering.submit()
  }
  return (
    <ConfirmDialog
      open
      title={<NamedSentence names={[target.name]} write={session => t('title', { session })} />}
      onClose={onClose}
      isPending={isPending}
      actions={
        <>
          <Button ref={close} autoFocus onClick={onClose}>
            {tCommon(report === undefined && !isGone && !isPending ? 'cancel' : 'close')}
          </Button>
          {offer !== undefined && (
            <Button
              variant="contained"
              color="error"
              aria-disabled={heldUp !== undefined || isPending}
              aria-describedby={heldUpId}
              onClick={confirm}
              onKeyDown={ignoreHeldKey}
            >
              {t(isPending ? 'pending' : offer)}
            </Button>
          )}
        </>
      }
    >
      <Typography sx={{ mb: 1, overflowWrap: 'anywhere' }}>
        <NamedSentence
          names={[target.name, target.source]}
          write={(session, source) => t('ofSession', { session, source })}
        />
      </Typography>
      {report !== undefined && <DeletionOutcomeText outcome={report.outcome} hasMoved={hasMoved} />}
      {isToRead && <DeletionForecast counts={counts} lookAlikes={check} />}
      {reason !== undefined && (
        <Alert severity="error" sx={{ my: 1 }}>
          {t(`notSent.${reason}`)}
        </Alert>
      )}
      {(hasOffer || isGone) && (
        <TypedName name={target.name} typed={typed} onChange={setTyped} describedBy={heldUpId} />
      )}
      {hasOffer && (
        <Typography id={heldUpId} variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
          {heldUp ?? t('heldUp.nothing')}
        </Typography>
      )}
    </ConfirmDialog>
  )
}

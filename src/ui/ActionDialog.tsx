/** The dialog of an action: one button to confirm, the reason when it is disabled, and the focus kept where Escape works. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useEffect, useEffectEvent, useId, useRef } from 'react'
import { useTranslation } from '@/i18n/translation'
import { ConfirmDialog } from './ConfirmDialog'
import { announce } from './announce'
import { ignoreHeldKey } from './gestures'

interface Props {
  readonly title: ReactNode
  readonly onClose: () => void
  /** The label of the button; undefined when nothing is left to do. */
  readonly confirm: string | undefined
  /** The label while it is running. */
  readonly pending: string
  readonly isPending: boolean
  readonly onConfirm: () => void
  /** Why the button is disabled; '' when the dialog shows the reason elsewhere. */
  readonly blockedReason?: string | undefined
  /** The same was sent before, or is running: shown above everything else. */
  readonly before?: string | undefined
  /** Cannot be undone: the focus is on Cancel. */
  readonly isDangerous?: boolean
  /** Nothing was sent yet: the button to close is "Cancel". */
  readonly isFresh: boolean
  /** An element that explains the button beside `blockedReason`. */
  readonly describedBy?: string | undefined
  /** The id to give to the element that says `blockedReason`, where something else is explained by it too. */
  readonly reasonId?: string | undefined
  readonly children: ReactNode
}

export function ActionDialog(props: Props) {
  const {
    title,
    onClose,
    confirm,
    pending,
    isPending,
    onConfirm,
    blockedReason,
    before,
    isDangerous = false,
    isFresh,
  } = props
  const { t } = useTranslation('common')
  const ownId = useId()
  const reasonId = props.reasonId ?? ownId
  const close = useRef<HTMLButtonElement>(null)
  const hasOffer = confirm !== undefined
  // The button is gone: the focus moves to Close, so that Escape still works.
  useEffect(() => {
    if (!hasOffer) close.current?.focus()
  }, [hasOffer])
  const sayBefore = useEffectEvent(() => {
    if (before !== undefined) announce(before)
  })
  const hasBefore = before !== undefined
  useEffect(() => sayBefore(), [hasBefore])
  const isBlocked = isPending || blockedReason !== undefined
  return (
    <ConfirmDialog
      open
      title={title}
      onClose={onClose}
      isPending={isPending}
      actions={
        <>
          <Button ref={close} autoFocus={isDangerous} onClick={onClose}>
            {t(isFresh && !isPending ? 'cancel' : 'close')}
          </Button>
          {hasOffer && (
            <Button
              variant="contained"
              color={isDangerous ? 'error' : 'primary'}
              aria-disabled={isBlocked}
              aria-describedby={[reasonId, props.describedBy ?? ''].join(' ').trim()}
              onClick={() => {
                if (!isBlocked) onConfirm()
              }}
              onKeyDown={ignoreHeldKey}
              sx={{ '&[aria-disabled=true]': { opacity: 0.5, cursor: 'not-allowed' } }}
            >
              {isPending ? pending : confirm}
            </Button>
          )}
        </>
      }
    >
      {before !== undefined && (
        // Its age ticks: it is announced once, not each second.
        <Alert severity="warning" role="note" sx={{ mb: 1 }}>
          {before}
        </Alert>
      )}
      {props.children}
      {hasOffer && (
        <Typography id={reasonId} variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
          {blockedReason}
        </Typography>
      )}
    </ConfirmDialog>
  )
}

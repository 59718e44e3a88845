/** Asks before an order of a list, says what became of it, and stays when REGARDS did not take up all of it. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { RelaunchOutcome, RelaunchPart, Right } from '@/domain/relaunch'
import type { SessionRef } from '@/domain/session'
import { isolate } from '@/i18n/isolate'
import { useOutcomeWords } from '@/i18n/outcome-words'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { ignoreHeldKey } from '@/ui/held-key'
import { notify } from '@/ui/notices'
import { offerOf, useOneOrder } from './useOneOrder'

interface Props {
  readonly title: string
  /** Undefined where the order has nothing to do with a session. */
  readonly sessionRef?: SessionRef | undefined
  /** The step that is named when it is done. */
  readonly stepId: string
  readonly right: Right
  readonly confirm: string
  /** Something must be chosen first. */
  readonly isIncomplete?: boolean
  /** Rejects with a ServiceError when the order was not sent. */
  readonly send: () => Promise<RelaunchOutcome>
  /** Until the board has been asked again. */
  readonly isPending: boolean
  readonly onClose: () => void
  /** REGARDS took up all of it. */
  readonly onDone: () => void
  /** Another sentence for a part, where this order has its own. */
  readonly partText?: (part: RelaunchPart) => string | undefined
  readonly children: ReactNode
}

const NOT_SENT = { signedOut: 'order.notSent', gone: 'order.notSentGone', unread: 'order.notSentUnread' } as const

function Outcome({
  outcome,
  textOf,
}: {
  readonly outcome: RelaunchOutcome
  readonly textOf: (part: RelaunchPart) => string
}) {
  return outcome.parts.map((part, place) => {
    const { kind } = part.outcome
    const text = textOf(part)
    if (kind !== 'refused' && kind !== 'unknown') {
      return (
        <Alert key={place} severity="warning" role="status">
          {text}
        </Alert>
      )
    }
    const messages = part.outcome.kind === 'refused' ? part.outcome.messages : []
    return <ErrorPanel key={place} title={text} error={{ status: undefined, messages, detail: undefined }} />
  })
}

export function OrderDialog(props: Props) {
  const { title, sessionRef, stepId, right, confirm, isIncomplete = false, send, isPending, onClose, onDone } = props
  const { t } = useTranslation('records')
  const { t: tCommon } = useTranslation('common')
  const words = useOutcomeWords(stepId)
  const order = useOneOrder(send, right, outcome => {
    notify({ tone: 'success', text: words.success(outcome) })
    onDone()
    onClose()
  })
  const offer = offerOf(order)
  const close = useRef<HTMLButtonElement>(null)
  // The button that was clicked is gone: the focus stays in the dialog, so that Escape is heard.
  useEffect(() => {
    if (offer === undefined) close.current?.focus()
  }, [offer])
  const isHeldUp = isPending || isIncomplete
  return (
    <ConfirmDialog
      open
      title={title}
      onClose={onClose}
      isPending={isPending}
      actions={
        <>
          <Button ref={close} onClick={onClose}>
            {tCommon(offer === 'first' ? 'cancel' : 'close')}
          </Button>
          {offer !== undefined && (
            <Button
              variant="contained"
              aria-disabled={isHeldUp}
              onClick={() => {
                if (!isHeldUp) order.submit()
              }}
              onKeyDown={ignoreHeldKey}
              sx={{ '&[aria-disabled=true]': { opacity: 0.5, cursor: 'not-allowed' } }}
            >
              {isPending ? t('order.pending') : offer === 'again' ? t('order.again') : confirm}
            </Button>
          )}
        </>
      }
    >
      {sessionRef !== undefined && (
        <Typography gutterBottom>
          {t('order.of', { session: isolate(sessionRef.name), source: isolate(sessionRef.source) })}
        </Typography>
      )}
      {order.outcome === undefined ? (
        props.children
      ) : (
        <Outcome outcome={order.outcome} textOf={part => props.partText?.(part) ?? words.part(part)} />
      )}
      {order.notSent !== undefined && (
        <Alert severity="error" sx={{ mt: 1 }}>
          {t(NOT_SENT[order.notSent])}
        </Alert>
      )}
    </ConfirmDialog>
  )
}

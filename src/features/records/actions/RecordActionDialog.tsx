/** Asks before an action on a list, shows its outcome, and stays open when REGARDS did not handle all of it. */
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { Action } from '@/domain/action'
import { sessionOf, subjectOf } from '@/domain/action'
import type { RelaunchOutcome } from '@/domain/relaunch'
import { isDenied, isFullSuccess } from '@/domain/relaunch'
import { isolate } from '@/i18n/isolate'
import { usePartText } from '@/i18n/outcome-words'
import { useAction } from '@/queries/useAction'
import { ActionAnswer } from '@/ui/ActionAnswer'
import { ActionDialog } from '@/ui/ActionDialog'
import { useEarlierActionText } from './useEarlierAction'

interface Props {
  readonly title: string
  readonly action: Action
  readonly confirm: string
  /** A selection is required first. */
  readonly isIncomplete?: boolean
  readonly onClose: () => void
  /** REGARDS handled all of it. */
  readonly onDone: () => void
  readonly children: ReactNode
}

/** No button after a missing right, a partial success or nothing to do. */
function offerOf(outcome: RelaunchOutcome | undefined): 'first' | 'again' | undefined {
  if (outcome === undefined) return 'first'
  const parts = outcome.parts.map(part => part.outcome)
  if (parts.some(isDenied)) return undefined
  return parts.some(({ kind }) => kind === 'refused' || kind === 'unknown') ? 'again' : undefined
}

export function RecordActionDialog(props: Props) {
  const { title, action, confirm, isIncomplete = false, onClose, onDone, children } = props
  const { t } = useTranslation('records')
  const { t: tSession } = useTranslation('session')
  const partText = usePartText()
  const subject = subjectOf(action)
  const { submit, isPending, report, notSent, elsewhere, before } = useAction(subject)
  const beforeText = useEarlierActionText(subject, before)
  const offer = offerOf(report?.outcome)
  const ref = sessionOf(action)
  return (
    <ActionDialog
      title={title}
      onClose={onClose}
      confirm={
        offer &&
        (offer === 'again'
          ? t('action.again')
          : beforeText === undefined
            ? confirm
            : t('action.confirmAgain', { label: confirm }))
      }
      pending={t('action.pending')}
      isPending={isPending}
      onConfirm={() =>
        submit(action, ({ outcome }) => {
          if (!isFullSuccess(outcome)) return
          onDone()
          onClose()
        })
      }
      blockedReason={elsewhere === undefined ? (isIncomplete ? '' : undefined) : t('action.elsewhere')}
      before={report === undefined ? beforeText : undefined}
      isFresh={report === undefined}
    >
      {ref !== undefined && (
        <Typography gutterBottom>
          {t('action.of', { session: isolate(ref.name), source: isolate(ref.source) })}
        </Typography>
      )}
      {report === undefined ? (
        // Frozen: the selection does not change while the action is running.
        <div inert={isPending}>{children}</div>
      ) : (
        <ActionAnswer
          parts={report.outcome.parts.map(part => ({
            text: partText(action.kind, part),
            hasFailed: part.outcome.kind === 'refused' || part.outcome.kind === 'unknown',
            messages: part.outcome.kind === 'refused' ? part.outcome.messages : [],
          }))}
        />
      )}
      {notSent !== undefined && (
        <Typography role="alert" color="error" sx={{ mt: 1 }}>
          {tSession(`relaunch.notSent.${notSent}`)}
        </Typography>
      )}
    </ActionDialog>
  )
}

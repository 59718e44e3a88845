/** Asks before a session's products are deleted: what goes and what else would, counted just now; the name has to be typed. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActionReport, DeletionOrder } from '@/domain/action'
import { subjectOf } from '@/domain/action'
import { deletionStanding } from '@/domain/deletion'
import type { ExactPart } from '@/domain/deletion-reach'
import { isDenied, isFullSuccess } from '@/domain/relaunch'
import type { Session } from '@/domain/session'
import { names } from '@/domain/spelling'
import { useMissingRightText } from '@/i18n/missing-right'
import { usePartText } from '@/i18n/outcome-words'
import { useMissingRights } from '@/queries/rights'
import { useAction } from '@/queries/useAction'
import { ActionAnswer } from '@/ui/ActionAnswer'
import { ActionDialog } from '@/ui/ActionDialog'
import { useCopy } from '@/ui/useCopy'
import { DeletionForecast } from './DeletionForecast'
import { ExactParts } from './ExactParts'
import { NamedSentence } from './SpelledName'
import { TypedName } from './TypedName'
import { useDeletedBefore } from './useDeletedBefore'
import type { DeletionCheck } from './useDeletionCheck'
import { useDeletionCheck } from './useDeletionCheck'
import { useDeletionRequest } from './useDeletionRequest'

export interface DeleteProductsDialogProps {
  /** The session as known when the dialog was opened; nothing else is ever deleted from it. */
  readonly target: Session
  /** Why the order is not for this user. */
  readonly refusal: string | undefined
  readonly onClose: () => void
}

type Offer = 'confirm' | 'sendAgain' | 'exact.confirm' | 'exact.rest'

/** What can be ordered now; undefined when an answer leaves nothing to order. */
function offerOf(report: ActionReport | undefined, check: DeletionCheck, hasMoved: boolean): Offer | undefined {
  const isExact = check.plan?.way.kind === 'exact'
  if (check.isGone) return undefined
  if (report === undefined) return isExact ? 'exact.confirm' : 'confirm'
  if (report.exact !== undefined) return 'exact.rest'
  const [part] = report.outcome.parts
  if (part !== undefined && isDenied(part.outcome)) return undefined
  if (part?.outcome.kind !== 'unknown') return isExact ? 'exact.confirm' : 'confirm'
  return hasMoved ? undefined : 'sendAgain'
}

const orderedParts = (parts: readonly ExactPart[]) =>
  parts.flatMap(({ id, count, isPossible }) => (isPossible && count !== undefined && count > 0 ? [{ id, count }] : []))

/** Of the exact way: the rights its orders need and this user has not. */
function useMissing(parts: readonly ExactPart[]) {
  const wanted = parts.filter(({ count, isPossible }) => isPossible && count !== 0)
  const missing = useMissingRights(wanted.map(({ right }) => right))
  const [first] = missing
  const all = first && { ...first, right: missing.map(({ right }) => right).join(', ') }
  return useMissingRightText(all)
}

/** What is still missing before anything can be ordered; undefined when nothing is. */
function useHeldUp(check: DeletionCheck, refusal: string | undefined, isNamed: boolean): string | undefined {
  const { t } = useTranslation('deletion')
  const { plan, hasFailed } = check
  if (refusal !== undefined) return refusal
  if (hasFailed) return t('heldUp.uncounted')
  if (plan === undefined) return t('heldUp.counting')
  if (plan.way.kind === 'exact' && orderedParts(plan.parts).length === 0) return t('heldUp.empty')
  return isNamed ? undefined : t('heldUp.unnamed')
}

export function DeleteProductsDialog({ target, refusal, onClose }: DeleteProductsDialogProps) {
  const { t } = useTranslation('deletion')
  const reasonId = useId()
  const [typed, setTyped] = useState('')
  const check = useDeletionCheck(target)
  const { plan, isGone } = check
  const parts = plan?.parts ?? []
  const isExact = plan?.way.kind === 'exact'
  const ref = { source: target.source, name: target.name }
  const subject = subjectOf({ kind: 'deletion', ref, id: target.id, confirmed: '' })
  const { submit, isPending, report, notSent, elsewhere, before } = useAction(subject)
  const beforeText = useDeletedBefore(ref, before)
  const partText = usePartText()
  const copy = useCopy()
  const requestText = useDeletionRequest()

  const baseline = report?.baseline
  const hasMoved = baseline !== undefined && deletionStanding(baseline).print !== deletionStanding(check.session).print
  const isReallyGone = isGone || notSent === 'gone'
  const offer = isReallyGone ? undefined : offerOf(report, check, hasMoved)
  // A session without a name is confirmed by the name of its source.
  const name = target.name === '' ? target.source : target.name
  const missing = useMissing(parts)
  const heldUp = useHeldUp(check, refusal ?? missing, names(typed, name))

  // What would go is read before the first order, and again when it is no longer what was read.
  const isToRead = offer !== undefined && (report === undefined || notSent === 'changed' || report.exact !== undefined)
  const reason = isReallyGone ? 'gone' : offer === undefined ? undefined : notSent

  const confirm = () => {
    if (plan === undefined) return
    const order: DeletionOrder = {
      ...{ kind: 'deletion', ref, id: target.id, confirmed: plan.print },
      ...(isExact ? { parts: orderedParts(parts) } : {}),
    }
    submit(order, ({ outcome }) => {
      if (isFullSuccess(outcome)) onClose()
      else check.again()
    })
  }
  return (
    <ActionDialog
      title={<NamedSentence names={[target.name]} write={session => t('title', { session })} />}
      onClose={onClose}
      confirm={offer && t(offer)}
      pending={t('pending')}
      isPending={isPending}
      onConfirm={confirm}
      heldUp={elsewhere === undefined ? heldUp : t('heldUp.elsewhere')}
      before={report === undefined ? beforeText : undefined}
      reasonId={reasonId}
      isDangerous
      isFresh={report === undefined && !isReallyGone}
    >
      <Typography sx={{ mb: 1, overflowWrap: 'anywhere' }}>
        <NamedSentence
          names={[target.name, target.source]}
          write={(session, source) => t('ofSession', { session, source })}
        />
      </Typography>
      {report !== undefined && report.exact === undefined && (
        <ActionAnswer
          parts={report.outcome.parts.map(part => ({
            text: partText('deletion', part),
            hasFailed: true,
            messages: part.outcome.kind === 'refused' ? part.outcome.messages : [],
          }))}
        >
          {report.outcome.parts.some(({ outcome }) => outcome.kind === 'unknown') && (
            <Typography sx={{ mt: 1 }}>{t(hasMoved ? 'unknown.moving' : 'unknown.unmoved')}</Typography>
          )}
        </ActionAnswer>
      )}
      {isToRead && (
        <DeletionForecast check={check}>
          {isExact && <ExactParts sessionRef={ref} parts={parts} isPending={isPending} reports={report?.exact} />}
          {missing !== undefined && (
            <Button size="small" onClick={() => copy(requestText(check.session, parts), t('exact.copied'))}>
              {t('exact.copy')}
            </Button>
          )}
        </DeletionForecast>
      )}
      {reason !== undefined && (
        <Alert severity="error" sx={{ my: 1 }}>
          {t(`notSent.${reason}`)}
        </Alert>
      )}
      {(offer !== undefined || isReallyGone) && (
        <TypedName name={name} isSource={target.name === ''} typed={typed} onChange={setTyped} describedBy={reasonId} />
      )}
    </ActionDialog>
  )
}

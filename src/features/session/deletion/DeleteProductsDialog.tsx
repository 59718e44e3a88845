/** The dialog before a deletion: what is deleted, here and in other sessions, counted just now; the name has to be typed. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { DeletionAction, Action } from '@/domain/action'
import { subjectOf } from '@/domain/action'
import { deletionSnapshot } from '@/domain/deletion'
import type { ExactPart, ExactPartId } from '@/domain/deletion-reach'
import { isFullSuccess } from '@/domain/relaunch'
import { EXACT_RIGHTS } from '@/domain/rights'
import type { Session } from '@/domain/session'
import { names } from '@/domain/spelling'
import { useRequestedText } from '@/i18n/deletion-words'
import { useEarlierWords } from '@/i18n/earlier-words'
import { usePartText } from '@/i18n/outcome-words'
import { sentAction } from '@/queries/actions'
import { useDeletionProgress } from '@/queries/deletion-progress'
import { useAction } from '@/queries/useAction'
import { ActionAnswer } from '@/ui/ActionAnswer'
import { ActionDialog } from '@/ui/ActionDialog'
import { useCopy } from '@/ui/useCopy'
import { useTicking } from '@/ui/useNow'
import { DeletionForecast } from './DeletionForecast'
import { ExactParts } from './ExactParts'
import { NamedSentence } from '../SpelledName'
import { NameConfirmation } from './NameConfirmation'
import { offerOf, restOf, settledIn, useBlockedReason, useDeletionRequest, useMissing } from './deletion-offer'
import { useDeletionCheck } from './useDeletionCheck'

export interface DeleteProductsDialogProps {
  /** The session when the dialog was opened; the dialog deletes nothing else. */
  readonly target: Session
  /** Why this user cannot delete. */
  readonly refusal: string | undefined
  readonly onClose: () => void
}

/** The exact deletions, as shown in the dialog. */
const partsOf = (action: Action | undefined): readonly ExactPart[] =>
  action?.kind === 'deletion'
    ? (action.parts ?? []).map(({ id, count }) => ({ id, count, right: EXACT_RIGHTS[id], isPossible: true }))
    : []

export function DeleteProductsDialog({ target, refusal, onClose }: DeleteProductsDialogProps) {
  const { t } = useTranslation('deletion')
  const reasonId = useId()
  const [typed, setTyped] = useState('')
  const [settled, setSettled] = useState<ReadonlySet<ExactPartId>>(new Set())
  const check = useDeletionCheck(target)
  const { plan, isGone } = check
  const parts = plan?.parts ?? []
  const isExact = plan?.way.kind === 'exact'
  const rest = restOf(parts, settled)
  const ref = { source: target.source, name: target.name }
  const subject = subjectOf({ kind: 'deletion', ref, id: target.id, confirmed: '' })
  const { submit, isPending, asked, report, notSent, elsewhere, before } = useAction(subject)
  // The exact deletions that are running, wherever they were confirmed, or that were answered here.
  const running = isPending || elsewhere !== undefined
  const run = partsOf(elsewhere?.action ?? asked)
  const earlier = useEarlierWords()
  const progress = useRequestedText()(useDeletionProgress(ref))
  const beforeText = useTicking(1000, now => before && earlier.deleted(sentAction(before), now, progress))
  const partText = usePartText()
  const copy = useCopy()
  const requestText = useDeletionRequest()

  const baseline = report?.baseline
  const hasMoved =
    baseline !== undefined && deletionSnapshot(baseline).fingerprint !== deletionSnapshot(check.session).fingerprint
  const isReallyGone = isGone || notSent === 'gone'
  const offer = isReallyGone ? undefined : offerOf(report, check, hasMoved, rest.length > 0)
  // A session without a name is confirmed by the name of its source.
  const name = target.name === '' ? target.source : target.name
  const missing = useMissing(parts.filter(({ id }) => !settled.has(id)))
  const blockedReason = useBlockedReason(check, refusal ?? missing, names(typed, name), rest.length > 0)

  // What would be deleted is read before the first call, and again when it has changed.
  const isToRead =
    (!running || run.length === 0) && offer !== undefined && (report === undefined || notSent === 'changed' || isExact)
  const reason = isReallyGone ? (report === undefined ? 'gone' : undefined) : offer === undefined ? undefined : notSent

  const confirm = () => {
    if (plan === undefined) return
    const action: DeletionAction = {
      ...{ kind: 'deletion', ref, id: target.id, confirmed: plan.fingerprint },
      ...(isExact ? { parts: rest } : {}),
    }
    submit(action, answer => {
      setSettled(before => new Set([...before, ...settledIn(answer)]))
      if (isFullSuccess(answer.outcome)) onClose()
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
      blockedReason={elsewhere === undefined ? blockedReason : t('blockedReason.elsewhere')}
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
      {run.length > 0 && (running || report?.exact !== undefined) && (
        <ExactParts
          title={t('exact.title')}
          sessionRef={ref}
          parts={run}
          isRunning={running}
          reports={running ? undefined : report?.exact}
        />
      )}
      {isToRead && (
        <DeletionForecast check={check}>
          {isExact && (
            <ExactParts
              title={t(report?.exact === undefined ? 'exact.title' : 'exact.restTitle')}
              sessionRef={ref}
              parts={parts.filter(({ id }) => !settled.has(id))}
            />
          )}
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
        <NameConfirmation
          name={name}
          isSource={target.name === ''}
          typed={typed}
          onChange={setTyped}
          describedBy={reasonId}
        />
      )}
    </ActionDialog>
  )
}

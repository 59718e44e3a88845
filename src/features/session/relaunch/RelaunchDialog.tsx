/** Asks before a relaunch: how many, what REGARDS will and will not do; then shows its outcome. */
import Typography from '@mui/material/Typography'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { RelaunchAction } from '@/domain/action'
import { subjectOf } from '@/domain/action'
import type { RelaunchOutcome, RelaunchPart } from '@/domain/relaunch'
import { failedTypes, isFullSuccess, isRightRefusal, mergeOutcomes } from '@/domain/relaunch'
import type { RequestType } from '@/domain/request-type'
import type { SessionRef, Step } from '@/domain/session'
import type { RelaunchableStepId } from '@/domain/step-catalogue'
import { relaunchOf } from '@/domain/step-catalogue'
import { relaunchableCount } from '@/domain/step-reading'
import { useEarlierWords } from '@/i18n/earlier-words'
import { useFormat } from '@/i18n/format'
import { isolate } from '@/i18n/isolate'
import { usePartText } from '@/i18n/outcome-words'
import { useStepWords } from '@/i18n/step-words'
import { useAction } from '@/queries/useAction'
import { ActionAnswer } from '@/ui/ActionAnswer'
import { ActionDialog } from '@/ui/ActionDialog'
import { useTicking } from '@/ui/useNow'
import { ChainNotice, useChainCheck } from './ChainNotice'
import { RelaunchForecast } from './RelaunchForecast'
import type { FollowedRelaunch } from '../useFollowing'
import { isAtWork } from '../useFollowing'

export interface RelaunchDialogProps {
  readonly sessionRef: SessionRef
  readonly stepId: RelaunchableStepId
  /** As last asked. */
  readonly step: Step
  /** How far the latest relaunch of this step has come. */
  readonly followed: FollowedRelaunch | undefined
  readonly onClose: () => void
}

interface Offer {
  readonly label: string
  readonly only?: readonly RequestType[]
}

/** What the button would send; undefined when an answer leaves nothing to send. */
function useOffer(stepId: RelaunchableStepId, confirm: string, outcome: RelaunchOutcome | undefined) {
  const { t } = useTranslation('session')
  const offer = (): Offer | undefined => {
    if (outcome === undefined) return { label: confirm }
    const failed = failedTypes(outcome)
    const parts = outcome.parts.map(part => part.outcome)
    if (parts.some(part => isRightRefusal(stepId, part))) return undefined
    if (failed.length > 0) return { label: t('relaunch.repeat'), only: failed }
    if (parts.some(part => part.kind === 'unknown')) return { label: t('relaunch.sendAgain') }
    return parts.some(part => part.kind === 'refused') ? { label: confirm } : undefined
  }
  return offer()
}

export function RelaunchDialog({ sessionRef, stepId, step, followed, onClose }: RelaunchDialogProps) {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  const chainId = useId()
  const title = useStepWords()(stepId).title
  const action: RelaunchAction = { kind: 'relaunch', ref: sessionRef, stepId }
  const { submit, isPending, report, notSent, elsewhere } = useAction(subjectOf(action))
  const chain = useChainCheck(sessionRef, stepId)
  // Parts that were not repeated keep their answer.
  const [answered, setAnswered] = useState<RelaunchOutcome>()
  const outcome = report === undefined ? answered : mergeOutcomes(answered, report.outcome)
  const partText = usePartText()
  const earlier = useEarlierWords()
  const beforeText = useTicking(1000, now =>
    followed === undefined || followed.isSending || !isAtWork(followed) ? undefined : earlier.relaunched(followed, now),
  )
  const before = outcome === undefined ? beforeText : undefined

  // Frozen when the dialog opens: the count must not change before confirmation.
  const [asked] = useState(step)
  const count = relaunchableCount(outcome === undefined ? asked : step)
  const relaunch = relaunchOf(stepId)
  const most = relaunch?.most ?? Infinity
  const isLimited = count > most
  const figure = exact(Math.min(count, most))
  const first = before !== undefined ? 'confirmAgain' : isLimited ? 'confirmUpTo' : 'confirm'
  const offer = useOffer(stepId, t(`relaunch.${first}`, { figure }), outcome)
  const isBlocked = chain.isChecking || chain.obstacle !== undefined
  // REGARDS does not fill in the name of a chain it does not find (docs/regards-api/actions.md 2.1).
  const filledIn = (message: string) => message.replaceAll('%s', sessionRef.source)
  const messagesOf = ({ outcome: part }: RelaunchPart) => (part.kind === 'refused' ? part.messages.map(filledIn) : [])

  // The frame asks for the password and keeps the relaunch for a new click.
  useEffect(() => {
    if (notSent === 'signedOut') onClose()
  }, [notSent, onClose])

  const confirm = () => {
    setAnswered(outcome)
    submit({ ...action, only: offer?.only }, ({ outcome: answer }) => {
      if (isFullSuccess(offer?.only === undefined ? answer : mergeOutcomes(outcome, answer))) onClose()
    })
  }
  return (
    <ActionDialog
      title={t('relaunch.title', { step: title })}
      onClose={onClose}
      confirm={offer?.label}
      pending={t('relaunch.pending')}
      isPending={isPending}
      onConfirm={confirm}
      blockedReason={isBlocked ? '' : elsewhere === undefined ? undefined : t('relaunch.elsewhere')}
      describedBy={chainId}
      before={before}
      isFresh={outcome === undefined}
    >
      <Typography gutterBottom>
        {t('relaunch.ofSession', { session: isolate(sessionRef.name), source: isolate(sessionRef.source) })}
      </Typography>
      {outcome === undefined ? (
        chain.obstacle === undefined &&
        relaunch !== undefined && <RelaunchForecast stepId={stepId} relaunch={relaunch} step={asked} />
      ) : (
        <ActionAnswer
          parts={outcome.parts.map(part => ({
            text: partText('relaunch', part),
            hasFailed: part.outcome.kind === 'refused' || part.outcome.kind === 'unknown',
            messages: messagesOf(part),
          }))}
        >
          {!isPending && <Typography>{t('relaunch.outcome.now', { figure: exact(step.state.errors) })}</Typography>}
        </ActionAnswer>
      )}
      <div id={chainId}>
        <ChainNotice check={chain} />
      </div>
      {notSent !== undefined && (
        <Typography role="alert" color="error">
          {t(`relaunch.notSent.${notSent}`)}
        </Typography>
      )}
    </ActionDialog>
  )
}

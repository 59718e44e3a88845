/** One relaunch order from the click to its answer: never two at once, never by itself again (trust F11, F15, F17, F19, F30). */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RelaunchOutcome, RelaunchPart } from '@/domain/relaunch'
import type { RequestType } from '@/domain/request-type'
import { RELAUNCH_RIGHTS, isFullSuccess, isRightRefusal, rightName } from '@/domain/relaunch'
import { ServiceError } from '@/domain/service-error'
import type { SessionRef } from '@/domain/session'
import type { RelaunchableStepId } from '@/domain/step-catalogue'
import { useRelaunch } from '@/queries/useRelaunch'
import { useCredentials } from '@/stores/credentials'
import { useForbidden } from '@/stores/forbidden'
import { useHeldOrder } from '@/stores/held-order'
import { notify } from '@/ui/notices'
import { useOutcomeWords } from '@/i18n/outcome-words'

export interface Order {
  /** Sends it; with types, only for these. */
  readonly submit: (only?: readonly RequestType[]) => void
  readonly isPending: boolean
  /** What came back, the parts of a repeated order in the place of those they repeat. */
  readonly outcome: RelaunchOutcome | undefined
  /** The order did not leave: the session could not be re-read first. */
  readonly notSent: ServiceError | undefined
}

/** The first outcome with the parts that were repeated since in their places. */
function merge(before: RelaunchOutcome | undefined, after: RelaunchOutcome): RelaunchOutcome {
  if (before === undefined) return after
  const repeated = new Map<RequestType | undefined, RelaunchPart>(after.parts.map(part => [part.type, part]))
  const kept = before.parts.filter(({ type }) => type !== undefined && !repeated.has(type))
  return { parts: [...kept, ...after.parts] }
}

export function useOrder(ref: SessionRef, stepId: RelaunchableStepId, onClose: () => void): Order {
  const { t } = useTranslation('session')
  const words = useOutcomeWords(stepId)
  const { send, isPending } = useRelaunch(ref)
  const identity = useCredentials(credentials => credentials.identity)
  const [outcome, setOutcome] = useState<RelaunchOutcome>()
  const [notSent, setNotSent] = useState<ServiceError>()
  const isUnderWay = useRef(false)
  // Whoever has closed the dialog meanwhile still learns how it ended.
  const isOpen = useRef(true)
  useEffect(() => {
    isOpen.current = true
    return () => {
      isOpen.current = false
    }
  }, [])

  const settle = (answer: RelaunchOutcome, only: readonly RequestType[] | undefined) => {
    for (const { outcome: part } of answer.parts) {
      if (part.kind === 'refused' && isRightRefusal(stepId, part)) {
        useForbidden.getState().remember(rightName(RELAUNCH_RIGHTS[stepId]), part.messages.join(' '))
      }
    }
    const whole = only === undefined ? answer : merge(outcome, answer)
    setOutcome(whole)
    if (!isFullSuccess(whole)) {
      if (!isOpen.current) notify({ tone: 'error', text: words.failure(whole) })
      return
    }
    notify({ tone: 'success', text: words.success(whole) })
    onClose()
  }

  const fail = (error: unknown, only: readonly RequestType[] | undefined) => {
    if (!(error instanceof ServiceError)) throw error
    if (error.isUnauthorised) {
      // The frame asks for the password; the order waits there for a fresh click.
      const owner = identity === undefined ? '' : `${identity.project}+${identity.user}`
      useHeldOrder.getState().hold({ ref, stepId, owner, ...(only === undefined ? {} : { only }) })
      onClose()
    } else if (error.isNotFound) {
      // The drawer turns into a panel that says so, and takes this dialog with it.
      notify({ tone: 'error', text: t('relaunch.notSentGone') })
      onClose()
    } else {
      setNotSent(error)
      if (!isOpen.current) notify({ tone: 'error', text: t('relaunch.notSentUnread') })
    }
  }

  const submit = (only?: readonly RequestType[]) => {
    // A second click comes before React has drawn the first one.
    if (isUnderWay.current) return
    isUnderWay.current = true
    setNotSent(undefined)
    void send({ ref, stepId, only })
      .then(
        report => settle(report.outcome, only),
        (error: unknown) => fail(error, only),
      )
      .finally(() => {
        isUnderWay.current = false
      })
  }

  return { submit, isPending, outcome, notSent }
}

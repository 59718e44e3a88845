/** One deletion order from the click to its answer: never two at once, never by itself again (trust F11, F17, F19, F30). */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PartOutcome } from '@/domain/relaunch'
import { rightName } from '@/domain/relaunch'
import { ORDER_RIGHTS } from '@/domain/rights'
import { ServiceError } from '@/domain/service-error'
import type { Session } from '@/domain/session'
import { spelled } from '@/domain/spelling'
import { isolate } from '@/i18n/isolate'
import { useOutcomeText } from '@/i18n/outcome-words'
import type { DeletionReport } from '@/queries/useDeleteSession'
import { useDeleteSession } from '@/queries/useDeleteSession'
import { useForbidden } from '@/stores/forbidden'
import { notify } from '@/ui/notices'
import type { FreshCounts } from './useFreshCounts'

/** Why a click sent nothing. */
export type NotSent = 'changed' | 'signedOut' | 'gone' | 'unread'

export interface DeletionOrdering {
  readonly submit: () => void
  readonly isPending: boolean
  /** What came back, unless it was accepted: then the dialog is closed. */
  readonly report: DeletionReport | undefined
  readonly notSent: NotSent | undefined
}

function reasonOf(error: ServiceError): NotSent {
  if (error.isUnauthorised) return 'signedOut'
  return error.isNotFound ? 'gone' : 'unread'
}

const isForbidden = (outcome: PartOutcome) => outcome.kind === 'refused' && outcome.status === 403

/** @param target the session the dialog was opened for: nothing else is ever ordered from it */
export function useDeletionOrder(target: Session, counts: FreshCounts, onClose: () => void): DeletionOrdering {
  const { t } = useTranslation('deletion')
  const outcomeText = useOutcomeText()
  const { send, isPending } = useDeleteSession(target)
  const [isUnderWay, setUnderWay] = useState(false)
  const [report, setReport] = useState<DeletionReport>()
  const [notSent, setNotSent] = useState<NotSent>()
  const lock = useRef(false)
  const isOpen = useRef(true)
  useEffect(() => {
    isOpen.current = true
    return () => {
      isOpen.current = false
    }
  }, [])

  const name = isolate(spelled(target.name))
  /** Who has left the dialog is told all the same. */
  const tell = (text: string) => {
    if (!isOpen.current) notify({ tone: 'error', text: t('told', { session: name, text }) })
  }

  const settle = (answer: DeletionReport) => {
    const { outcome } = answer
    if (outcome.kind === 'accepted') {
      notify({ tone: 'success', text: t('accepted', { session: name }) })
      onClose()
      return
    }
    if (isForbidden(outcome) && outcome.kind === 'refused') {
      useForbidden.getState().remember(rightName(ORDER_RIGHTS.deleteProducts), outcome.messages.join(' '))
    }
    setReport(answer)
    tell(outcomeText(outcome))
  }

  const order = async () => {
    setNotSent(undefined)
    try {
      if (await counts.areAsSeen()) settle(await send({ ref: target, id: target.id }))
      else setNotSent('changed')
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error
      const reason = reasonOf(error)
      setNotSent(reason)
      tell(t(`notSent.${reason}`))
    }
  }

  const submit = () => {
    // A second click comes before React has drawn the first one.
    if (lock.current) return
    lock.current = true
    setUnderWay(true)
    void order().finally(() => {
      lock.current = false
      setUnderWay(false)
    })
  }
  return { submit, isPending: isUnderWay || isPending, report, notSent }
}

/** One order of a list from the click to its answer: never two at once, never by itself again (trust F11, F15, F17, F30). */
import { useRef, useState } from 'react'
import type { RelaunchOutcome, Right } from '@/domain/relaunch'
import { isFullSuccess, rightName } from '@/domain/relaunch'
import { ServiceError } from '@/domain/service-error'
import { useForbidden } from '@/stores/forbidden'

export interface OneOrder {
  readonly submit: () => void
  readonly outcome: RelaunchOutcome | undefined
  /** The order did not leave: the sign-in had ended, the session is gone, or it could not be read again first. */
  readonly notSent: 'signedOut' | 'gone' | 'unread' | undefined
}

/** What a fresh click may do after an answer. */
export type Offer = 'first' | 'again' | undefined

/** A refusal for want of a right, a part that was taken up, or nothing to take up leave nothing to order. */
export function offerOf({ outcome }: OneOrder): Offer {
  if (outcome === undefined) return 'first'
  const parts = outcome.parts.map(part => part.outcome)
  if (parts.some(part => part.kind === 'refused' && part.status === 403)) return undefined
  return parts.some(({ kind }) => kind === 'refused' || kind === 'unknown') ? 'again' : undefined
}

/**
 * @param send rejects with a ServiceError when the order was not sent
 * @param right what a 403 proves to be missing
 * @param onDone REGARDS took up all of it
 */
export function useOneOrder(
  send: () => Promise<RelaunchOutcome>,
  right: Right,
  onDone: (outcome: RelaunchOutcome) => void,
): OneOrder {
  const [outcome, setOutcome] = useState<RelaunchOutcome>()
  const [notSent, setNotSent] = useState<OneOrder['notSent']>()
  const isUnderWay = useRef(false)

  const settle = (answer: RelaunchOutcome) => {
    for (const { outcome: part } of answer.parts) {
      if (part.kind === 'refused' && part.status === 403)
        useForbidden.getState().remember(rightName(right), part.messages.join(' '))
    }
    setOutcome(answer)
    if (isFullSuccess(answer)) onDone(answer)
  }
  const fail = (error: unknown) => {
    if (!(error instanceof ServiceError)) throw error
    setNotSent(error.isUnauthorised ? 'signedOut' : error.isNotFound ? 'gone' : 'unread')
  }
  const submit = () => {
    // A second click comes before React has drawn the first one.
    if (isUnderWay.current) return
    isUnderWay.current = true
    setNotSent(undefined)
    void send()
      .then(settle, fail)
      .finally(() => {
        isUnderWay.current = false
      })
  }
  return { submit, outcome, notSent }
}

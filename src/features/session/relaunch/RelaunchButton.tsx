/** "Relaunch errors (48)": shown while there are relaunchable errors, with the reason when this user has no right to it. */
import { useId, useLayoutEffect, useRef } from 'react'
import { useTranslation } from '@/i18n/translation'
import { RELAUNCH_RIGHTS } from '@/domain/rights'
import type { SessionRef } from '@/domain/session'
import type { RelaunchableStepId } from '@/domain/step-catalogue'
import { STEP_CATALOGUE } from '@/domain/step-catalogue'
import { useEarlierWords } from '@/i18n/earlier-words'
import { useFormat } from '@/i18n/format'
import { useMissingRightText } from '@/i18n/missing-right'
import { useMissingRight } from '@/queries/rights'
import { InfoTooltip } from '@/ui/InfoTooltip'
import { PlainButton } from '@/ui/PlainButton'
import { ignoreHeldKey } from '@/ui/gestures'
import hidden from '@/ui/hidden.module.css'
import type { FollowedRelaunch } from '../useFollowing'
import { isAtWork } from '../useFollowing'
import styles from '../session.module.css'

interface Props {
  readonly sessionRef: SessionRef
  readonly stepId: RelaunchableStepId
  readonly count: number
  /** How far the latest relaunch of this step has come, and the current time. */
  readonly followed: { readonly of: FollowedRelaunch; readonly now: number } | undefined
  readonly onClick: () => void
}

/** The same errors are being or were just relaunched: the button explains it. */
function useEarlier(followed: Props['followed']): string | undefined {
  const words = useEarlierWords()
  return followed === undefined || !isAtWork(followed.of) ? undefined : words.relaunched(followed.of, followed.now)
}

export function RelaunchButton(props: Props) {
  const { stepId, count, followed, onClick } = props
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  const isAcquisition = STEP_CATALOGUE[stepId].type === 'ACQUISITION'
  const earlier = useEarlier(followed)
  const reasonId = useId()
  const missing = useMissingRightText(useMissingRight(RELAUNCH_RIGHTS[stepId]))
  // REGARDS ignores an empty name, and would relaunch the whole source.
  const refusal = missing ?? (props.sessionRef.name === '' ? t('relaunch.nameless') : undefined)
  const button = useRef<HTMLButtonElement>(null)
  // The button is gone after the last error: the focus goes to the card.
  useLayoutEffect(() => {
    const element = button.current
    const card = element?.closest('article')?.querySelector<HTMLElement>('[data-card-heading]')
    return () => {
      if (element !== null && document.activeElement === element) card?.focus()
    }
  }, [])
  const note = refusal === undefined ? earlier : undefined
  return (
    <>
      <InfoTooltip hint={note ?? ''} isFocusable={false} isSteady>
        <PlainButton
          ref={button}
          look="framed"
          aria-haspopup="dialog"
          aria-disabled={refusal !== undefined}
          aria-describedby={refusal === undefined && note === undefined ? undefined : reasonId}
          onClick={() => {
            if (refusal === undefined) onClick()
          }}
          onKeyDown={ignoreHeldKey}
        >
          {t(isAcquisition ? 'relaunch.buttonRequests' : 'relaunch.button', { figure: exact(count) })}
        </PlainButton>
      </InfoTooltip>
      {refusal !== undefined && (
        <p id={reasonId} className={styles['reason']}>
          {refusal}
        </p>
      )}
      {note !== undefined && (
        <span id={reasonId} className={hidden['spoken']}>
          {note}
        </span>
      )}
    </>
  )
}

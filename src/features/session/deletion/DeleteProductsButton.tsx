/** "Delete products": always there, with the reason when it is not for this user; it only asks. */
import type { RefObject } from 'react'
import { Suspense, lazy, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import { ACTION_RIGHTS, rightName } from '@/domain/rights'
import type { Session } from '@/domain/session'
import { useMissingRightText } from '@/i18n/missing-right'
import { useMissingRight } from '@/queries/rights'
import { useCredentials } from '@/stores/credentials'
import { Icon } from '@/ui/Icon'
import { InfoTooltip } from '@/ui/InfoTooltip'
import { PlainButton } from '@/ui/PlainButton'
import { ignoreHeldKey } from '@/ui/gestures'
import hidden from '@/ui/hidden.module.css'
import { loadDeletionDialog } from '../load-dialogs'
import styles from '../session.module.css'

const DeleteProductsDialog = lazy(loadDeletionDialog)

const RIGHT = ACTION_RIGHTS.deleteProducts

/** Why the order is not for this user: no link of the server offers it, or it was refused once. */
function useDeletionRefusal(canDelete: boolean): string | undefined {
  const missing = useMissingRight(RIGHT)
  const role = useCredentials(credentials => credentials.identity?.role ?? '')
  const wasRefused = missing?.words !== undefined
  const unlinked = { right: rightName(RIGHT), role, words: undefined }
  return useMissingRightText(canDelete && !wasRefused ? undefined : (missing ?? unlinked))
}

interface Props {
  /** undefined while it is not known, or once it is gone. */
  readonly session: Session | undefined
  /** Where the focus goes when there is no button left by the time its dialog closes. */
  readonly headingRef: RefObject<HTMLElement | null>
}

export function DeleteProductsButton({ session, headingRef }: Props) {
  const { t } = useTranslation('deletion')
  const reasonId = useId()
  const [target, setTarget] = useState<Session>()
  const refusal = useDeletionRefusal(session?.canDelete ?? true)
  const isOpen = target !== undefined
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    // The button that opened the dialog is another one by now, or none: the dialog had nothing to give the focus back to.
    const isLost = wasOpen.current && !isOpen && document.activeElement === document.body
    if (isLost) (button.current ?? headingRef.current)?.focus()
    wasOpen.current = isOpen
  }, [isOpen, headingRef])
  return (
    <>
      {session !== undefined && (
        <InfoTooltip hint={refusal ?? ''} isFocusable={false} isSteady>
          <PlainButton
            ref={button}
            title={refusal === undefined ? t('hint') : undefined}
            className={styles['delete'] ?? ''}
            aria-haspopup="dialog"
            aria-disabled={refusal !== undefined}
            aria-describedby={refusal === undefined ? undefined : reasonId}
            onClick={() => {
              if (refusal === undefined) setTarget(session)
            }}
            onKeyDown={ignoreHeldKey}
          >
            <Icon name="delete" />
            <span className={styles['deleteWord']}>{t('button')}</span>
          </PlainButton>
        </InfoTooltip>
      )}
      {session !== undefined && refusal !== undefined && (
        <span id={reasonId} className={hidden['spoken']}>
          {refusal}
        </span>
      )}
      {target !== undefined && (
        <Suspense fallback={null}>
          <DeleteProductsDialog target={target} refusal={refusal} onClose={() => setTarget(undefined)} />
        </Suspense>
      )}
    </>
  )
}

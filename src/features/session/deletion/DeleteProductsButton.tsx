/** "Delete products": always shown, with the reason when this user may not delete; it only opens the dialog. */
import type { RefObject } from 'react'
import { Suspense, lazy, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { Session } from '@/domain/session'
import { useMissingRightText } from '@/i18n/missing-right'
import { useMissingDeletion } from '@/queries/rights'
import { Icon } from '@/ui/Icon'
import { InfoTooltip } from '@/ui/InfoTooltip'
import { PlainButton } from '@/ui/PlainButton'
import { ignoreHeldKey } from '@/ui/gestures'
import hidden from '@/ui/hidden.module.css'
import { loadDeletionDialog } from '../load-dialogs'
import styles from '../session.module.css'

const DeleteProductsDialog = lazy(loadDeletionDialog)

interface Props {
  /** undefined while it is not known, or once it is deleted. */
  readonly session: Session | undefined
  /** Where the focus goes when there is no button left by the time its dialog closes. */
  readonly headingRef: RefObject<HTMLElement | null>
}

export function DeleteProductsButton({ session, headingRef }: Props) {
  const { t } = useTranslation('deletion')
  const reasonId = useId()
  const [target, setTarget] = useState<Session>()
  const refusal = useMissingRightText(useMissingDeletion(session?.canDelete ?? true))
  const isOpen = target !== undefined
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    // The button that opened the dialog may be gone: then the dialog could not restore the focus.
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

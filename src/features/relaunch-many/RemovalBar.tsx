/** Deletes the products of the selected sessions one after the other: each is asked about, and typed, in its own dialog. */
import { useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import { useFormat } from '@/i18n/format'
import { isolate } from '@/i18n/isolate'
import type { SeenSession } from '@/stores/selected-sessions'
import { PlainButton } from '@/ui/PlainButton'
import { ignoreHeldKey } from '@/ui/gestures'
import type { DeletionDialog } from './deletion-dialog'
import styles from './many.module.css'

interface Props {
  readonly targets: readonly SeenSession[]
  readonly Deletion: DeletionDialog
  readonly onEnd: () => void
}

export function RemovalBar({ targets, Deletion, onEnd }: Props) {
  const { t } = useTranslation('many')
  const { exact } = useFormat()
  const [place, setPlace] = useState(0)
  const [isOpen, setOpen] = useState(true)
  const session = targets[place]?.session
  if (session === undefined) return null
  // Each further one is opened by a click of its own.
  const next = () => {
    setOpen(false)
    if (place + 1 < targets.length) setPlace(place + 1)
    else onEnd()
  }
  const words = {
    place: exact(place + 1),
    total: exact(targets.length),
    source: isolate(session.source),
    session: isolate(session.name),
  }
  return (
    <>
      <div className={styles['line']} role="group" aria-label={t('removal.name')} data-tone="warning">
        <span className={styles['rest']}>{t('removal.of', words)}</span>
        <PlainButton look="framed" aria-haspopup="dialog" onClick={() => setOpen(true)} onKeyDown={ignoreHeldKey}>
          {t('removal.open')}
        </PlainButton>
        <PlainButton onClick={next}>{t('removal.skip')}</PlainButton>
        <PlainButton onClick={onEnd}>{t('removal.stop')}</PlainButton>
      </div>
      {isOpen && <Deletion key={place} session={session} onClose={next} />}
    </>
  )
}

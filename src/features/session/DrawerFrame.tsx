/** The frame of the drawer: a region under both panes, or the whole screen as a dialog; and its focus. */
import Dialog from '@mui/material/Dialog'
import type { ReactNode } from 'react'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import { DEFAULT_PREFERENCES, usePreferences } from '@/stores/preferences'
import { Splitter } from '@/ui/Splitter'
import { useWindowHeight } from '@/ui/useWindowSize'
import type { SessionHeaderProps } from './SessionHeader'
import { SessionHeader } from './SessionHeader'
import styles from './session.module.css'
import { loadDeletionDialog, loadRelaunchDialog } from './load-dialogs'

interface Props extends Omit<SessionHeaderProps, 'headingRef' | 'headingId'> {
  readonly children: ReactNode
}

/** Preloads the dialogs. */
function useDialogsAtHand(): void {
  useEffect(() => {
    const timer = setTimeout(() => void Promise.all([loadRelaunchDialog(), loadDeletionDialog()]), 500)
    return () => clearTimeout(timer)
  }, [])
}

export function DrawerFrame({ isModal, children, ...header }: Props) {
  const { t } = useTranslation('session')
  const heading = useRef<HTMLHeadingElement>(null)
  const headingId = useId()
  const kept = usePreferences(preferences => preferences.drawerHeight)
  const [moving, setMoving] = useState<number>()
  const height = moving ?? kept
  const set = usePreferences(preferences => preferences.set)
  // The height left for the top bar, the headers of the lists and a few rows.
  const most = Math.max(160, useWindowHeight() - 300)
  useDialogsAtHand()
  useEffect(() => {
    // Opened by a link nothing has the focus; opened from the list the row keeps it.
    const here = document.activeElement
    if (isModal || here === document.body || here?.id === 'lists') heading.current?.focus()
  }, [isModal])

  const content = (
    <>
      <SessionHeader {...header} isModal={isModal} headingId={headingId} headingRef={heading} />
      <div className={styles['body']}>{children}</div>
    </>
  )
  if (isModal) {
    return (
      <Dialog
        data-printed="session"
        fullScreen
        open
        onClose={header.onClose}
        aria-labelledby={headingId}
        transitionDuration={0}
      >
        {content}
      </Dialog>
    )
  }
  return (
    <section className={styles['frame']} aria-label={header.title} style={{ height }}>
      <Splitter
        name={t('height')}
        orientation="horizontal"
        value={Math.min(height, most)}
        min={160}
        max={most}
        onMove={setMoving}
        onMoved={drawerHeight => {
          set({ drawerHeight })
          setMoving(undefined)
        }}
        reset={() => set({ drawerHeight: DEFAULT_PREFERENCES.drawerHeight })}
      />
      {content}
    </section>
  )
}

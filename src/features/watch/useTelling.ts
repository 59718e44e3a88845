/** Tells how a watch ended, once: a notification of the desktop, a message in the page, a tone for those who want it. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { BoardWatch } from '@/domain/watching'
import { targetKey, watchFigures, watchView } from '@/domain/watching'
import { useTranslation } from '@/i18n/translation'
import { invalidateBoard } from '@/queries/useAction'
import { claimEnd, visitEnded } from '@/queries/watching'
import { useCredentials, visitNow } from '@/stores/credentials'
import { usePreferences } from '@/stores/preferences'
import { storageKey } from '@/stores/storage-key'
import { WATCHES_KIND } from '@/stores/watches'
import { notify } from '@/ui/notices'
import { playTone } from '@/ui/tone'
import { useBoardView } from '@/url/useBoardView'
import { showDesktop } from './desktop'
import { useWatchWords } from './watch-words'

/** A tab in the foreground of the desktop. */
const isLookedAt = () => document.visibilityState === 'visible' && document.hasFocus()

/** Shows on the board what is watched; undefined where the board has no place for it. */
export function useOpening(): (watch: BoardWatch) => (() => void) | undefined {
  const [, updateView] = useBoardView()
  const queryClient = useQueryClient()
  return watch => {
    const view = watchView(watch)
    if (view === undefined) return undefined
    return () => {
      updateView(view)
      // What is on the board may be as old as the tab was hidden.
      invalidateBoard(queryClient)
    }
  }
}

/** @param showAll opens the list of all watches */
export function useTelling(showAll: () => void): (watch: BoardWatch) => void {
  const { t } = useTranslation('watch')
  const words = useWatchWords()
  const opening = useOpening()

  useEffect(() => {
    const look = () => {
      if (isLookedAt()) visitEnded()
    }
    document.addEventListener('visibilitychange', look)
    window.addEventListener('focus', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('focus', look)
    }
  }, [])

  const tell = async (watch: BoardWatch) => {
    const { end, target } = watch
    const visit = visitNow()
    const project = useCredentials.getState().identity?.project ?? ''
    const isOurs = await claimEnd(watch)
    // Nothing is said to the next user.
    if (end === undefined || visitNow() !== visit) return
    if (isLookedAt()) visitEnded()
    if (!isOurs) return
    const text = words.end(watch, end.kind)
    const open = opening(watch)
    const tag = `${storageKey(WATCHES_KIND)} ${targetKey(target)}`
    showDesktop({ title: text, body: t('desktop.body', { project }), tag, onClick: open ?? showAll })
    if (usePreferences.getState().watchSound) playTone()
    const isFine = end.kind === 'done' && watchFigures(watch).inError === 0
    notify({
      tone: isFine ? 'success' : 'info',
      text,
      action: { label: t(open === undefined ? 'panel.title' : 'desktop.open'), onClick: open ?? showAll },
    })
  }
  return watch => void tell(watch)
}

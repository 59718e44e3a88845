/** The title and the icon of the browser's tab: the page, and the number of sessions in error. */
import { useEffect } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { BoardView } from '@/domain/board-view'
import { openSession } from '@/domain/board-view'
import { useFormat } from '@/i18n/format'
import { nameText } from '@/i18n/isolate'
import { useSessionsInError } from '@/queries/state-counts'
import { useChanges } from '@/stores/changes'

/** Shows an icon in place of the page's own while there are sessions in error. */
function useErrorIcon(hasErrors: boolean): void {
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]')
    if (!hasErrors || icon === null) return undefined
    const calm = icon.href
    icon.href = new URL('favicon-errors.svg', calm).href
    return () => {
      icon.href = calm
    }
  }, [hasErrors])
}

interface Props {
  readonly view: BoardView
  /** Counts the sessions in error, after the first rows. */
  readonly isCounting: boolean
}

export function BoardTitle({ view, isCounting }: Props) {
  const { t } = useTranslation('board')
  const { t: tFrame } = useTranslation('frame')
  const { exact } = useFormat()
  const inError = useSessionsInError(isCounting) ?? 0
  useErrorIcon(inError > 0)
  const open = openSession(view)
  const titled = useChanges(changes => changes.titled)
  const own =
    open !== undefined
      ? t('titleOfSession', { session: nameText(open.name), source: open.source })
      : view.source !== undefined
        ? t('titleOfSource', { source: view.source })
        : t('title')
  const page = titled?.(own) ?? own
  const values = { page, figure: exact(inError) }
  return <title>{inError > 0 ? tFrame('pageTitleErrors', values) : tFrame('pageTitle', { page })}</title>
}

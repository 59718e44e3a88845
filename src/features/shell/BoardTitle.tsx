/** The title and the icon of the browser's tab: the page, the number of sessions in error, and what is watched. */
import { useEffect } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { BoardView } from '@/domain/board-view'
import { openSession } from '@/domain/board-view'
import { useFormat } from '@/i18n/format'
import { nameText } from '@/i18n/isolate'
import { useSessionsInError } from '@/queries/state-counts'
import { useChanges } from '@/stores/changes'
import { useWatches } from '@/stores/watches'

/** Shows an icon in place of the page's own: for what is watched, and while there are sessions in error. */
function useTabIcon(marks: string): void {
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]')
    if (marks === '' || icon === null) return undefined
    const calm = icon.href
    icon.href = new URL(`favicon${marks}.svg`, calm).href
    return () => {
      icon.href = calm
    }
  }, [marks])
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
  const watched = useWatches(({ title }) => title)
  useTabIcon(`${useWatches(({ icon }) => icon)}${inError > 0 ? '-errors' : ''}`)
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
  return <title>{`${watched}${inError > 0 ? tFrame('pageTitleErrors', values) : tFrame('pageTitle', { page })}`}</title>
}

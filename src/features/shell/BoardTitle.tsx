/** The title of the browser's tab: what is looked at. */
import { useTranslation } from '@/i18n/translation'
import type { BoardView } from '@/domain/board-view'
import { openSession } from '@/domain/board-view'
import { nameText } from '@/i18n/isolate'
import { useCredentials } from '@/stores/credentials'

export function BoardTitle({ view }: { readonly view: BoardView }) {
  const { t } = useTranslation('board')
  const { t: tFrame } = useTranslation('frame')
  const project = useCredentials(credentials => credentials.identity?.project ?? '')
  const open = openSession(view)
  const page =
    open !== undefined
      ? t('titleOfSession', { session: nameText(open.name), source: open.source })
      : view.source !== undefined
        ? t('titleOfSource', { source: view.source })
        : t('title')
  return <title>{tFrame('pageTitle', { page, project })}</title>
}

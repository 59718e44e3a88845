/** The open session for a colleague: its link, or its figures as text for a ticket. */
import ArticleIcon from '@mui/icons-material/ArticleOutlined'
import LinkIcon from '@mui/icons-material/Link'
import IconButton from '@mui/material/IconButton'
import { useTranslation } from 'react-i18next'
import type { Session } from '@/domain/session'
import { pageNow } from '@/stores/server-clock'
import { useCopy } from '@/ui/useCopy'
import { useServerTime } from '@/ui/useNow'
import { useSessionText } from './useSessionText'

interface Props {
  readonly session: Session
  /** When REGARDS gave its figures; 0 while the list row stands in. */
  readonly answeredAt: number
}

export function ShareButtons({ session, answeredAt }: Props) {
  const { t } = useTranslation('session')
  const copy = useCopy()
  const text = useSessionText()
  const serverTime = useServerTime()
  // All that is shown is in the address.
  const link = () => window.location.href
  return (
    <>
      <IconButton
        size="small"
        aria-label={t('share.copyLink')}
        title={t('share.copyLink')}
        onClick={() => copy(link(), t('share.linkCopied'))}
      >
        <LinkIcon fontSize="small" />
      </IconButton>
      <IconButton
        size="small"
        aria-label={t('share.copyText')}
        title={t('share.copyText')}
        onClick={() => copy(text(session, serverTime(answeredAt || pageNow()), link()), t('share.textCopied'))}
      >
        <ArticleIcon fontSize="small" />
      </IconButton>
    </>
  )
}

/** One banner for a whole outage: since when there is no good answer, how old the page is, why, and another try (trust F03). */
import { styled } from '@mui/material/styles'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/format'
import { useOutage } from '@/queries/useOutage'
import { PlainButton } from '@/ui/PlainButton'
import { useNow } from '@/ui/useNow'

const Banner = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '0 12px',
  padding: '4px 12px',
  color: (theme.vars ?? theme).palette.warning.main,
  backgroundColor: (theme.vars ?? theme).palette.background.paper,
  borderInlineStart: '4px solid currentColor',
  borderBottom: `1px solid ${(theme.vars ?? theme).palette.divider}`,
  overflowWrap: 'anywhere',
}))

/** Messages can be as long as a stack trace; the region that failed has them whole. */
const SHORT = 200

interface Props {
  readonly onRetry: () => void
  readonly isRetrying: boolean
}

export function OutageBanner({ onRetry, isRetrying }: Props) {
  const { t } = useTranslation('frame')
  const { t: tBoard } = useTranslation('board')
  const { time, relative } = useFormat()
  const outage = useOutage()
  const now = useNow(5000)
  if (outage === undefined) return null
  const { since, error } = outage
  const words = error.messages[0]?.slice(0, SHORT)
  const reason = error.reason === 'aborted' ? 'offline' : error.isForbidden ? 'status' : error.reason
  return (
    <Banner>
      <div role="alert">
        {t('outage', { time: time(since), age: relative(new Date(since).toISOString(), now) })}{' '}
        {tBoard(`reason.${reason}`)}
        {error.status !== undefined && ` (${error.status})`}
        {words !== undefined && (
          <>
            {' '}
            <q>
              <bdi translate="no">{words}</bdi>
            </q>
          </>
        )}{' '}
        {t('outageNext')}
      </div>
      <PlainButton look="inherited" aria-disabled={isRetrying} onClick={() => !isRetrying && onRetry()}>
        {t('retryNow')}
      </PlainButton>
    </Banner>
  )
}

/** One banner for a whole outage: since when, the age of the data, the reason, and Retry. */
import { useTranslation } from '@/i18n/translation'
import { useFormat } from '@/i18n/format'
import { useReasonWords } from '@/i18n/reason-words'
import { useOutage } from '@/queries/useOutage'
import { useIsGatewayElsewhere } from '@/stores/gateway-origin'
import { PlainButton } from '@/ui/PlainButton'
import { useServerTime, useTicking } from '@/ui/useNow'
import styles from './shell.module.css'

/** Messages can be as long as a stack trace; the region that failed shows them in full. */
const SHORT = 200

interface Props {
  readonly onRetry: () => void
  readonly isRetrying: boolean
}

/** Beside the alert: it ticks, and is not announced each time. */
function DataAge({ since }: { readonly since: number }) {
  const { t } = useTranslation('frame')
  const { duration } = useFormat()
  const age = useTicking(5000, now => t('outageAge', { duration: duration(Math.max(0, now - since)) }))
  return <span>{age}</span>
}

export function OutageBanner({ onRetry, isRetrying }: Props) {
  const { t } = useTranslation('frame')
  const { time } = useFormat()
  const serverTime = useServerTime()
  const reason = useReasonWords()
  const outage = useOutage()
  const isElsewhere = useIsGatewayElsewhere()
  if (outage === undefined) return null
  const { since, error } = outage
  const words = error.messages[0]?.slice(0, SHORT)
  const summary = [
    t('outage', { time: time(serverTime(since)) }),
    reason(error),
    ...(error.status === undefined ? [] : [`(${error.status})`]),
  ].join(' ')
  // A browser does not distinguish a gateway without an answer from one whose answers it blocks.
  const isMaybeBlocked = error.reason === 'offline' && isElsewhere
  const next = isMaybeBlocked ? `${t('outageNext')} ${t('elsewhere')}` : t('outageNext')
  return (
    <div className={styles['outage']}>
      <div data-whole={isMaybeBlocked ? '' : undefined} title={`${summary} ${words ?? ''} ${next}`}>
        <span role="alert">
          {summary}
          {words !== undefined && (
            <>
              {' '}
              <q>
                <bdi translate="no">{words}</bdi>
              </q>
            </>
          )}{' '}
          {next}
        </span>{' '}
        <DataAge since={since} />
      </div>
      <PlainButton look="inherited" aria-disabled={isRetrying} onClick={() => !isRetrying && onRetry()}>
        {t('retryNow')}
      </PlainButton>
    </div>
  )
}

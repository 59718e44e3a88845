/** The notice over old data: its age, the reason, and Retry. Shown once, where it happened; an outage has a banner of its own. */
import { useTranslation } from '@/i18n/translation'
import { useFormat } from '@/i18n/format'
import { PlainButton } from './PlainButton'
import styles from './messages.module.css'
import { useTicking } from './useNow'

interface Props {
  /** When the data was last good, in milliseconds of the page's time. */
  readonly since: number
  readonly reason: string
  readonly onRetry?: () => void
}

export function StaleNotice({ since, reason, onRetry }: Props) {
  const { t } = useTranslation('common')
  const { relative } = useFormat()
  const age = useTicking(5000, now => t('age.stale', { age: relative(new Date(since).toISOString(), now) }))
  return (
    <div className={styles['stale']}>
      <span>
        {/* The age ticks, and is not announced each time. */}
        <span role="alert">{reason}</span> {age}
      </span>
      {onRetry !== undefined && (
        <PlainButton look="inherited" onClick={onRetry}>
          {t('retry')}
        </PlainButton>
      )}
    </div>
  )
}

/** The badges of a session or of a card: in error, running, waiting, or Ok; and what was left out. */
import { useTranslation } from '@/i18n/translation'
import type { Step } from '@/domain/session'
import { totalCounters } from '@/domain/session'
import { setAsideCount } from '@/domain/step-reading'
import { useFormat } from '@/i18n/format'
import { CountBadge } from '@/ui/CountBadge'
import styles from './session.module.css'

/** Counts are the sums of the steps' states. */
export function StateBadges({ steps }: { readonly steps: readonly Step[] }) {
  const { t } = useTranslation('session')
  const { exact, count } = useFormat()
  const { errors, running, waiting } = totalCounters(steps)
  const lost = setAsideCount(steps)
  const setAside = lost > 0 ? t('setAside', { count: lost, figure: exact(lost) }) : undefined
  const isOk = errors === 0 && running === 0 && waiting === 0
  const okText = setAside === undefined ? t('ok') : t('okSetAside', { setAside })
  return (
    <div className={styles['states']}>
      {errors > 0 && (
        <CountBadge tone="error" figure={count(errors)} word={t('badge.error', { figure: exact(errors) })} />
      )}
      {running > 0 && (
        <CountBadge tone="running" figure={count(running)} word={t('badge.running', { figure: exact(running) })} />
      )}
      {waiting > 0 && (
        <CountBadge tone="waiting" figure={count(waiting)} word={t('badge.waiting', { figure: exact(waiting) })} />
      )}
      {(isOk || setAside !== undefined) && (
        <span className={styles[setAside === undefined ? 'ok' : 'leftOut']}>{isOk ? okText : setAside}</span>
      )}
    </div>
  )
}

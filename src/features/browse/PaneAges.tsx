/** The ages of a list: when its data last changed; and when it was answered, where the bar over the page says another time. */
import { useTranslation } from '@/i18n/translation'
import { useFormat } from '@/i18n/format'
import { useAnsweredAt } from '@/queries/useOutage'
import { useTicking } from '@/ui/useNow'
import styles from './pane.module.css'

export interface Dated {
  readonly lastUpdateDate: string | undefined
}

function latestOf(rows: readonly Dated[]): string | undefined {
  return rows.reduce<string | undefined>(
    (latest, { lastUpdateDate: date }) =>
      date !== undefined && (latest === undefined || date > latest) ? date : latest,
    undefined,
  )
}

/** Two answers of one round are this far apart at most, in milliseconds. */
const BEHIND = 3_000

interface Props {
  /** 0 for never. */
  readonly answeredAt: number
  readonly rows: readonly Dated[]
}

export function PaneAges({ answeredAt, rows }: Props) {
  const { t } = useTranslation('board')
  const { relative } = useFormat()
  const latest = latestOf(rows)
  const isBehind = useAnsweredAt() - answeredAt >= BEHIND
  const asked = useTicking(5000, now => t('ages.asked', { age: relative(new Date(answeredAt).toISOString(), now) }))
  const changed = useTicking(5000, (_now, serverNow) =>
    latest === undefined ? undefined : t('ages.changed', { age: relative(latest, serverNow) }),
  )
  if (answeredAt === 0) return null
  return (
    <span className={styles['ages']} title={t('ages.hint')}>
      {isBehind && <span>{asked}</span>}
      {isBehind && changed !== undefined && ' · '}
      {changed !== undefined && <span>{changed}</span>}
    </span>
  )
}

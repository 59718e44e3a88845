/** The two ages of a list: when we last had an answer, and when its data last changed. */
import { useTranslation } from '@/i18n/translation'
import { useFormat } from '@/i18n/format'
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

interface Props {
  /** 0 for never. */
  readonly answeredAt: number
  readonly rows: readonly Dated[]
}

export function PaneAges({ answeredAt, rows }: Props) {
  const { t } = useTranslation('board')
  const { relative } = useFormat()
  const latest = latestOf(rows)
  const asked = useTicking(5000, now => t('ages.asked', { age: relative(new Date(answeredAt).toISOString(), now) }))
  const changed = useTicking(5000, (_now, serverNow) =>
    latest === undefined ? undefined : t('ages.changed', { age: relative(latest, serverNow) }),
  )
  if (answeredAt === 0) return null
  return (
    <span className={styles['ages']} title={t('ages.hint')}>
      <span>{asked}</span>
      {changed !== undefined && (
        <>
          {' · '}
          <span>{changed}</span>
        </>
      )}
    </span>
  )
}

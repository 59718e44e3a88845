/** The ages of a list, where nothing else says them: when its data last changed, and when it was answered. */
import { useTranslation } from '@/i18n/translation'
import { useFormat } from '@/i18n/format'
import { useHasOwnAge } from '@/queries/useOutage'
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
  /** The first row is the one that changed last, and says when. */
  readonly isLatestFirst: boolean
}

export function PaneAges({ answeredAt, rows, isLatestFirst }: Props) {
  const { t } = useTranslation('board')
  const { relative } = useFormat()
  const latest = isLatestFirst ? undefined : latestOf(rows)
  const hasOwnAge = useHasOwnAge(answeredAt)
  const asked = useTicking(5000, now => t('ages.asked', { age: relative(new Date(answeredAt).toISOString(), now) }))
  const changed = useTicking(5000, (_now, serverNow) =>
    latest === undefined ? undefined : t('ages.changed', { age: relative(latest, serverNow) }),
  )
  if (answeredAt === 0 || (!hasOwnAge && changed === undefined)) return null
  return (
    <>
      {hasOwnAge && (
        <span className={styles['asked']} title={t('ages.hint')}>
          <span>{asked}</span>
        </span>
      )}
      {changed !== undefined && (
        <span className={styles['ages']} title={t('ages.hint')}>
          {changed}
        </span>
      )}
    </>
  )
}

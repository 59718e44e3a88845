/** The two ages of a list: when we last had an answer, and when its data last changed. */
import { styled } from '@mui/material/styles'
import { useTranslation } from '@/i18n/translation'
import { useFormat } from '@/i18n/format'
import { useTicking } from '@/ui/useNow'

export interface Dated {
  readonly lastUpdateDate: string | undefined
}

const Ages = styled('span')(({ theme }) => ({
  fontSize: '0.8125rem',
  marginInlineStart: 'auto',
  color: theme.vars.palette.text.secondary,
  // Each age whole: what has no room beside the other stands below it.
  '& > span': { whiteSpace: 'nowrap' },
}))

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
    <Ages title={t('ages.hint')}>
      <span>{asked}</span>
      {changed !== undefined && (
        <>
          {' · '}
          <span>{changed}</span>
        </>
      )}
    </Ages>
  )
}

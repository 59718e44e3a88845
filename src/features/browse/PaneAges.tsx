/** The two ages of a list: when we last had an answer, and when its data last changed (screens.md, "Two ages everywhere"). */
import { styled } from '@mui/material/styles'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/format'
import { useNow } from '@/ui/useNow'

export interface Dated {
  readonly lastUpdateDate: string | undefined
}

const Ages = styled('span')(({ theme }) => ({
  fontSize: '0.8125rem',
  marginInlineStart: 'auto',
  color: (theme.vars ?? theme).palette.text.secondary,
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
  const now = useNow(5000)
  if (answeredAt === 0) return null
  const latest = latestOf(rows)
  const asked = t('ages.asked', { age: relative(new Date(answeredAt).toISOString(), now) })
  return (
    <Ages title={t('ages.hint')}>
      <span>{asked}</span>
      {latest !== undefined && (
        <>
          {' · '}
          <span>{t('ages.changed', { age: relative(latest, now) })}</span>
        </>
      )}
    </Ages>
  )
}

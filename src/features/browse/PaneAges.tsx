/** The two ages of a list: when we last had an answer, and when its data last changed (screens.md, "Two ages everywhere"). */
import { styled } from '@mui/material/styles'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/format'
import { useTicking } from '@/ui/useNow'

export interface Dated {
  readonly lastUpdateDate: string | undefined
}

const Ages = styled('span')(({ theme }) => ({
  fontSize: '0.8125rem',
  marginInlineStart: 'auto',
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  color: (theme.vars ?? theme).palette.text.secondary,
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
  const text = useTicking(5000, (now, serverNow) => {
    const asked = t('ages.asked', { age: relative(new Date(answeredAt).toISOString(), now) })
    return latest === undefined ? asked : `${asked} · ${t('ages.changed', { age: relative(latest, serverNow) })}`
  })
  return answeredAt === 0 ? null : <Ages title={t('ages.hint')}>{text}</Ages>
}

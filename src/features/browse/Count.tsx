/** A figure of a list: short, exact on hover, nothing where there is none, and never a number REGARDS got wrong. */
import { styled } from '@mui/material/styles'
import { useTranslation } from '@/i18n/translation'
import { useFormat } from '@/i18n/format'

const Doubtful = styled('i')(({ theme }) => ({ color: theme.vars.palette.text.secondary }))

interface Props {
  readonly value: number | undefined
  /** What the parts of it add up to, where that is something else. */
  readonly sum?: number | undefined
}

export function Count({ value, sum }: Props) {
  const { t } = useTranslation('board')
  const { count, exact } = useFormat()
  if (value === undefined) return null
  if (value >= 0 && sum === undefined) return <span title={exact(value)}>{count(value)}</span>
  const hint =
    sum === undefined
      ? t('notReliableHint', { figure: exact(value) })
      : t('driftHint', { figure: exact(value), sum: exact(sum) })
  return <Doubtful title={hint}>{t('notReliable')}</Doubtful>
}

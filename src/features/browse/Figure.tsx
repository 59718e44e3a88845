/** A figure of a list: short, exact on hover, nothing where there is none, and never a number REGARDS got wrong. */
import { styled } from '@mui/material/styles'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/format'

const Doubtful = styled('i')(({ theme }) => ({ color: (theme.vars ?? theme).palette.text.secondary }))

export function Figure({ value }: { readonly value: number | undefined }) {
  const { t } = useTranslation('board')
  const { count, exact } = useFormat()
  if (value === undefined) return null
  if (value < 0) return <Doubtful title={t('notReliableHint', { figure: exact(value) })}>{t('notReliable')}</Doubtful>
  return <span title={exact(value)}>{count(value)}</span>
}

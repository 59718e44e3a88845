/** Marks a figure that is a sum of this page, not one of the server. */
import { styled } from '@mui/material/styles'
import { useTranslation } from '@/i18n/translation'

const Mark = styled('abbr')(({ theme }) => ({
  marginInlineStart: 4,
  textDecoration: 'none',
  fontWeight: 400,
  color: theme.vars.palette.text.secondary,
}))

export function DerivedMark() {
  const { t } = useTranslation('common')
  return <Mark title={t('derived')}>Σ</Mark>
}

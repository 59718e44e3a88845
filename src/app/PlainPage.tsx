/** A page of a title and a few sentences. */
import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n/translation'

const Main = styled('main')(({ theme }) => ({
  ...theme.typography.body1,
  maxWidth: 640,
  margin: '12vh auto 0',
  padding: 24,
  overflowWrap: 'anywhere',
  '& h1': { ...theme.typography.h6, fontSize: '1.375rem', marginTop: 0 },
  '& a': { color: theme.vars.palette.primary.main },
}))

export function PlainPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useTranslation('frame')
  return (
    <Main>
      <title>{`${title} – ${t('dashboard')}`}</title>
      <h1>{title}</h1>
      {children}
    </Main>
  )
}

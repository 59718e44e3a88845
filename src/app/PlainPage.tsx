/** A page of a title and a few sentences. */
import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n/translation'
import styles from './app.module.css'

export function PlainPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useTranslation('frame')
  return (
    <main className={styles['page']}>
      <title>{`${title} – ${t('dashboard')}`}</title>
      <h1>{title}</h1>
      {children}
    </main>
  )
}

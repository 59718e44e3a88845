/** The page for an unknown address. */
import { useTranslation } from '@/i18n/translation'
import { Link } from 'react-router-dom'
import { PlainPage } from './PlainPage'

export function NotFoundPage() {
  const { t } = useTranslation('pages')
  return (
    <PlainPage title={t('notFound.title')}>
      <p>{t('notFound.text')}</p>
      <Link to="/">{t('notFound.back')}</Link>
    </PlainPage>
  )
}

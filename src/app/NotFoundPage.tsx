/** An address that is none of ours. */
import { useTranslation } from '@/i18n/translation'
import { Link } from 'react-router-dom'
import { PlainPage } from './PlainPage'

export function NotFoundPage() {
  const { t } = useTranslation('frame')
  return (
    <PlainPage title={t('notFound.title')}>
      <p>{t('notFound.text')}</p>
      <Link to="/">{t('notFound.back')}</Link>
    </PlainPage>
  )
}

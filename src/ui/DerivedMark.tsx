/** Marks a figure that is a sum of this page, not one of the server. */
import { useTranslation } from '@/i18n/translation'
import styles from './explained.module.css'

export function DerivedMark() {
  const { t } = useTranslation('common')
  return (
    <abbr className={styles['derived']} title={t('derived')}>
      Σ
    </abbr>
  )
}

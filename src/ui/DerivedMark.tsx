/** Marks a figure calculated by the dashboard. */
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

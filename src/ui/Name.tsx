/** A name from REGARDS: never translated, its writing direction does not affect the text around it, and an empty one is replaced by words. */
import { useTranslation } from '@/i18n/translation'
import styles from './explained.module.css'

function EmptyName() {
  const { t } = useTranslation('common')
  return <i className={styles['noName']}>{t('emptyName')}</i>
}

interface Props {
  readonly text: string
  /** Isolated from the direction of the words around it. */
  readonly isolate?: boolean
  /** An empty text is a name as well; elsewhere it is nothing at all. */
  readonly mayBeEmpty?: boolean
}

export function Name({ text, isolate = true, mayBeEmpty = false }: Props) {
  if (mayBeEmpty && text === '') return <EmptyName />
  return isolate ? <bdi translate="no">{text}</bdi> : <span translate="no">{text}</span>
}

/** Opens and closes the loss line of the drawer; the choice is remembered. */
import { useTranslation } from '@/i18n/translation'
import { usePreferences } from '@/stores/preferences'
import { PlainButton } from '@/ui/PlainButton'
import styles from '../session.module.css'

export function LossButton() {
  const { t } = useTranslation('session')
  const isOpen = usePreferences(({ losses }) => losses)
  const set = usePreferences(preferences => preferences.set)
  return (
    <PlainButton
      className={styles['losses'] ?? ''}
      look="inherited"
      aria-expanded={isOpen}
      onClick={() => set({ losses: !isOpen })}
    >
      {t('losses')}
    </PlainButton>
  )
}

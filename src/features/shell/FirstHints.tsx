/** Three hints for a first visit to the board: shown once in this browser, until they are closed or the page is left. */
import { useEffect } from 'react'
import { useTranslation } from '@/i18n/translation'
import { usePreferences } from '@/stores/preferences'
import { PlainButton } from '@/ui/PlainButton'
import styles from './hints.module.css'

export function FirstHints({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('hints')
  const set = usePreferences(preferences => preferences.set)
  const singleKeys = usePreferences(preferences => preferences.singleKeys)
  useEffect(() => set({ hintsSeen: true }), [set])
  return (
    <aside className={styles['hints']} aria-label={t('title')}>
      <ul>
        <li>{t('open')}</li>
        <li>{t('errors')}</li>
        {singleKeys && <li className={styles['keyboard']}>{t('keyboard')}</li>}
      </ul>
      <PlainButton onClick={onClose}>{t('close')}</PlainButton>
    </aside>
  )
}

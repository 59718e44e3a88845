/** Puts a text into the clipboard and says whether it got there. */
import { useTranslation } from 'react-i18next'
import { notify } from './notices'

/** Copies; `done` is what to say when it worked. */
export function useCopy(): (text: string, done: string) => void {
  const { t } = useTranslation('common')
  return (text, done) => {
    const copy = async () => {
      try {
        // Absent outside secure contexts, refused by some browsers' settings.
        await navigator.clipboard.writeText(text)
        notify({ tone: 'success', text: done })
      } catch {
        notify({ tone: 'error', text: t('copyFailed') })
      }
    }
    void copy()
  }
}

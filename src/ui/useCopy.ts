/** Puts a text into the clipboard and says whether it got there. */
import { useTranslation } from '@/i18n/translation'
import { copyKeys, copySelected } from './copy-selected'
import { notify } from './notices'

/** True when the browser has put the text into the clipboard. */
async function write(text: string): Promise<boolean> {
  const { clipboard } = navigator as { readonly clipboard?: Clipboard }
  // Absent outside secure contexts, refused by some browsers' settings.
  if (clipboard === undefined) return false
  try {
    await clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/**
 * Copies; `done` is what to say when it worked. Where the browser has no clipboard for the page, the text is shown and selected
 * besides, so that the keys that copy work whatever the browser did.
 */
export function useCopy(): (text: string, done: string) => void {
  const { t } = useTranslation('common')
  return (text, done) => {
    const copy = async () => {
      if (await write(text)) notify({ tone: 'success', text: done })
      else if (copySelected(text)) notify({ tone: 'success', text: done, copyable: text })
      else notify({ tone: 'info', text: t('copy.byHand', { keys: copyKeys() }), copyable: text })
    }
    void copy()
  }
}

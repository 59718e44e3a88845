/** Hints of a first visit, loaded after the first rows. */
import type { ComponentType } from 'react'
import { Suspense, lazy, useState } from 'react'
import { loadMessages } from '@/i18n/i18n'
import { usePreferences } from '@/stores/preferences'

type Part = ComponentType<{ readonly onClose: () => void }>

/** Hints that could not be loaded are left out. */
const FirstHints = lazy(async (): Promise<{ readonly default: Part }> => {
  try {
    const [{ FirstHints: hints }] = await Promise.all([import('@/features/shell/FirstHints'), loadMessages(['hints'])])
    return { default: hints }
  } catch {
    return { default: () => null }
  }
})

/** Nothing once they were seen; shown at once when Settings asks for them again. */
export function Hints({ isReady }: { readonly isReady: boolean }) {
  const areSeen = usePreferences(preferences => preferences.hintsSeen)
  const [isOpen, setOpen] = useState(false)
  if (isReady && !areSeen && !isOpen) setOpen(true)
  const close = () => {
    setOpen(false)
    // The button that had the focus is gone.
    document.getElementById('lists')?.focus({ preventScroll: true })
  }
  return <Suspense>{isOpen && <FirstHints onClose={close} />}</Suspense>
}

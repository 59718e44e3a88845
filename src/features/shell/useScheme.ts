/** The colours of the page: what the user chose, else the system's; as an attribute of the document, which every style sheet reads. */
import { useLayoutEffect } from 'react'
import { usePreferences } from '@/stores/preferences'
import { useMediaQuery } from '@/ui/useMediaQuery'

/** True while the page is dark. */
export function useIsDark(): boolean {
  const chosen = usePreferences(({ theme }) => theme)
  const isSystemDark = useMediaQuery('(prefers-color-scheme: dark)')
  return chosen === 'system' ? isSystemDark : chosen === 'dark'
}

/** Once in the page. public/first.js has set the same before. */
export function useScheme(): void {
  const isDark = useIsDark()
  useLayoutEffect(() => document.documentElement.setAttribute('data-color-scheme', isDark ? 'dark' : 'light'), [isDark])
}

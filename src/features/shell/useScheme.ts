/** The colours of the page: what the user chose, else the system's; as an attribute of the document, which every style sheet reads. */
import { useEffect, useLayoutEffect } from 'react'
import { usePreferences } from '@/stores/preferences'
import { useMediaQuery } from '@/ui/useMediaQuery'

/** True while the page is dark. */
export function useIsDark(): boolean {
  const chosen = usePreferences(({ theme }) => theme)
  const isSystemDark = useMediaQuery('(prefers-color-scheme: dark)')
  return chosen === 'system' ? isSystemDark : chosen === 'dark'
}

function show(isDark: boolean): void {
  const { style } = document.documentElement
  document.documentElement.setAttribute('data-color-scheme', isDark ? 'dark' : 'light')
  // Removes the background that public/first.js set: the body has its own now.
  style.backgroundColor = ''
}

/** Once in the page. public/first.js has set the same before. Paper is light. */
export function useScheme(): void {
  const isDark = useIsDark()
  useLayoutEffect(() => show(isDark), [isDark])
  useEffect(() => {
    const before = () => show(false)
    const after = () => show(isDark)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [isDark])
}

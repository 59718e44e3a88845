/** Providers, in order, around the routes. */
import { QueryClientProvider } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useEffect, useMemo } from 'react'
import { BrowserRouter } from 'react-router-dom'
import { TimeZoneContext } from '@/i18n/format'
import { useScheme } from '@/features/shell/useScheme'
import { browserLanguage, setLanguage } from '@/i18n/i18n'
import { useConfiguration } from '@/stores/configuration'
import { usePreferences } from '@/stores/preferences'
import { pageNow, useServerClock } from '@/stores/server-clock'
import { ErrorBoundary } from '@/ui/ErrorBoundary'
import { Announcer } from '@/ui/announce'
import { guardGestures } from '@/ui/gestures'
import { Notices } from '@/ui/notices'
import { guardTexts } from '@/ui/translated-text'
import { ClockContext, createTicker } from '@/ui/useNow'
import { DashboardRoutes } from './routes'

/** Words follow the user's choice, then config.json, then the browser. */
export function useChosenLanguage(): void {
  const chosen = usePreferences(preferences => preferences.language)
  const configured = useConfiguration(({ language }) => language)
  useEffect(() => void setLanguage(chosen ?? configured ?? browserLanguage()), [chosen, configured])
}

interface Props {
  readonly queryClient: QueryClient
  /** The path the application is served under. */
  readonly base: string
}

const ticker = createTicker(pageNow)

/** Ages on screen follow the page's own time and REGARDS' clock, never that of this computer. */
function Clocks({ children }: { readonly children: ReactNode }) {
  const serverOffset = useServerClock(({ offset }) => offset)
  const clocks = useMemo(() => ({ ticker, serverOffset }), [serverOffset])
  return <ClockContext value={clocks}>{children}</ClockContext>
}

export function App({ queryClient, base }: Props) {
  const timeZone = usePreferences(preferences => preferences.timeZone)
  useChosenLanguage()
  useScheme()
  useEffect(() => guardTexts(document.body), [])
  useEffect(guardGestures, [])
  return (
    <TimeZoneContext value={timeZone}>
      <Clocks>
        <QueryClientProvider client={queryClient}>
          <ErrorBoundary>
            <BrowserRouter basename={base}>
              <DashboardRoutes />
            </BrowserRouter>
          </ErrorBoundary>
          <Announcer />
          <Notices />
        </QueryClientProvider>
      </Clocks>
    </TimeZoneContext>
  )
}

/**
 * Every test of a page: DOM matchers, an empty simulated gateway, nothing else reachable, and stores, timers and globals as new.
 * Files share their modules (vite.config.ts): what a test changes goes back to what it was here, not in the test.
 */
import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'
import { setLanguage } from '@/i18n/i18n'
import { DEFAULT_CONFIGURATION, useConfiguration } from '@/stores/configuration'
import { useCredentials } from '@/stores/credentials'
import { resetServerClock } from '@/stores/server-clock'
import { forgetRun } from '@/stores/relaunch-run'
import { forgetSelection } from '@/stores/selected-sessions'
import { useForbidden } from '@/stores/forbidden'
import { useUnsentRelaunch } from '@/stores/unsent-relaunch'
import { forgetWatches } from '@/stores/watches'
import { forgetPlaces } from '@/stores/places'
import { DEFAULT_PREFERENCES, usePreferences } from '@/stores/preferences'
import { emptyWorld, simulator } from '@tests/support/simulator'

// Two cores, shared: how long something takes is never what is tested.
configure({ asyncUtilTimeout: 10_000 })

beforeEach(async () => {
  simulator.use(emptyWorld())
  // The closer looks at sources come by themselves: only tests about them want them.
  useConfiguration.setState({ ...DEFAULT_CONFIGURATION, sourceChecks: false })
  await setLanguage('en')
})

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  useCredentials.getState().signOut()
  useUnsentRelaunch.getState().discard()
  useForbidden.getState().clear()
  forgetPlaces()
  forgetSelection()
  forgetRun()
  forgetWatches()
  resetServerClock()
  usePreferences.setState(DEFAULT_PREFERENCES)
  localStorage.clear()
  sessionStorage.clear()
  window.history.replaceState(null, '', '/')
})

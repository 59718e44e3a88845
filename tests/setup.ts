/** Every test: DOM matchers, one simulated gateway in process, nothing else reachable, and stores as new. */
import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { setLanguage } from '@/i18n/i18n'
import type { Simulator } from '@simulator/node'
import { startSimulator } from '@simulator/node'
import { World } from '@simulator/world'
import { DEFAULT_CONFIGURATION, useConfiguration } from '@/stores/configuration'
import { useCredentials } from '@/stores/credentials'
import { resetServerClock } from '@/stores/server-clock'
import { useForbidden } from '@/stores/forbidden'
import { useUnsentRelaunch } from '@/stores/unsent-relaunch'
import { forgetPlaces } from '@/stores/places'
import { DEFAULT_PREFERENCES, usePreferences } from '@/stores/preferences'

// Two cores, shared: how long something takes is never what is tested.
configure({ asyncUtilTimeout: 10_000 })

const EMPTY = { fill: () => undefined }

export let simulator: Simulator

beforeAll(() => {
  simulator = startSimulator(new World(EMPTY))
})

beforeEach(async () => {
  simulator.use(new World(EMPTY))
  // The closer looks at sources come by themselves: only tests about them want them.
  useConfiguration.setState({ ...DEFAULT_CONFIGURATION, sourceChecks: false })
  await setLanguage('en')
})

afterEach(() => {
  cleanup()
  useCredentials.getState().signOut()
  useUnsentRelaunch.getState().discard()
  useForbidden.getState().clear()
  forgetPlaces()
  resetServerClock()
  usePreferences.setState(DEFAULT_PREFERENCES)
  localStorage.clear()
  sessionStorage.clear()
  window.history.replaceState(null, '', '/')
})

afterAll(() => simulator.stop())

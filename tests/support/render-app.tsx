/** The whole application at an address, over a world: the real routes, queries and services. */
import { act, render } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import userEvent from '@testing-library/user-event'
import { App } from '@/app/App'
import { connectServices } from '@/app/connect-services'
import { createQueryClient } from '@/app/query-client'
import { obtainToken } from '@/services/rs-authentication'
import { PASSWORD } from '@simulator/accounts'
import { World } from '@simulator/world'
import { useConfiguration } from '@/stores/configuration'
import { useCredentials } from '@/stores/credentials'
import { usePreferences } from '@/stores/preferences'
import { simulator } from './simulator'

export type Account = 'operator' | 'administrator' | 'lead' | 'night'

export interface AppOptions {
  readonly world?: World
  /** With its query, such as `/?source=A`. */
  readonly url?: string
  /** No user by default. */
  readonly signedIn?: Account
  /** The hints of a first visit were not shown yet. */
  readonly isFirstVisit?: boolean
}

export interface RenderedApp {
  readonly user: UserEvent
  readonly world: World
}

/** Signs an account in as the sign-in page would. */
export async function signInAs(account: Account): Promise<void> {
  const { client } = useConfiguration.getState()
  const token = await obtainToken({ project: 'demo', username: `${account}@example.org`, password: PASSWORD }, client)
  useCredentials.getState().signIn(token)
}

export async function renderApp({
  world = new World(),
  url = '/',
  signedIn,
  isFirstVisit = false,
}: AppOptions = {}): Promise<RenderedApp> {
  if (!isFirstVisit) usePreferences.setState({ hintsSeen: true })
  simulator.use(world)
  window.history.replaceState(null, '', url)
  useConfiguration.setState({ gateway: 'http://localhost' })
  connectServices()
  if (signedIn !== undefined) {
    await signInAs(signedIn)
    world.forgetRequests()
  }
  const user = userEvent.setup()
  await act(async () => {
    render(<App queryClient={createQueryClient()} base="/" />)
    await Promise.resolve()
  })
  return { user, world }
}

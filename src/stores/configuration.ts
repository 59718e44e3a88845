/** What config.json said, read once before the first render (app/run-time-config.ts). */
import { create } from 'zustand'

export interface Configuration {
  /** Origin and optional path of the gateway, without /api/v1; empty for the page's own origin. */
  readonly gateway: string
  /** Projects proposed at sign-in, besides the public ones. */
  readonly projects: readonly string[]
  /** What REGARDS clients call themselves (README.md 3.1 of the contract). */
  readonly client: { readonly user: string; readonly secret: string }
  /** The REGARDS administration, without a slash at its end. */
  readonly adminUiUrl: string | undefined
  readonly language: 'en' | 'fr' | undefined
  /** Seconds, until the user chooses. */
  readonly autoRefresh: number | undefined
  /** Where the token is kept: in the tab over a reload, or in memory only. */
  readonly token: 'session' | 'memory'
}

export const DEFAULT_CONFIGURATION: Configuration = {
  gateway: '',
  projects: [],
  client: { user: 'client', secret: 'secret' },
  adminUiUrl: undefined,
  language: undefined,
  autoRefresh: undefined,
  token: 'session',
}

export const useConfiguration = create<Configuration>()(() => DEFAULT_CONFIGURATION)

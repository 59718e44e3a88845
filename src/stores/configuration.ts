/** What config.json said, read once before the first render (app/run-time-config.ts). */
import { create } from 'zustand'
import type { Language } from '@/domain/languages'

/** Pages of the REGARDS guide in the help menu. */
export const HELP_PAGES = ['dashboard', 'acquisition', 'oais', 'geojson', 'storages', 'crawling'] as const
type HelpPage = (typeof HELP_PAGES)[number]

export interface Configuration {
  /** Origin and optional path of the gateway, without /api/v1; empty for the page's own origin. */
  readonly gateway: string
  /** Projects proposed at sign-in, besides the public ones. */
  readonly projects: readonly string[]
  /** What REGARDS clients call themselves (docs/regards-api/README.md 3.1). */
  readonly client: { readonly user: string; readonly secret: string }
  /** The REGARDS administration, without a slash at its end. */
  readonly adminUiUrl: string | undefined
  readonly language: Language | undefined
  /** Seconds, until the user chooses. */
  readonly autoRefresh: number | undefined
  /** Where the token is kept: in the tab over a reload, or in memory only. */
  readonly token: 'session' | 'memory'
  /** Sources that are Ok are checked when idle: one request each, again only after a change. */
  readonly sourceChecks: boolean
  readonly helpLinks: Readonly<Record<HelpPage, string>>
}

/** The public guide of REGARDS. */
const GUIDE = 'https://regardsoss.github.io/docs/user-guide'

export const DEFAULT_CONFIGURATION: Configuration = {
  gateway: '',
  projects: [],
  client: { user: 'client', secret: 'secret' },
  adminUiUrl: undefined,
  language: undefined,
  autoRefresh: undefined,
  token: 'session',
  sourceChecks: true,
  helpLinks: {
    dashboard: `${GUIDE}/monitoring/dashboard`,
    acquisition: `${GUIDE}/import-data/scanned-files/introduction`,
    oais: `${GUIDE}/import-data/oais-files/introduction`,
    geojson: `${GUIDE}/import-data/fem/introduction`,
    storages: `${GUIDE}/project-configuration/storages`,
    crawling: `${GUIDE}/crawler/monitor-crawling`,
  },
}

export const useConfiguration = create<Configuration>()(() => DEFAULT_CONFIGURATION)

/** The user's settings in this browser, kept between visits; no server data and nothing of the address. */
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import type { Language } from '@/domain/languages'
import { LANGUAGE_CODES } from '@/domain/languages'
import { basePath } from './base-path'

export interface PreferenceValues {
  readonly theme: 'system' | 'light' | 'dark'
  /** Undefined: the browser's, or that of config.json. */
  readonly language: Language | undefined
  /** Seconds between two rounds; 0 for off, undefined for the value of config.json. */
  readonly autoRefresh: number | undefined
  readonly density: 'compact' | 'comfortable'
  readonly timeZone: 'local' | 'utc'
  /** Single-key shortcuts are on. */
  readonly singleKeys: boolean
  /** Changes are announced to screen readers. */
  readonly announcements: boolean
  /** After so many minutes without a change a running step is flagged. */
  readonly noNewsMinutes: number
  /** The separator of CSV files; `language` for the default of the language. */
  readonly csvSeparator: 'language' | ',' | ';' | '\t'
  /** Share of the width that the sources have. */
  readonly split: number
  /** In pixels. */
  readonly drawerHeight: number
  /** Types of the cards whose counters at zero are shown. */
  readonly zeros: readonly string[]
  /** The loss line of a session is open. */
  readonly losses: boolean
  /** Sources show their last sessions. */
  readonly pulse: boolean
  /** The hints of a first visit were shown. */
  readonly hintsSeen: boolean
  /** A tone says that a watch has ended. */
  readonly watchSound: boolean
}

interface Preferences extends PreferenceValues {
  readonly set: (change: Partial<PreferenceValues>) => void
}

export const CSV_SEPARATOR_CHOICES = [
  'language',
  ',',
  ';',
  '\t',
] as const satisfies readonly PreferenceValues['csvSeparator'][]

export const AUTO_REFRESH_CHOICES = [0, 10, 30, 60] as const

export const DEFAULT_PREFERENCES: PreferenceValues = {
  theme: 'system',
  language: undefined,
  autoRefresh: undefined,
  density: 'compact',
  timeZone: 'local',
  singleKeys: true,
  announcements: true,
  noNewsMinutes: 30,
  csvSeparator: 'language',
  split: 0.44,
  // The cards of an ordinary session fit in it, and a line about them.
  drawerHeight: 472,
  zeros: [],
  losses: false,
  pulse: true,
  hintsSeen: false,
  watchSound: false,
}

const isOneOf =
  (...values: readonly unknown[]) =>
  (value: unknown) =>
    values.includes(value)
const isListOfTexts = (value: unknown) => Array.isArray(value) && value.every(one => typeof one === 'string')
const isBetween = (low: number, high: number) => (value: unknown) =>
  typeof value === 'number' && value >= low && value <= high

const IS_VALID: Readonly<Record<keyof PreferenceValues, (value: unknown) => boolean>> = {
  theme: isOneOf('system', 'light', 'dark'),
  language: isOneOf(...LANGUAGE_CODES, undefined),
  autoRefresh: isOneOf(...AUTO_REFRESH_CHOICES),
  density: isOneOf('compact', 'comfortable'),
  timeZone: isOneOf('local', 'utc'),
  singleKeys: isOneOf(true, false),
  announcements: isOneOf(true, false),
  noNewsMinutes: isBetween(1, 10_080),
  csvSeparator: isOneOf(...CSV_SEPARATOR_CHOICES),
  split: isBetween(0.1, 0.9),
  drawerHeight: isBetween(120, 10_000),
  zeros: isListOfTexts,
  losses: isOneOf(true, false),
  pulse: isOneOf(true, false),
  hintsSeen: isOneOf(true, false),
  watchSound: isOneOf(true, false),
}

/** The usable values of a stored text: a damaged value is replaced by its default, the others are kept. */
export function readPreferences(stored: unknown): Partial<PreferenceValues> {
  if (typeof stored !== 'object' || stored === null) return {}
  const isKnown = (name: string): name is keyof PreferenceValues => Object.hasOwn(IS_VALID, name)
  return Object.fromEntries(Object.entries(stored).filter(([name, value]) => isKnown(name) && IS_VALID[name](value)))
}

/**
 * Also read by public/first.js, before anything is drawn and before config.json has named a gateway: a choice of how
 * the page looks belongs to the path alone, and says nothing of any archive.
 */
export const PREFERENCES_KEY = `regards-dashboard-preferences ${basePath()}`

/** What all dashboards of a host shared before: taken over once, and left for the others that have not been opened since. */
const SHARED_KEY = 'regards-dashboard'

function takeOverShared(name: string): string | null {
  const shared = localStorage.getItem(SHARED_KEY)
  if (shared !== null) localStorage.setItem(name, shared)
  return shared
}

/** Without storage, or with a full one, a setting is not remembered, but still applies. */
const storage = createJSONStorage<Partial<PreferenceValues>>(() => ({
  getItem: name => {
    try {
      return localStorage.getItem(name) ?? takeOverShared(name)
    } catch {
      return null
    }
  },
  setItem: (name, text) => {
    try {
      localStorage.setItem(name, text)
    } catch {
      // The setting lasts as long as the page.
    }
  },
  removeItem: name => localStorage.removeItem(name),
}))

export const usePreferences = create<Preferences>()(
  persist(set => ({ ...DEFAULT_PREFERENCES, set: change => set(change) }), {
    name: PREFERENCES_KEY,
    version: 1,
    storage,
    // Every value is checked on its own, whichever version stored it.
    migrate: readPreferences,
    merge: (stored, current) => ({ ...current, ...readPreferences(stored) }),
  }),
)

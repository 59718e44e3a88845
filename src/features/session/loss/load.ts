/** Fetches the loss line and its words: when it is opened, or with the drawer where it was open before. */
import type { ComponentType } from 'react'
import { loadMessages } from '@/i18n/i18n'
import { usePreferences } from '@/stores/preferences'
import type { LossPanelProps } from './LossPanel'

type Panel = ComponentType<LossPanelProps>

let loaded: Panel | undefined

export async function loadLosses(): Promise<{ readonly default: Panel }> {
  const [{ LossPanel }] = await Promise.all([import('./LossPanel'), loadMessages(['loss'])])
  loaded = LossPanel
  return { default: LossPanel }
}

/** The panel, once it is there: drawn in place at once. */
export const panelAtHand = () => loaded

/** Where it was open before, it comes with the drawer: nothing jumps. If it cannot be loaded, its place says so. */
export async function lossesAtHand(): Promise<void> {
  if (usePreferences.getState().losses) await loadLosses().catch(() => undefined)
}

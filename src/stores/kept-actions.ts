/** The actions sent in this tab, as text: restored after a reload, for the same user only; none with `"token": "memory"`. */
import { useConfiguration } from './configuration'
import { storageKey } from './storage-key'

const KIND = 'actions'

/** @param owner project and user */
export function keepActions(owner: string, text: string): void {
  if (useConfiguration.getState().token === 'memory') return
  try {
    sessionStorage.setItem(storageKey(KIND), JSON.stringify({ owner, text }))
  } catch {
    // Storage refused or full: a reload then forgets the actions.
  }
}

/** What the tab kept for this user; undefined for nothing, or for another user. */
export function keptActions(owner: string): string | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storageKey(KIND)) ?? 'null')
    if (typeof kept !== 'object' || kept === null || !('owner' in kept) || !('text' in kept)) return undefined
    return kept.owner === owner && typeof kept.text === 'string' ? kept.text : undefined
  } catch {
    return undefined
  }
}

export function forgetActions(): void {
  try {
    sessionStorage.removeItem(storageKey(KIND))
  } catch {
    // What cannot be removed was not stored either.
  }
}

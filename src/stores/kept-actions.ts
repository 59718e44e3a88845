/** What was ordered in this tab, as text: read again after a reload, by the same user only; nothing with `"token": "memory"`. */
import { useConfiguration } from './configuration'
import { storageKey } from './storage-key'

const KIND = 'actions'

/** @param owner project and user */
export function keepActions(owner: string, text: string): void {
  if (useConfiguration.getState().token === 'memory') return
  try {
    sessionStorage.setItem(storageKey(KIND), JSON.stringify({ owner, text }))
  } catch {
    // Storage refused or full: a reload then forgets what was ordered.
  }
}

/** What this user's tab kept; undefined for nothing, or for what somebody else kept. */
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
    // What cannot be removed could not be kept either.
  }
}

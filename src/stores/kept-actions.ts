/** What was ordered in this tab, as text: read again after a reload, by the same user only; nothing with `"token": "memory"`. */
import { useConfiguration } from './configuration'

const KEY = 'regards-dashboard-actions'

/** @param owner project and user */
export function keepActions(owner: string, text: string): void {
  if (useConfiguration.getState().token === 'memory') return
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ owner, text }))
  } catch {
    // Storage refused or full: a reload then forgets what was ordered.
  }
}

/** What this user's tab kept; undefined for nothing, or for what somebody else kept. */
export function keptActions(owner: string): string | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    if (typeof kept !== 'object' || kept === null || !('owner' in kept) || !('text' in kept)) return undefined
    return kept.owner === owner && typeof kept.text === 'string' ? kept.text : undefined
  } catch {
    return undefined
  }
}

export function forgetActions(): void {
  try {
    sessionStorage.removeItem(KEY)
  } catch {
    // What cannot be removed could not be kept either.
  }
}

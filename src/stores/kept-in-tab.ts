/** What the tab keeps of its work over a reload: for the same user only; nothing with `"token": "memory"`. */
import { isFields } from '@/domain/shapes'
import { useConfiguration } from './configuration'
import { storageKey } from './storage-key'
import { removeKept } from './tab-storage'

export function keepInTab(kind: string, owner: string, value: unknown): void {
  if (useConfiguration.getState().token === 'memory') return
  try {
    sessionStorage.setItem(storageKey(kind), JSON.stringify({ owner, [kind]: value }))
  } catch {
    // Storage refused or full: a reload then forgets it, and takes up none as it was before.
    removeKept(kind)
  }
}

/** What this user's tab kept, as it was written; undefined for nothing, or for what somebody else kept. */
export function keptInTab(kind: string, owner: string): unknown {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storageKey(kind)) ?? 'null')
    return isFields(kept) && kept['owner'] === owner ? kept[kind] : undefined
  } catch {
    return undefined
  }
}

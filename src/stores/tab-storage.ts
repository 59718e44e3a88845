/** Whether the tab has kept something over a reload: without the code that reads it. */
import { storageKey } from './storage-key'

export function isKept(kind: string): boolean {
  try {
    return sessionStorage.getItem(storageKey(kind)) !== null
  } catch {
    return false
  }
}

export function removeKept(kind: string): void {
  try {
    sessionStorage.removeItem(storageKey(kind))
  } catch {
    // What cannot be removed could not be kept either.
  }
}

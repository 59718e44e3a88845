/** The run of relaunches of this tab, and what a reload finds of it: for the same user only; nothing with `"token": "memory"`. */
import { create } from 'zustand'
import type { Run } from '@/domain/relaunch-run'
import { useConfiguration } from './configuration'
import { storageKey } from './storage-key'

interface RunStore {
  readonly run: Run | undefined
  /** Project and user it belongs to: nobody else sees it. */
  readonly owner: string
  /** Its results are shown over the page. */
  readonly isShown: boolean
}

const NONE: RunStore = { run: undefined, owner: '', isShown: false }

export const useRelaunchRun = create<RunStore>()(() => NONE)

const KIND = 'run'

export function keepRun(owner: string, run: Run): void {
  if (useConfiguration.getState().token === 'memory') return
  try {
    sessionStorage.setItem(storageKey(KIND), JSON.stringify({ owner, run }))
  } catch {
    // Storage refused or full: a reload then forgets the run, and takes up none as it was before.
    removeKept()
  }
}

/** What this user's tab kept, as it was written; undefined for nothing, or for what somebody else kept. */
export function keptRun(owner: string): unknown {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storageKey(KIND)) ?? 'null')
    if (typeof kept !== 'object' || kept === null || !('owner' in kept) || !('run' in kept)) return undefined
    return kept.owner === owner ? kept.run : undefined
  } catch {
    return undefined
  }
}

function removeKept(): void {
  try {
    sessionStorage.removeItem(storageKey(KIND))
  } catch {
    // What cannot be removed could not be kept either.
  }
}

/** Nothing of it stays, here and in the tab. */
export function forgetRun(): void {
  useRelaunchRun.setState(NONE)
  removeKept()
}

/** The run of relaunches of this tab. */
import { create } from 'zustand'
import type { Run } from '@/domain/relaunch-run'
import { removeKept } from './tab-storage'

interface RunStore {
  readonly run: Run | undefined
  /** Project and user it belongs to: nobody else sees it. */
  readonly owner: string
  /** Its results are shown over the page. */
  readonly isShown: boolean
}

/** What the tab keeps it as (stores/kept-in-tab.ts). */
export const RUN_KIND = 'run'

const NONE: RunStore = { run: undefined, owner: '', isShown: false }

export const useRelaunchRun = create<RunStore>()(() => NONE)

/** Nothing of it stays, here and in the tab. */
export function forgetRun(): void {
  useRelaunchRun.setState(NONE)
  removeKept(RUN_KIND)
}

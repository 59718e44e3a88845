/** A relaunch that met a refused token: shown as not sent, and sent only by a new click. */
import { create } from 'zustand'
import type { RequestType } from '@/domain/request-type'
import type { SessionRef } from '@/domain/session'
import type { RelaunchableStepId } from '@/domain/step-catalogue'

export interface UnsentRelaunch {
  readonly ref: SessionRef
  readonly stepId: RelaunchableStepId
  readonly only?: readonly RequestType[]
  /** Project and user: no other user may send it. */
  readonly owner: string
}

interface UnsentRelaunchStore {
  readonly relaunch: UnsentRelaunch | undefined
  readonly hold: (relaunch: UnsentRelaunch) => void
  readonly discard: () => void
}

export const useUnsentRelaunch = create<UnsentRelaunchStore>()(set => ({
  relaunch: undefined,
  hold: relaunch => set({ relaunch }),
  discard: () => set({ relaunch: undefined }),
}))

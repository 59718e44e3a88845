/** What this tab watches, and what its title and icon say of it. */
import { create } from 'zustand'
import type { BoardWatch } from '@/domain/watching'
import { removeKept } from './tab-storage'

interface Watches {
  /** The oldest first; those that have ended stay until they are dismissed. */
  readonly watches: readonly BoardWatch[]
  /** Project and user they belong to: nobody else sees them. */
  readonly owner: string
  /** Before the title of the tab. */
  readonly title: string
  /** What the name of the tab's icon has more than its own (public/favicon.svg). */
  readonly icon: '' | '-watching' | '-ended'
}

/** What the tab keeps them as (stores/kept-in-tab.ts). */
export const WATCHES_KIND = 'watches'

const NONE: Watches = { watches: [], owner: '', title: '', icon: '' }

export const useWatches = create<Watches>()(() => NONE)

/** Nothing of them stays, here and in the tab. */
export function forgetWatches(): void {
  useWatches.setState(NONE)
  removeKept(WATCHES_KIND)
}

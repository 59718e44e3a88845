/** What only an empty or a cut list shows: loaded when it is needed, or in the idle moment before. */
import { loadMessages } from '@/i18n/i18n'
import { lazyPart } from '@/ui/lazy-mui'
import type { EmptyListProps } from './EmptyList'
import type { ListNotesProps } from './ListNotes'

/** Fetches them, with their words. */
export async function loadListParts() {
  const [{ EmptyList: empty }, { ListNotes: notes }] = await Promise.all([
    import('./EmptyList'),
    import('./ListNotes'),
    loadMessages(['lists']),
  ])
  return { empty, notes }
}

export const EmptyList = lazyPart<EmptyListProps>(async () => ({ default: (await loadListParts()).empty }))
export const ListNotes = lazyPart<ListNotesProps>(async () => ({ default: (await loadListParts()).notes }))

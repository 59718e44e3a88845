/** The view of the board in the order each list was last sorted by, where the address says none. */
import { useEffect, useMemo } from 'react'
import type { BoardView, Sort } from '@/domain/board-view'
import { SESSION_SORTS, SOURCE_SORTS } from '@/domain/board-view'
import { choiceNow, keepChoice } from '@/stores/list-choices'
import { useOwner } from '@/stores/credentials'
import { readSort, sortText } from '@/url/board-url'
import type { UpdateView } from '@/url/useBoardView'
import { useBoardView } from '@/url/useBoardView'
import { LATEST_FIRST } from './next-sort'

/** The same view where nothing is missing. */
function sorted(view: BoardView): BoardView {
  const sourceSort = view.sourceSort ?? readSort(SOURCE_SORTS, choiceNow('sources').sort)
  const sessionSort = view.sessionSort ?? readSort(SESSION_SORTS, choiceNow('sessions').sort)
  if (sourceSort === view.sourceSort && sessionSort === view.sessionSort) return view
  return { ...view, ...(sourceSort && { sourceSort }), ...(sessionSort && { sessionSort }) }
}

/** Keeps the sort that was chosen for the next address without one; REGARDS' own needs no keeping. */
export function keepSort(list: 'sources' | 'sessions', sort: Sort<string>): void {
  const text = sortText(sort)
  keepChoice(list, { sort: text === sortText(LATEST_FIRST) ? undefined : text })
}

/** As `useBoardView`; the address comes to say the kept sort too, so that a link carries it. */
export function useSortedView(): readonly [BoardView, UpdateView] {
  const [view, updateView] = useBoardView()
  const owner = useOwner()
  const filled = useMemo(() => (owner === '' ? view : sorted(view)), [view, owner])
  useEffect(() => {
    if (filled !== view) updateView(sorted, { replace: true })
  }, [filled, view, updateView])
  return [filled, updateView]
}

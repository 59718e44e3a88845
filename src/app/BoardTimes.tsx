/** What has to do with time on the board: the range of time of the sessions, and what changed since the last look. */
import { createPortal } from 'react-dom'
import type { BoardView } from '@/domain/board-view'
import { setFilters } from '@/domain/board-view'
import { sessionQuestion } from '@/features/browse/useLists'
import { RangeFilter } from '@/features/filters/RangeFilter'
import { SeenLine } from '@/features/seen/SeenLine'
import { useChanges } from '@/stores/changes'
import type { UpdateView } from '@/url/useBoardView'

export interface BoardTimesProps {
  readonly view: BoardView
  readonly updateView: UpdateView
}

export function BoardTimes({ view, updateView }: BoardTimesProps) {
  const place = useChanges(changes => changes.rangePlace)
  const question = sessionQuestion(setFilters(view, { sessionState: undefined }))
  const range = <RangeFilter view={view} updateView={updateView} question={question} />
  return (
    <>
      <SeenLine isFiltered={view.filters.sessionState?.includes('changed') === true} />
      {place && createPortal(range, place)}
    </>
  )
}

/** What is done with the sessions that are selected in the list: its code comes when selecting begins. */
import { Suspense } from 'react'
import { sessionQuestion } from '@/features/browse/useLists'
import type { BoardView } from '@/domain/board-view'
import type { Session } from '@/domain/session'
import { loadSelectionTools } from '@/features/relaunch-many/load'
import type { SparseList } from '@/queries/useSparseList'
import { useSelectedSessions } from '@/stores/selected-sessions'
import { lazyWithWatch } from './watch'

const SelectionParts = lazyWithWatch(async () => {
  const [{ SelectionParts: parts }] = await Promise.all([import('./SelectionParts'), loadSelectionTools()])
  return { default: parts }
})

interface Props {
  readonly view: BoardView
  readonly list: SparseList<Session>
}

export function SelectedSessions({ view, list }: Props) {
  const isOn = useSelectedSessions(selection => selection.isOn)
  if (!isOn) return null
  const { rows, answeredAt, total } = list
  return (
    <Suspense>
      <SelectionParts question={sessionQuestion(view)} rows={rows} answeredAt={answeredAt} total={total} />
    </Suspense>
  )
}

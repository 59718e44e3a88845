/** What is done with the sessions that are selected in the list: its code comes when selecting begins. */
import { Suspense } from 'react'
import { sessionQuestion } from '@/features/browse/useLists'
import type { BoardView } from '@/domain/board-view'
import type { Session } from '@/domain/session'
import { loadSelectionTools } from '@/features/relaunch-many/load'
import { loadDeletionOf } from '@/features/session/load-dialogs'
import type { SparseList } from '@/queries/useSparseList'
import { useSelectedSessions } from '@/stores/selected-sessions'
import { lazyMui } from '@/ui/lazy-mui'
import { Watch } from './watch'

const SelectionTools = lazyMui(loadSelectionTools)
const DeletionDialog = lazyMui(loadDeletionOf)

function Deletion(props: { readonly session: Session; readonly onClose: () => void }) {
  return (
    <Suspense>
      <DeletionDialog {...props} />
    </Suspense>
  )
}

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
      <SelectionTools
        question={sessionQuestion(view)}
        rows={rows}
        answeredAt={answeredAt}
        total={total}
        Deletion={Deletion}
        Watch={Watch}
      />
    </Suspense>
  )
}

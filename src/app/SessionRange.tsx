/** Where the range of time is chosen: its place is kept while its code is not there yet. */
import { Suspense } from 'react'
import type { BoardView } from '@/domain/board-view'
import { setFilters } from '@/domain/board-view'
import { sessionQuestion } from '@/features/browse/useLists'
import { loadRangeFilter } from '@/features/filters/load'
import { lazyPart } from '@/ui/lazy-mui'
import type { UpdateView } from '@/url/useBoardView'
import styles from './app.module.css'

const RangeFilter = lazyPart(loadRangeFilter)

interface Props {
  readonly view: BoardView
  readonly updateView: UpdateView
  /** The first rows are there. */
  readonly isReady: boolean
}

export function SessionRange({ view, updateView, isReady }: Props) {
  const question = sessionQuestion(setFilters(view, { sessionState: undefined }))
  return (
    <span className={styles['range']}>
      <Suspense>{isReady && <RangeFilter view={view} updateView={updateView} question={question} />}</Suspense>
    </span>
  )
}

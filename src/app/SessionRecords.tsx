/** The list behind a "See ..." of the open session: its code at hand before a click, its focus given back after it. */
import { useQuery } from '@tanstack/react-query'
import { Suspense, useEffect, useRef } from 'react'
import type { BoardView } from '@/domain/board-view'
import { closeRecords, openSession, showRecords } from '@/domain/board-view'
import type { SessionRef } from '@/domain/session'
import { loadRecords } from '@/features/records/load'
import { loadDrawer } from '@/features/session/load'
import { sessionByIdQuery, useIsMissing } from '@/queries/board'
import { ErrorBoundary } from '@/ui/ErrorBoundary'
import type { UpdateView } from '@/url/useBoardView'
import { lazyMui } from '@/ui/lazy-mui'

/** Drawn after the drawer: of two dialogs the later one is on top. */
const RecordsDialog = lazyMui(async () => {
  await loadDrawer()
  return loadRecords()
})

/** Preloaded after the drawer and its dialogs. */
function useRecordsAtHand(isDrawerOpen: boolean): void {
  useEffect(() => {
    if (!isDrawerOpen) return
    const timer = setTimeout(() => void loadRecords(), 1000)
    return () => clearTimeout(timer)
  }, [isDrawerOpen])
}

/** The button that opened the list may be gone, or may never have been: then the session has the focus. */
function useFocusBack(list: string | undefined): void {
  const before = useRef(list)
  useEffect(() => {
    const closed = before.current
    before.current = list
    if (list !== undefined || closed === undefined || document.activeElement !== document.body) return
    const place =
      document.querySelector<HTMLElement>(`[data-opens~="${closed}"]`) ??
      document.querySelector<HTMLElement>('[data-drawer] h2')
    place?.focus()
  }, [list])
}

/** The open session's names; of a link that has only its id, once REGARDS has answered. */
function useOpenSession(view: BoardView): SessionRef | undefined {
  const named = openSession(view)
  const { data } = useQuery({
    ...sessionByIdQuery(view.id ?? 0),
    enabled: named === undefined && view.id !== undefined,
  })
  return named ?? (data && view.id !== undefined ? { source: data.source, name: data.name } : undefined)
}

interface Props {
  readonly view: BoardView
  readonly isDrawerDrawn: boolean
  readonly updateView: UpdateView
}

export function SessionRecords({ view, isDrawerDrawn, updateView }: Props) {
  const ref = useOpenSession(view)
  const isMissing = useIsMissing(ref)
  // For a missing session the drawer shows the message, not an empty list.
  const records = ref === undefined || !isDrawerDrawn || isMissing ? undefined : view.records
  useRecordsAtHand(ref !== undefined)
  useFocusBack(records?.list)
  if (ref === undefined || records === undefined) return null
  return (
    <ErrorBoundary of={JSON.stringify([ref, records])}>
      <Suspense>
        <RecordsDialog
          sessionRef={ref}
          records={records}
          onShow={next => updateView(now => showRecords(now, next), { replace: true })}
          onArrange={next => updateView(now => showRecords(now, next))}
          onClose={() => updateView(closeRecords)}
        />
      </Suspense>
    </ErrorBoundary>
  )
}

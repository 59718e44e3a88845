/** The causes of errors across sessions, opened from the list of sessions: from a cause to the preview of relaunching its sessions. */
import { Suspense, useEffect } from 'react'
import type { BoardView } from '@/domain/board-view'
import { sessionQuestion } from '@/features/browse/useLists'
import { loadIncident } from '@/features/incident/load'
import { loadPreview } from '@/features/relaunch-many/load'
import type { SeenSession } from '@/stores/selected-sessions'
import { ErrorBoundary } from '@/ui/ErrorBoundary'
import { lazyMui } from '@/ui/lazy-mui'

const IncidentDialog = lazyMui(loadIncident)
const PreviewDialog = lazyMui(loadPreview)

function Preview(props: { readonly selected: readonly SeenSession[]; readonly onClose: () => void }) {
  return (
    <Suspense>
      <PreviewDialog {...props} />
    </Suspense>
  )
}

/** What opened the dialog may be gone, or was never there: then the lists have the focus. */
function useFocusAfter(): void {
  useEffect(
    () => () => {
      setTimeout(() => {
        if (document.activeElement === document.body) document.getElementById('lists')?.focus()
      })
    },
    [],
  )
}

export function CausesOfErrors({ view }: { readonly view: BoardView }) {
  useFocusAfter()
  return (
    <ErrorBoundary of="causes">
      <Suspense>
        <IncidentDialog view={view} question={sessionQuestion(view)} Preview={Preview} />
      </Suspense>
    </ErrorBoundary>
  )
}

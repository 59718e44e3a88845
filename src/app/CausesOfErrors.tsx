/** The causes of errors across sessions: opened from the list of sessions; its code comes then. */
import { Suspense, useEffect } from 'react'
import type { BoardView } from '@/domain/board-view'
import { sessionQuestion } from '@/features/browse/useLists'
import { loadIncident } from '@/features/incident/load'
import { loadPreview } from '@/features/relaunch-many/load'
import type { SeenSession } from '@/stores/selected-sessions'
import { ErrorBoundary } from '@/ui/ErrorBoundary'
import { lazyMui } from '@/ui/lazy-mui'
import { useIncidentEntry } from '@/url/useIncidentEntry'

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
function FocusAfter() {
  useEffect(
    () => () => {
      setTimeout(() => {
        if (document.activeElement === document.body) document.getElementById('lists')?.focus()
      })
    },
    [],
  )
  return null
}

export function CausesOfErrors({ view }: { readonly view: BoardView }) {
  const [kept] = useIncidentEntry()
  if (kept === undefined) return null
  return (
    <ErrorBoundary of="causes">
      <Suspense>
        <FocusAfter />
        <IncidentDialog view={view} question={sessionQuestion(view)} Preview={Preview} />
      </Suspense>
    </ErrorBoundary>
  )
}

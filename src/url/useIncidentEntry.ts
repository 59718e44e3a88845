/** The dialog of causes across sessions, kept with an entry of the tab's history: Back and a reload return to it, and no link carries it. */
import { useLocation, useNavigate } from 'react-router-dom'

/**
 * What is kept there, undefined where the dialog is closed, and the change of it: of this entry, or for a new one, so that
 * Back returns to the one before.
 */
export function useIncidentEntry(): readonly [kept: unknown, keep: (causes?: unknown, isSameEntry?: boolean) => void] {
  const { state } = useLocation() as { readonly state: { readonly causes?: unknown } | null }
  const navigate = useNavigate()
  return [
    state?.causes,
    (causes, replace = false) => void navigate({ search: window.location.search }, { replace, state: { causes } }),
  ]
}

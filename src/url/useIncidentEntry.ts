/** The dialog of causes across sessions, kept with an entry of the tab's history: Back and a reload return to it, and no link carries it. */
import { useLocation, useNavigate } from 'react-router-dom'

const KEY = 'causes'

/** What is kept there: of any shape, undefined when the dialog is closed. */
function keptIn(state: unknown): unknown {
  return typeof state === 'object' && state !== null && KEY in state ? state[KEY] : undefined
}

/** The first gives what is kept; the second opens the dialog, the third keeps what it shows, the fourth closes it. */
export function useIncidentEntry(): readonly [
  kept: unknown,
  open: () => void,
  keep: (value: object) => void,
  close: () => void,
] {
  const { state } = useLocation() as { readonly state: unknown }
  const navigate = useNavigate()
  const go = (value: unknown, replace: boolean) =>
    void navigate(
      { search: window.location.search },
      { replace, preventScrollReset: true, state: value === undefined ? null : { [KEY]: value } },
    )
  return [
    keptIn(state),
    () => go(true, false),
    value => go(value, true),
    // A place of its own: Back returns to the dialog.
    () => go(undefined, false),
  ]
}

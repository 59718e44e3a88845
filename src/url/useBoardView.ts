/** The view as the address has it, and the only way to change it. */
import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router-dom'
import type { BoardView } from '@/domain/board-view'
import { parseBoardView, writeBoardView } from './board-url'

export type UpdateView = (transition: (view: BoardView) => BoardView, options?: { readonly replace?: boolean }) => void

/** `go` keeps its identity; with `replace` the change leaves no place to come back to. */
export function useBoardView(): readonly [BoardView, UpdateView] {
  const [parameters, setParameters] = useSearchParams()
  const view = useMemo(() => parseBoardView(parameters), [parameters])
  const updateView = useCallback<UpdateView>(
    (transition, { replace = false } = {}) => {
      setParameters(
        // The address itself, not the last render's: two changes in one event both count.
        () => {
          const now = new URLSearchParams(window.location.search)
          return writeBoardView(now, transition(parseBoardView(now)))
        },
        { replace, preventScrollReset: true },
      )
    },
    [setParameters],
  )
  return [view, updateView]
}

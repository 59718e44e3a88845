/** The previous and the next session of the list, as far as its rows are known. */
import type { Session, SessionRef } from '@/domain/session'
import { isUnreadable, sessionKey } from '@/domain/session'
import type { SparseList } from '@/queries/useSparseList'

interface SessionNavigation {
  /** Where the open session stands in the list; undefined when it is not in view of it. */
  readonly place: number | undefined
  readonly can: { readonly previous: boolean; readonly next: boolean }
  readonly go: (direction: 1 | -1) => void
}

export function useSessionNavigation(
  list: SparseList<Session>,
  open: SessionRef | undefined,
  show: (session: Session) => void,
): SessionNavigation {
  const place = open === undefined ? undefined : list.indexOf(sessionKey(open))
  const at = (direction: 1 | -1): Session | undefined => {
    const row = place === undefined ? undefined : list.rowAt(place + direction)
    return row === undefined || isUnreadable(row) ? undefined : row
  }
  return {
    place,
    can: { previous: at(-1) !== undefined, next: at(1) !== undefined },
    go: direction => {
      const session = at(direction)
      if (session !== undefined) show(session)
    },
  }
}

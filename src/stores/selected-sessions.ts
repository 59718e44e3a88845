/** The sessions that are selected for doing something with all of them: by their names, whatever the list shows meanwhile. */
import { create } from 'zustand'
import type { Session } from '@/domain/session'
import { sessionKey } from '@/domain/session'

/** More are not selected at a time. */
export const MOST_SELECTED = 500

/** A session as it was last seen. */
export interface SeenSession {
  readonly session: Session
  /** When REGARDS last answered about it, in page time. */
  readonly at: number
}

interface Selection {
  /** Rows have a box. */
  readonly isOn: boolean
  /** By their keys, in the order they were selected in. */
  readonly sessions: ReadonlyMap<string, SeenSession>
  /** The row that was selected, or taken out, last: a range begins there. */
  readonly last: string | undefined
}

const NONE: Selection = { isOn: false, sessions: new Map(), last: undefined }

export const useSelectedSessions = create<Selection>()(() => NONE)

const { getState, setState } = useSelectedSessions

/** Shows the boxes, or takes them away with all that is selected. */
export function switchSelection(): void {
  setState(({ isOn }) => ({ ...NONE, isOn: !isOn }))
}

/** Selects one that is not, takes out one that is. */
export function toggleSession(session: Session, at: number): void {
  const sessions = new Map(getState().sessions)
  const last = sessionKey(session)
  if (!sessions.delete(last) && sessions.size < MOST_SELECTED) sessions.set(last, { session, at })
  setState({ sessions, last })
}

/**
 * Selects all of these, as far as there is room.
 * @param last where the next range begins; unsaid, where the one before began
 */
export function selectSessions(found: readonly Session[], at: number, last?: Session): void {
  const sessions = new Map(getState().sessions)
  for (const session of found) {
    const key = sessionKey(session)
    if (sessions.has(key) || sessions.size < MOST_SELECTED) sessions.set(key, { session, at })
  }
  setState(last === undefined ? { sessions } : { sessions, last: sessionKey(last) })
}

/** Shows the boxes, with exactly these selected, as far as there is room. */
export function selectOnly(seen: readonly SeenSession[]): void {
  const sessions = new Map(seen.slice(0, MOST_SELECTED).map(one => [sessionKey(one.session), one]))
  setState({ isOn: true, sessions, last: undefined })
}

/** Takes note of newer figures of those that are selected. */
export function seeSessions(found: readonly Session[], at: number): void {
  const { sessions } = getState()
  const newer = found.filter(session => {
    const known = sessions.get(sessionKey(session))
    return known !== undefined && known.at < at
  })
  if (newer.length > 0) selectSessions(newer, at)
}

export function clearSelection(): void {
  setState({ sessions: new Map(), last: undefined })
}

/** Nothing of it stays, nor the boxes. */
export function forgetSelection(): void {
  setState(NONE)
}

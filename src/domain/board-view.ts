/** What the board shows, as a value, and its pure transitions. The URL is its only home (url/board-url.ts). */
import type { Arrangement, RecordsView } from './record-list'
import type { SessionRef, StateFilter } from './session'

export const SOURCE_SORTS = ['name', 'nbSessions', 'lastUpdateDate'] as const
export const SESSION_SORTS = ['name', 'source', 'creationDate', 'lastUpdateDate', 'id'] as const
export type SourceSort = (typeof SOURCE_SORTS)[number]
export type SessionSort = (typeof SESSION_SORTS)[number]

/** A sort the server can do; the property names are the server's. */
export interface Sort<Property extends string> {
  readonly property: Property
  readonly direction: 'asc' | 'desc'
}

interface BoardFilters {
  readonly sourceName?: string
  readonly sourceState?: StateFilter
  readonly sessionName?: string
  readonly sessionState?: StateFilter
}

export interface BoardView {
  /** The selected source: filters the sessions. */
  readonly source?: string
  /** The open session's name; unique only within its source. */
  readonly session?: string
  /** The open session's own source, written only when it is not `source`. */
  readonly sessionSource?: string
  /** A shortcut to the open session; when its answer bears other names, the names win. */
  readonly id?: number
  readonly filters: BoardFilters
  readonly sourceSort?: Sort<SourceSort>
  readonly sessionSort?: Sort<SessionSort>
  /** The list behind a "See ..." of the open session. */
  readonly records?: RecordsView
}

export const EMPTY_VIEW: BoardView = { filters: {} }

/** The open session's key, or undefined when the drawer is closed or only an id is known. */
export function openSession(view: BoardView): SessionRef | undefined {
  const source = view.sessionSource ?? view.source
  return view.session === undefined || source === undefined ? undefined : { source, name: view.session }
}

/** The view without its open session, nor the list opened from it. */
export function closeSession(view: BoardView): BoardView {
  const { session, sessionSource, id, records, ...rest } = view
  return rest
}

/** Opens a session; the selected source and the filters stay, so the lists do not move. */
export function selectSession(view: BoardView, ref: SessionRef, id?: number): BoardView {
  return {
    ...closeSession(view),
    session: ref.name,
    ...(ref.source === view.source ? {} : { sessionSource: ref.source }),
    ...(id === undefined ? {} : { id }),
  }
}

/** Opens a list of the open session, or another part of it. */
export function showRecords(view: BoardView, records: RecordsView): BoardView {
  return { ...view, records }
}

/** Another order of the open list, or other rows of it; what is undefined goes back to the list's own. */
export function arrangeRecords(
  records: RecordsView,
  change: { [K in keyof Arrangement]?: Arrangement[K] | undefined },
): RecordsView {
  const merged = Object.entries({ ...records, ...change }).filter(([, value]) => value !== undefined)
  return { list: records.list, ...Object.fromEntries(merged) }
}

/** Closes the list; the session stays open. */
export function closeRecords(view: BoardView): BoardView {
  const { records, ...rest } = view
  return rest
}

/** Selects a source, or frees it when it is the selected one; a session of another source is closed, one of this source stays. */
export function selectSource(view: BoardView, name: string): BoardView {
  const open = openSession(view)
  const { source: previous, ...freed } = view
  const next: BoardView = previous === name ? freed : { ...freed, source: name }
  if (open === undefined) return previous === name ? next : closeSession(next)
  if (next.source !== undefined && open.source !== next.source) return closeSession(next)
  const kept = selectSession(next, open, view.id)
  return view.records === undefined ? kept : showRecords(kept, view.records)
}

export function setFilters(
  view: BoardView,
  change: Partial<Record<keyof BoardFilters, string | undefined>>,
): BoardView {
  const merged = Object.entries({ ...view.filters, ...change }).filter(
    ([, value]) => value !== undefined && value !== '',
  )
  return { ...view, filters: Object.fromEntries(merged) }
}

/** Clears the filters of one pane; of the sessions pane also the selected source. */
export function clearFilters(view: BoardView, pane: 'sources' | 'sessions'): BoardView {
  if (pane === 'sources') return setFilters(view, { sourceName: undefined, sourceState: undefined })
  const cleared = setFilters(view, { sessionName: undefined, sessionState: undefined })
  return cleared.source === undefined ? cleared : selectSource(cleared, cleared.source)
}

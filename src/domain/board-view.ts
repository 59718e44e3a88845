/** What the board shows, as a value, and its pure transitions. The URL is its only home (url/board-url.ts). */
import type { Arrangement, RecordsView } from './record-list'
import type { SessionFilter, SessionRef, StateFilter } from './session'
import { SESSION_FILTERS, STATE_FILTERS } from './session'

export const SOURCE_SORTS = ['name', 'nbSessions', 'lastUpdateDate'] as const
export const SESSION_SORTS = ['name', 'source', 'creationDate', 'lastUpdateDate', 'id'] as const
export type SourceSort = (typeof SOURCE_SORTS)[number]
export type SessionSort = (typeof SESSION_SORTS)[number]

/** A sort the server can do; the property names are the server's. */
export interface Sort<Property extends string> {
  readonly property: Property
  readonly direction: 'asc' | 'desc'
}

/** States that rows may be in, at least one: each once and in the order of SESSION_FILTERS. */
export type ChosenStates<State extends SessionFilter = SessionFilter> = readonly [State, ...State[]]

interface BoardFilters {
  readonly sourceName?: string
  readonly sourceState?: ChosenStates<StateFilter>
  readonly sessionName?: string
  readonly sessionState?: ChosenStates
  /** Updated since then: `24h`, `7d`, or a date. */
  readonly sessionSince?: string
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
  change: { readonly [K in keyof BoardFilters]?: BoardFilters[K] | undefined },
): BoardView {
  const merged = Object.entries({ ...view.filters, ...change }).filter(
    ([, value]) => value !== undefined && value !== '',
  )
  return { ...view, filters: Object.fromEntries(merged) }
}

function chosenOf<State extends SessionFilter>(
  known: readonly State[],
  states: readonly SessionFilter[],
): ChosenStates<State> | undefined {
  const [first, ...others] = known.filter(state => states.includes(state))
  return first === undefined ? undefined : [first, ...others]
}

/** These states of sources, each once and in their order; undefined for none. */
export function sourceStates(states: readonly SessionFilter[]): ChosenStates<StateFilter> | undefined {
  return chosenOf(STATE_FILTERS, states)
}

/** These states of sessions, each once and in their order; undefined for none. What needs attention is a list of its own. */
export function sessionStates(states: readonly SessionFilter[]): ChosenStates | undefined {
  return states.includes('attention') ? ['attention'] : chosenOf(SESSION_FILTERS, states)
}

/** Adds a state to those that rows may be in, or takes it away; `all` takes all of them away. */
export function toggleState(view: BoardView, pane: 'sources' | 'sessions', state: SessionFilter | 'all'): BoardView {
  const { sourceState, sessionState } = view.filters
  const before: readonly SessionFilter[] = (pane === 'sources' ? sourceState : sessionState) ?? []
  const isChosen = state !== 'all' && before.includes(state)
  const others = before.filter(other => other !== state && other !== 'attention')
  const next = state === 'all' ? [] : isChosen ? others : [...others, state]
  if (pane === 'sources') return setFilters(view, { sourceState: sourceStates(next) })
  const { sessionSort, ...unsorted } = view
  // What needs attention is ordered by urgency, until another order is asked for.
  const ordered = state === 'attention' && !isChosen ? unsorted : view
  return setFilters(ordered, { sessionState: sessionStates(next) })
}

/** Sessions are in the order of urgency, not in one of REGARDS'. */
export function isByUrgency({ filters, sessionSort }: BoardView): boolean {
  return filters.sessionState?.[0] === 'attention' && sessionSort === undefined
}

/** Clears the filters of one pane; of the sessions pane also the selected source. */
export function clearFilters(view: BoardView, pane: 'sources' | 'sessions'): BoardView {
  if (pane === 'sources') return setFilters(view, { sourceName: undefined, sourceState: undefined })
  const cleared = setFilters(view, { sessionName: undefined, sessionState: undefined, sessionSince: undefined })
  return cleared.source === undefined ? cleared : selectSource(cleared, cleared.source)
}

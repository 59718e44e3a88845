/** What the lists are asked: filters and order, in the server's vocabulary (docs/regards-api/sessions.md 1.1 and 2.1). */
import type { SessionSort, Sort, SourceSort } from './board-view'
import type { SessionFilter, StateFilter } from './session'

export interface SourceListParams {
  /** Contains, case sensitive. */
  readonly name?: string
  readonly state?: StateFilter
  readonly sort?: Sort<SourceSort>
}

export interface SessionListParams {
  /** Exact. */
  readonly source?: string
  /** Contains, case sensitive. */
  readonly name?: string
  readonly state?: StateFilter
  readonly sort?: Sort<SessionSort>
}

/** Rows in any of these states. REGARDS takes one at a time: what asks it cannot take these for one, nor for none. */
export interface AnyState<State extends SessionFilter = SessionFilter> {
  /** None for all, in a range of time. */
  readonly anyOf: readonly State[]
  /** Updated since then, as the address says it: REGARDS does not filter by it either. */
  readonly since?: string
}

/** What a list on the screen shows: all rows, those in one state, or those in any of several. */
type InStates<Q, State extends SessionFilter> = Omit<Q, 'state'> & { readonly state?: StateFilter | AnyState<State> }

export type SourceListQuestion = InStates<SourceListParams, StateFilter>
export type SessionListQuestion = InStates<SessionListParams, SessionFilter>

/** Rows asked at once. */
export const PAGE_SIZE = 50

/** Rows looked at, from the top of a list, for what REGARDS cannot filter by. */
export const LOOKED_THROUGH = 1000

/** Rows of a list in several states: as many as REGARDS gives at once (docs/regards-api/measured.md 8). */
export const UNION_LIMIT = 2000

/** Rows of one page: several states are read as one page. */
export function pageSizeOf({ state }: { readonly state?: StateFilter | AnyState }): number {
  return typeof state === 'object' ? UNION_LIMIT : PAGE_SIZE
}

/** What the lists are asked: filters and order, in the server's vocabulary (docs/regards-api/sessions.md 1.1 and 2.1). */
import type { SessionSort, Sort, SourceSort } from './board-view'
import type { StateFilter } from './session'

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

/** Rows asked at once. */
export const PAGE_SIZE = 50

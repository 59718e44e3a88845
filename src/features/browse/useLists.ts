/** The two lists as the address asks for them. */
import { useMemo } from 'react'
import type { BoardView, ChosenStates } from '@/domain/board-view'
import type { AnyState, SessionListQuestion, SourceListQuestion } from '@/domain/list-params'
import { pageSizeOf } from '@/domain/list-params'
import type { Session, SessionFilter, Source, StateFilter } from '@/domain/session'
import { STATE_FILTERS, sessionKey } from '@/domain/session'
import { sessionsPageQuery, sourcesPageQuery } from '@/queries/board'
import type { SparseList } from '@/queries/useSparseList'
import { useSparseList } from '@/queries/useSparseList'
import type { CountFilters } from '@/queries/state-counts'

/** Without what is not asked: an empty text would match nothing (docs/regards-api/sessions.md 2.1). */
function asked<T extends object>(question: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined)) as T
}

/** One state that REGARDS knows is asked as ever; all of those together leave nothing out. */
function stateOf<State extends SessionFilter>(
  states: ChosenStates<State> | undefined,
): StateFilter | AnyState<State> | undefined {
  if (states === undefined) return undefined
  const known = STATE_FILTERS.filter(state => states.some(chosen => chosen === state))
  if (known.length === STATE_FILTERS.length) return undefined
  return states.length === 1 && known[0] !== undefined ? known[0] : { anyOf: states }
}

/** A range of time is read like several states: REGARDS filters by none. */
function inRange(state: SessionListQuestion['state'], since: string | undefined): SessionListQuestion['state'] {
  if (since === undefined) return state
  return { anyOf: typeof state === 'string' ? [state] : (state?.anyOf ?? []), since }
}

export function sourceQuestion({ filters, sourceSort }: BoardView): SourceListQuestion {
  return asked<SourceListQuestion>({
    name: filters.sourceName,
    state: stateOf(filters.sourceState),
    sort: sourceSort,
  })
}

export function sessionQuestion({ source, filters, sessionSort }: BoardView): SessionListQuestion {
  return asked<SessionListQuestion>({
    source,
    name: filters.sessionName,
    state: inRange(stateOf(filters.sessionState), filters.sessionSince),
    sort: sessionSort,
  })
}

/** The filters of the sources but their state, for counting. */
export function sourceCountFilters({ filters: { sourceName } }: BoardView): CountFilters {
  return { kind: 'sources', ...(sourceName === undefined ? {} : { name: sourceName }) }
}

/** The filters of the sessions but their state, for counting. */
export function sessionCountFilters({ source, filters: { sessionName } }: BoardView): CountFilters {
  return {
    kind: 'sessions',
    ...(source === undefined ? {} : { source }),
    ...(sessionName === undefined ? {} : { name: sessionName }),
  }
}

const nameOf = ({ name }: Source) => name

export function useSources(view: BoardView): SparseList<Source> {
  const question = useMemo(() => sourceQuestion(view), [view])
  return useSparseList(sourcesPageQuery, question, nameOf, pageSizeOf)
}

export function useSessions(view: BoardView): SparseList<Session> {
  const question = useMemo(() => sessionQuestion(view), [view])
  return useSparseList(sessionsPageQuery, question, sessionKey, pageSizeOf)
}

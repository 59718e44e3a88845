/** The two lists as the address asks for them. */
import { useMemo } from 'react'
import type { BoardView } from '@/domain/board-view'
import type { SessionListParams, SourceListParams } from '@/domain/list-params'
import type { Session, Source } from '@/domain/session'
import { sessionKey } from '@/domain/session'
import { sessionsPageQuery, sourcesPageQuery } from '@/queries/board'
import type { SparseList } from '@/queries/useSparseList'
import { useSparseList } from '@/queries/useSparseList'

/** Without what is not asked: an empty text would match nothing (docs/regards-api/sessions.md 2.1). */
function asked<T extends object>(question: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined)) as T
}

export function sourceQuestion({ filters, sourceSort }: BoardView): SourceListParams {
  return asked<SourceListParams>({ name: filters.sourceName, state: filters.sourceState, sort: sourceSort })
}

export function sessionQuestion({ source, filters, sessionSort }: BoardView): SessionListParams {
  return asked<SessionListParams>({
    source,
    name: filters.sessionName,
    state: filters.sessionState,
    sort: sessionSort,
  })
}

const nameOf = ({ name }: Source) => name

export function useSources(view: BoardView): SparseList<Source> {
  const question = useMemo(() => sourceQuestion(view), [view])
  return useSparseList(sourcesPageQuery, question, nameOf)
}

export function useSessions(view: BoardView): SparseList<Session> {
  const question = useMemo(() => sessionQuestion(view), [view])
  return useSparseList(sessionsPageQuery, question, sessionKey)
}

/** Sources and sessions in any of several states: REGARDS is asked once for each state, and the answers are one list. */
import type { AnyState, SessionListParams, SourceListParams } from '@/domain/list-params'
import { UNION_LIMIT } from '@/domain/list-params'
import type { Page, Session, Source } from '@/domain/session'
import { sessionRules, sourceRules, unionOf } from '@/domain/union'
import { findSessions, findSources } from '@/services/rs-admin'

/** A list in several states. */
type Question<Q> = Omit<Q, 'state'> & { readonly state: AnyState }

/** Sources in any of these states, each once; up to 2,000, and it says so when there are more. */
export async function sourcesInStates(
  { state: { anyOf }, ...others }: Question<SourceListParams>,
  signal?: AbortSignal,
): Promise<Page<Source>> {
  const pages = await Promise.all(anyOf.map(state => findSources({ ...others, state }, 0, signal, UNION_LIMIT)))
  return unionOf(
    pages.map(page => ({ page })),
    sourceRules(others.sort),
    UNION_LIMIT,
  )
}

/** Sessions in any of these states, each once; up to 2,000, and it says so when there are more. */
export async function sessionsInStates(
  { state: { anyOf }, ...others }: Question<SessionListParams>,
  signal?: AbortSignal,
): Promise<Page<Session>> {
  const pages = await Promise.all(anyOf.map(state => findSessions({ ...others, state }, 0, signal, UNION_LIMIT)))
  return unionOf(
    pages.map(page => ({ page })),
    sessionRules(others.sort),
    UNION_LIMIT,
  )
}

/** Sources and sessions in any of several states: REGARDS is asked once for each state, and the answers are one list. */
import type { Watch } from '@/domain/attention'
import { hasLeftOut, isStalled, urgencyOf } from '@/domain/attention'
import type { AnyState, SessionListParams, SourceListParams } from '@/domain/list-params'
import { LOOKED_THROUGH, UNION_LIMIT } from '@/domain/list-params'
import type { Page, Session, SessionFilter, Source, StateFilter } from '@/domain/session'
import { isUnreadable } from '@/domain/session'
import type { Part } from '@/domain/union'
import { sessionRules, sourceRules, unionOf } from '@/domain/union'
import { findSessions, findSources } from '@/services/rs-admin'
import { usePreferences } from '@/stores/preferences'
import { pageNow, useServerClock } from '@/stores/server-clock'

/** A list in several states. */
type Question<Q, State extends SessionFilter> = Omit<Q, 'state'> & { readonly state: AnyState<State> }

/** Sources in any of these states, each once; up to 2,000, and it says so when there are more. */
export async function sourcesInStates(
  { state: { anyOf }, ...others }: Question<SourceListParams, StateFilter>,
  signal?: AbortSignal,
): Promise<Page<Source>> {
  const pages = await Promise.all(anyOf.map(state => findSources({ ...others, state }, 0, signal, UNION_LIMIT)))
  return unionOf(
    pages.map(page => ({ page })),
    sourceRules(others.sort),
    UNION_LIMIT,
  )
}

/** Now, and what the user takes for long; another choice counts from the next refresh on. */
const watchNow = (): Watch => ({
  now: pageNow() + useServerClock.getState().offset,
  minutes: usePreferences.getState().noNewsMinutes,
})

/** A list that is read for a filter. */
interface Reading extends Omit<Part<Session>, 'page'> {
  readonly state: StateFilter | undefined
}

function readingsOf(filter: SessionFilter, watch: Watch): readonly Reading[] {
  const stalled: Reading = { state: 'running', keeps: row => isStalled(row, watch), isSample: true }
  const leftOut: Reading = { state: undefined, keeps: hasLeftOut, isSample: true }
  if (filter === 'stalled') return [stalled]
  if (filter === 'leftOut') return [leftOut]
  if (filter === 'attention') return [{ state: 'errors' }, { state: 'waiting' }, stalled, leftOut]
  return [{ state: filter }]
}

/** A row that cannot be read comes after those that need someone. */
const LEAST_URGENT = 99

/** The most urgent first; those that are as urgent as each other keep their order. */
function byUrgency(page: Page<Session>, watch: Watch): Page<Session> {
  const ranked = page.entries.map(entry => ({
    entry,
    rank: (isUnreadable(entry) ? undefined : urgencyOf(entry, watch)) ?? LEAST_URGENT,
  }))
  return { ...page, entries: ranked.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry) }
}

/** Sessions that one of these filters lets through, each once; up to 2,000, and it says so when there are more. */
export async function sessionsInStates(
  { state: { anyOf }, ...others }: Question<SessionListParams, SessionFilter>,
  signal?: AbortSignal,
): Promise<Page<Session>> {
  const watch = watchNow()
  const parts = await Promise.all(
    anyOf
      .flatMap(filter => readingsOf(filter, watch))
      .map(async ({ state, ...part }): Promise<Part<Session>> => {
        const question = state === undefined ? others : { ...others, state }
        const size = state === undefined ? LOOKED_THROUGH : UNION_LIMIT
        return { ...part, page: await findSessions(question, 0, signal, size) }
      }),
  )
  const union = unionOf(parts, sessionRules(others.sort), UNION_LIMIT)
  return anyOf.includes('attention') && others.sort === undefined ? byUrgency(union, watch) : union
}

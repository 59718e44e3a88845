/** Sources and sessions in any of several states: REGARDS is asked once for each state, and the answers are one list. */
import type { Watch } from '@/domain/attention'
import { hasLeftOut, isStalled, urgencyOf } from '@/domain/attention'
import { comparisonWith } from '@/domain/changes'
import type { AnyState, SessionListParams, SourceListParams } from '@/domain/list-params'
import { LOOKED_THROUGH, UNION_LIMIT } from '@/domain/list-params'
import type { Page, Session, SessionFilter, Source, StateFilter } from '@/domain/session'
import { isUnreadable } from '@/domain/session'
import type { Part } from '@/domain/union'
import type { RangePart } from '@/domain/range'
import { rangeOf, rangeStart } from '@/domain/range'
import { inTheirOrder, sessionRules, sourceRules, unionOf } from '@/domain/union'
import { findSessions, findSources } from '@/services/rs-admin'
import { usePreferences } from '@/stores/preferences'
import { seenNow } from '@/stores/seen'
import { pageNow, useServerClock } from '@/stores/server-clock'
import { readSince, readUpdated } from './read-since'

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

function readingsOf(filter: Exclude<SessionFilter, 'changed'>, watch: Watch): readonly Reading[] {
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

/** Sessions that changed since the last look, in no order of the list; none where there was no look. */
async function changedSessions(question: SessionListParams, signal?: AbortSignal): Promise<readonly Session[]> {
  const mark = seenNow()
  if (mark === undefined) return []
  const { sort, ...others } = question
  const { rows } = await readUpdated(others, mark, signal)
  const { kindOf } = comparisonWith(mark)
  return rows.filter(row => kindOf(row) !== undefined)
}

/** A list that is read to the end of a range of time, or to the limit. */
async function readRange(
  question: SessionListParams,
  { state, keeps }: Pick<Reading, 'state' | 'keeps'>,
  from: number,
  signal?: AbortSignal,
): Promise<RangePart> {
  const asked = state === undefined ? question : { ...question, state }
  const { entries, isCut } = await readSince(asked, from, UNION_LIMIT, signal)
  return { entries, isCut, ...(keeps && { keeps }) }
}

/** The same of the sessions that were updated since a moment; the latest 2,000, and it says so when there are more. */
async function sessionsInRange(
  { anyOf, since }: AnyState & { readonly since: string },
  { sort, ...filters }: SessionListParams,
  signal?: AbortSignal,
): Promise<Page<Session>> {
  const watch = watchNow()
  const from = rangeStart(since, watch.now)
  const known = anyOf.filter(filter => filter !== 'changed')
  const readings =
    anyOf.length === 0
      ? [{ state: undefined }]
      : known.flatMap<Pick<Reading, 'state' | 'keeps'>>(filter => readingsOf(filter, watch))
  const [changed, ...parts] = await Promise.all([
    known.length < anyOf.length ? changedSessions(filters, signal) : undefined,
    ...readings.map(reading => readRange(filters, reading, from, signal)),
  ])
  const range = rangeOf(parts, changed, from, { sort, limit: UNION_LIMIT })
  return anyOf.includes('attention') && sort === undefined ? byUrgency(range, watch) : range
}

/** Sessions that one of these filters lets through, each once; up to 2,000, and it says so when there are more. */
export async function sessionsInStates(
  { state: { anyOf, since }, ...others }: Question<SessionListParams, SessionFilter>,
  signal?: AbortSignal,
): Promise<Page<Session>> {
  if (since !== undefined) return sessionsInRange({ anyOf, since }, others, signal)
  const watch = watchNow()
  const rules = sessionRules(others.sort)
  const known = anyOf.filter(filter => filter !== 'changed')
  const [changed, ...parts] = await Promise.all([
    known.length < anyOf.length ? changedSessions(others, signal) : undefined,
    ...known
      .flatMap(filter => readingsOf(filter, watch))
      .map(async ({ state, ...part }): Promise<Part<Session>> => {
        const question = state === undefined ? others : { ...others, state }
        const size = state === undefined ? LOOKED_THROUGH : UNION_LIMIT
        return { ...part, page: await findSessions(question, 0, signal, size) }
      }),
  ])
  const pages = parts.map(({ page }) => page)
  const local = changed === undefined ? [] : [{ page: inTheirOrder(changed, pages, rules) }]
  const union = unionOf([...parts, ...local], rules, UNION_LIMIT)
  return anyOf.includes('attention') && others.sort === undefined ? byUrgency(union, watch) : union
}

/** Sources and sessions in any of several states: REGARDS is asked once for each state, and the answers are one list. */
import type { QueryClient } from '@tanstack/react-query'
import type { Watch } from '@/domain/attention'
import { hasLeftOut, isStalled, urgencyOf } from '@/domain/attention'
import type { SeenMark, Updated } from '@/domain/changes'
import { comparisonWith } from '@/domain/changes'
import { matches } from '@/domain/name-filter'
import type { AnyState, SessionListParams, SourceListParams } from '@/domain/list-params'
import { LOOKED_THROUGH, UNION_LIMIT } from '@/domain/list-params'
import type { Looked, Page, Session, SessionFilter, Source, StateFilter } from '@/domain/session'
import { isUnreadable } from '@/domain/session'
import type { Part } from '@/domain/union'
import { IN_STATE, amongRange } from '@/domain/range'
import { inTheirOrder, sessionRules, sourceRules, unionOf } from '@/domain/union'
import { findSessions, findSources } from '@/services/rs-admin'
import { usePreferences } from '@/stores/preferences'
import { seenNow } from '@/stores/seen'
import { pageNow, useServerClock } from '@/stores/server-clock'
import { readRange, sharedRange } from './range'
import { readUpdated } from './read-since'
import { sharedUpdated } from './seen'

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

/** Those a list asks for, of the reading that the line over it counts; where that was cut, further down by themselves. */
async function updatedOf(
  { sort, ...filters }: SessionListParams,
  mark: SeenMark,
  signal?: AbortSignal,
  client?: QueryClient,
): Promise<Updated> {
  if (client === undefined || signal === undefined) return readUpdated(filters, mark, signal)
  const all = await sharedUpdated(client, mark, signal)
  const isFiltered = filters.source !== undefined || filters.name !== undefined
  if (all.isCut && isFiltered) return readUpdated(filters, mark, signal)
  return isFiltered ? { ...all, rows: all.rows.filter(matches(filters)) } : all
}

interface Changed {
  readonly sessions: readonly Session[]
  /** Why there may be more. */
  readonly looked?: Looked
}

/** Sessions that changed since the last look, in no order of the list; none where there was no look. */
async function changedSessions(
  question: SessionListParams,
  signal?: AbortSignal,
  client?: QueryClient,
): Promise<Changed> {
  const mark = seenNow()
  if (mark === undefined) return { sessions: [] }
  const { rows, isCut, isMoved } = await updatedOf(question, mark, signal, client)
  const { kindOf } = comparisonWith(mark)
  return {
    sessions: rows.filter(row => kindOf(row) !== undefined),
    ...(isCut || isMoved === true
      ? { looked: { ...(isCut ? { compared: rows.length } : {}), ...(isMoved === true ? { isMoved } : {}) } }
      : {}),
  }
}

/** What each filter lets through of sessions that are all there. */
function testsOf(watch: Watch): Readonly<Record<SessionFilter, (session: Session) => boolean>> {
  const mark = seenNow()
  const compared = mark && comparisonWith(mark)
  return {
    ...IN_STATE,
    stalled: row => isStalled(row, watch),
    leftOut: hasLeftOut,
    attention: row => urgencyOf(row, watch) !== undefined,
    changed: row => compared?.kindOf(row) !== undefined,
  }
}

/** The same of the sessions that were updated since a moment; the latest 2,000, and it says so when there are more. */
async function sessionsInRange(
  { anyOf, since }: AnyState & { readonly since: string },
  { sort, ...filters }: SessionListParams,
  signal?: AbortSignal,
  client?: QueryClient,
): Promise<Page<Session>> {
  const isShared = client !== undefined && signal !== undefined
  const mark = anyOf.includes('changed') ? seenNow() : undefined
  const [range] = await Promise.all([
    isShared ? sharedRange(client, filters, since, signal) : readRange(filters, since, signal),
    // The line over the list says why when it fails.
    isShared && mark !== undefined ? sharedUpdated(client, mark, signal).catch(() => undefined) : undefined,
  ])
  const watch = watchNow()
  const tests = testsOf(watch)
  const keeps = anyOf.length === 0 ? undefined : (row: Session) => anyOf.some(filter => tests[filter](row))
  const page = amongRange(range, keeps, sort)
  return anyOf.includes('attention') && sort === undefined ? byUrgency(page, watch) : page
}

/**
 * Sessions that one of these filters lets through, each once; up to 2,000, and it says so when there are more.
 * @param client of lists on the screen, which read a range of time, and what changed, together with what counts it
 */
export async function sessionsInStates(
  { state: { anyOf, since }, ...others }: Question<SessionListParams, SessionFilter>,
  signal?: AbortSignal,
  client?: QueryClient,
): Promise<Page<Session>> {
  if (since !== undefined) return sessionsInRange({ anyOf, since }, others, signal, client)
  const watch = watchNow()
  const rules = sessionRules(others.sort)
  const known = anyOf.filter(filter => filter !== 'changed')
  const [changed, ...parts] = await Promise.all([
    known.length < anyOf.length ? changedSessions(others, signal, client) : undefined,
    ...known
      .flatMap(filter => readingsOf(filter, watch))
      .map(async ({ state, ...part }): Promise<Part<Session>> => {
        const question = state === undefined ? others : { ...others, state }
        const size = state === undefined ? LOOKED_THROUGH : UNION_LIMIT
        return { ...part, page: await findSessions(question, 0, signal, size) }
      }),
  ])
  const pages = parts.map(({ page }) => page)
  const local = changed === undefined ? [] : [{ page: inTheirOrder(changed.sessions, pages, rules) }]
  const found = unionOf([...parts, ...local], rules, UNION_LIMIT)
  const union = changed?.looked === undefined ? found : { ...found, looked: { ...found.looked, ...changed.looked } }
  return anyOf.includes('attention') && others.sort === undefined ? byUrgency(union, watch) : union
}

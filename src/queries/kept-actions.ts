/** What was ordered in this tab survives a reload: what REGARDS may be working on is still followed, and not ordered twice unawares. */
import type { DehydratedState, Mutation, QueryClient } from '@tanstack/react-query'
import { dehydrate, hydrate, matchQuery } from '@tanstack/react-query'
import type { ActionReport } from '@/domain/action'
import { perVisit } from '@/stores/credentials'
import { forgetActions, keepActions, keptActions } from '@/stores/kept-actions'
import type { ActionState } from './actions'
import { isFollowed, readAction } from './actions'
import type { Everything } from './kept-shapes'
import { isEverything, isKept } from './kept-shapes'
import { keys } from './keys'

type KeptMutation = DehydratedState['mutations'][number]

/** Older than that it is followed no more, in milliseconds: its session was not opened again. */
const LONGEST = 12 * 3_600_000

/** Requests end in errors when their page goes: for so long, in milliseconds, what they say is not believed. */
const LEAVING = 5_000
let goneAt = -Infinity
window.addEventListener('beforeunload', () => {
  goneAt = performance.now()
})
window.addEventListener('pagehide', () => {
  goneAt = performance.now()
})

/** The page is going, or has just gone: what its requests say then is not believed. */
export function isLeaving(): boolean {
  return performance.now() - goneAt < LEAVING
}

interface Track {
  /** Actions whose counters have come to rest: a reload has nothing to follow. */
  readonly ended: Set<number>
  /** Orders that were under way when the page went: what became of them is not known. */
  readonly lost: ActionState[]
  readonly keep: () => void
}
const tracks = perVisit(() => new WeakMap<QueryClient, Track>())

/** The page went before the answer came: nobody knows what became of it. */
const LOST: ActionReport = {
  outcome: { parts: [{ outcome: { kind: 'unknown', reason: 'reloaded' } }] },
  baseline: undefined,
}

interface Restored {
  readonly entry: KeptMutation
  /** It was under way when the page went. */
  readonly isLost: boolean
}

/** The entry as it goes on after a reload; nothing for one that cannot be used. */
function restored(kept: unknown): readonly Restored[] {
  if (!isKept(kept)) return []
  const { mutationKey = [], state, meta } = kept as KeptMutation
  const now = Date.now()
  if (now - state.submittedAt > LONGEST) return []
  // The clock was set back since: it is not followed for longer than what was ordered just now.
  const submittedAt = Math.min(state.submittedAt, now)
  const isLost = state.status === 'pending'
  // What each part of it came to was told by the dialog that asked.
  const { exact, ...data } = (isLost ? LOST : state.data) as ActionReport
  const ofRun = meta?.['isOfRun'] === true ? { meta: { isOfRun: true } } : {}
  return [{ isLost, entry: { mutationKey, ...ofRun, state: { ...state, submittedAt, status: 'success', data } } }]
}

function parse(text: string | undefined): Everything {
  const nothing: Everything = { mutations: [], progresses: [] }
  try {
    const everything: unknown = JSON.parse(text ?? '')
    return isEverything(everything) ? (everything as Everything) : nothing
  } catch {
    return nothing
  }
}

/** Takes up what was kept; gives those that were under way when the page went. */
function takeUp(queryClient: QueryClient, kept: readonly unknown[]): ActionState[] {
  const cache = queryClient.getMutationCache()
  return kept.flatMap(restored).flatMap(({ entry, isLost }) => {
    hydrate(queryClient, { mutations: [entry] }, { defaultOptions: { mutations: { gcTime: Infinity } } })
    const last = cache.getAll().at(-1)
    const action = isLost && last !== undefined ? readAction(last) : undefined
    return action === undefined ? [] : [action]
  })
}

/**
 * Takes up what this user's tab kept, then keeps every change.
 * @param owner project and user
 * @returns what stops the keeping
 */
export function keepTrack(queryClient: QueryClient, owner: string): () => void {
  const cache = queryClient.getMutationCache()
  const before = tracks().get(queryClient)
  const kept = before === undefined ? parse(keptActions(owner)) : parse(undefined)
  const lost = before?.lost ?? takeUp(queryClient, kept.mutations)
  queryClient.setQueryDefaults(keys.deletionProgress, { gcTime: Infinity })
  for (const [queryKey, data] of kept.progresses) queryClient.setQueryData(queryKey, data)
  const ended = before?.ended ?? new Set<number>()
  const isToKeep = (entry: Mutation): boolean => {
    const action = readAction(entry)
    return action !== undefined && isFollowed(action) && !ended.has(action.number)
  }
  const keep = () => {
    if (isLeaving()) return
    const state = dehydrate(queryClient, { shouldDehydrateMutation: isToKeep, shouldDehydrateQuery: () => false })
    const progresses = queryClient.getQueriesData({ queryKey: keys.deletionProgress })
    if (state.mutations.length === 0 && progresses.length === 0) forgetActions()
    else keepActions(owner, JSON.stringify({ mutations: state.mutations, progresses }))
  }
  tracks().set(queryClient, { ended, lost, keep })
  keep()
  const stops = [
    cache.subscribe(keep),
    queryClient.getQueryCache().subscribe(({ query, type }) => {
      if (type === 'updated' && matchQuery({ queryKey: keys.deletionProgress }, query)) keep()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** The orders that were under way when the page was loaded anew, for who tells of them: each once. */
export function takeLost(queryClient: QueryClient): readonly ActionState[] {
  return tracks().get(queryClient)?.lost.splice(0) ?? []
}

/** Whether its counters have come to rest: it stands in the way of nothing any more. */
export function hasEnded(queryClient: QueryClient, { number }: ActionState): boolean {
  return tracks().get(queryClient)?.ended.has(number) === true
}

const endListeners = new Set<(action: ActionState) => void>()

/**
 * Tells of each action whose counters have come to rest.
 * @returns what ends it
 */
export function whenEnded(listener: (action: ActionState) => void): () => void {
  endListeners.add(listener)
  return () => endListeners.delete(listener)
}

/** Its counters have come to rest: a reload does not follow it any more. */
export function endFollowing(queryClient: QueryClient, state: ActionState): void {
  const { number, action: given } = state
  const track = tracks().get(queryClient)
  if (track === undefined || track.ended.has(number)) return
  track.ended.add(number)
  for (const listener of endListeners) listener(state)
  if (given.kind === 'deletion') queryClient.removeQueries({ queryKey: keys.deletionProgressOf(given.ref) })
  track.keep()
}

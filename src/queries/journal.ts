/** Writes every action to the journal of the account: at its click, when it is answered, and what the counters do afterwards. */
import type { Mutation, Query, QueryClient } from '@tanstack/react-query'
import { matchMutation } from '@tanstack/react-query'
import { isSameSession, isUnreadable } from '@/domain/session'
import type { Page, Session } from '@/domain/session'
import { sessionOf } from '@/domain/action'
import type { JournalEntry } from '@/domain/journal'
import { COUNTED_FOR, abandoned, journalEntry, journalFigures, journalId } from '@/domain/journal'
import { mayBeWorking } from '@/domain/relaunch'
import { perVisit } from '@/stores/credentials'
import { changeJournal, shareJournal, writeJournal } from '@/stores/journal'
import { pageNow, pageTime, useServerClock } from '@/stores/server-clock'
import type { ActionState } from './actions'
import { readAction } from './actions'
import { sessionQuery } from './board'
import { hasEnded, isLeaving, whenEnded } from './kept-actions'
import { keys } from './keys'

/** What is known of the actions of this page, by their numbers. */
interface Known {
  readonly seen: Map<number, ActionState>
  /** Those whose counters may still move. */
  readonly counted: Map<number, ActionState>
}

const knownActions = perVisit(() => new WeakMap<QueryClient, Known>())

function knownOf(queryClient: QueryClient): Known {
  const known = knownActions().get(queryClient) ?? { seen: new Map(), counted: new Map() }
  knownActions().set(queryClient, known)
  return known
}

/** By the clock of REGARDS, which computers of one team share. */
const isoDate = (at: number) => new Date(at + useServerClock.getState().offset).toISOString()

/** The rows of the lists and the session of the drawer: whatever was read says what its counters are. */
function sessionsIn({ queryKey, state }: Query): readonly Session[] {
  const [area, kind] = queryKey
  if (area !== keys.board[0] || state.data === undefined) return []
  if (kind === 'session') return [state.data as Session]
  if (kind !== 'sessions') return []
  return (state.data as Page<Session>).entries.flatMap(entry => (isUnreadable(entry) ? [] : [entry]))
}

/**
 * Keeps the journal of who is signed in.
 * @param owner project and user
 * @returns what ends it
 */
export function keepJournal(queryClient: QueryClient, owner: string): () => void {
  const cache = queryClient.getMutationCache()
  const { seen, counted } = knownOf(queryClient)

  const note = (mutation: Mutation) => {
    if (!matchMutation({ mutationKey: keys.actions }, mutation)) return
    const state = readAction(mutation)
    if (state === undefined || seen.get(state.number)?.status === state.status || isLeaving()) return
    const isNew = !seen.has(state.number)
    seen.set(state.number, state)
    if (state.report !== undefined && mayBeWorking(state.report.outcome) && !hasEnded(queryClient, state))
      counted.set(state.number, state)
    const entry = journalEntry(state, isoDate(pageTime(state.since)))
    const isRestored = state.asker === undefined
    if (isNew && !isRestored) writeJournal(owner, entry)
    else changeJournal(owner, entry.id, before => renewed(before, entry, isRestored))
  }

  const count = (state: ActionState, session: Session, isLast: boolean) => {
    const { action, report, since } = state
    const said = report?.baseline && journalFigures(action, report.baseline, session)
    const now = pageNow()
    const isFinal = isLast || now - pageTime(since) >= COUNTED_FOR
    if (isFinal) counted.delete(state.number)
    if (said === undefined) return
    changeJournal(owner, journalId(state), entry => {
      const isSame = JSON.stringify(entry.counters?.said) === JSON.stringify(said)
      if (isSame && entry.counters?.isFinal === isFinal) return entry
      return { ...entry, counters: { at: isoDate(now), isFinal, said } }
    })
  }

  const countAll = (query: Query) => {
    if (counted.size === 0) return
    const sessions = sessionsIn(query)
    for (const state of counted.values()) {
      const ref = sessionOf(state.action)
      const session = ref && sessions.find(one => isSameSession(one, ref))
      if (session !== undefined) count(state, session, false)
    }
  }

  /** What is under way now is not known to end: the page goes, or its user does. */
  const leave = () => {
    for (const state of seen.values()) if (state.status === 'sending') changeJournal(owner, journalId(state), abandoned)
  }

  for (const mutation of cache.getAll()) note(mutation)
  window.addEventListener('pagehide', leave)
  const stops = [
    shareJournal(owner),
    cache.subscribe(event => {
      if (event.mutation !== undefined) note(event.mutation as Mutation)
    }),
    queryClient.getQueryCache().subscribe(event => {
      if (event.type === 'updated' && event.action.type === 'success') countAll(event.query as Query)
    }),
    whenEnded(state => {
      const ref = sessionOf(state.action)
      const session = ref && queryClient.getQueryData(sessionQuery(ref).queryKey)
      if (session !== undefined) count(state, session, true)
    }),
    () => window.removeEventListener('pagehide', leave),
    // Signed out before the answer: nothing of this page tells the account any more.
    leave,
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** What an answer adds; a reload brings back less than was known, and of an action that was under way that nobody knows. */
function renewed(before: JournalEntry, now: JournalEntry, isRestored: boolean): JournalEntry {
  if (isRestored && before.status !== 'sending') return before
  const { status, parts, notSent, session } = now
  return { ...before, status, parts, notSent, session: session ?? before.session }
}

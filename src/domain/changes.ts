/** What changed since the user marked everything as seen. Pure: who reads the sessions is queries/seen.ts. */
import type { Session, SessionRef } from './session'
import { totalCounters } from './session'

/** What may have become of a session, the most important first: each session says one. */
export const CHANGE_KINDS = ['error', 'new', 'recovered', 'finished'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** A session as it was at the mark. */
export interface MarkedSession extends SessionRef {
  readonly id: number
  /** As REGARDS counts them. */
  readonly errors: number
  /** Something was running or waiting. */
  readonly isActive: boolean
  /** In milliseconds; undefined where REGARDS gave no date. */
  readonly updated: number | undefined
}

/** The lists a mark is made of. */
type SeenList = 'all' | 'error' | 'active'

export interface SeenMark {
  /** When it was set, by REGARDS' clock. */
  readonly at: string
  /** Not later than any later date of REGARDS, whatever a clock of this computer said; undefined: there was no session. */
  readonly from: string | undefined
  /** Sessions there were. */
  readonly total: number
  readonly sessions: readonly MarkedSession[]
  /** Lists that held more than was kept: whether a session that is not among `sessions` was in them is not known. */
  readonly cut: Readonly<Record<SeenList, boolean>>
}

/** REGARDS shows an event some seconds after its date, and its services have clocks of their own (docs/regards-api/measured.md 7). */
const LAG = 600_000

/** What is compared: sessions updated since then, in milliseconds of REGARDS' dates. */
export function comparedFrom({ from }: SeenMark): number | undefined {
  return from === undefined ? undefined : Date.parse(from) - LAG
}

function flagsOf({ steps }: Session) {
  const { errors, running, waiting } = totalCounters(steps)
  return { errors: Math.max(0, errors), isActive: running > 0 || waiting > 0 }
}

const dateOf = ({ lastUpdateDate }: Session) => {
  const at = Date.parse(lastUpdateDate ?? '')
  return Number.isNaN(at) ? undefined : at
}

const seen = (session: Session): MarkedSession => ({
  id: session.id,
  source: session.source,
  name: session.name,
  ...flagsOf(session),
  updated: dateOf(session),
})

/** A list as it was read from its top, newest first. */
interface SeenPart {
  readonly sessions: readonly Session[]
  /** There were others, or some that could not be read. */
  readonly isCut: boolean
}

/**
 * A mark.
 * @param now in milliseconds of REGARDS' clock
 * @param total sessions there are
 */
export function markOf(now: number, total: number, parts: Readonly<Record<SeenList, SeenPart>>): SeenMark {
  const sessions = new Map<number, MarkedSession>()
  for (const { sessions: rows } of [parts.error, parts.active, parts.all])
    for (const row of rows) sessions.set(row.id, seen(row))
  const newest = parts.all.sessions.reduce((latest, row) => Math.max(latest, dateOf(row) ?? -Infinity), -Infinity)
  return {
    at: new Date(now).toISOString(),
    from: total === 0 ? undefined : new Date(newest === -Infinity ? now : Math.min(now, newest)).toISOString(),
    total,
    sessions: [...sessions.values()],
    cut: { all: parts.all.isCut, error: parts.error.isCut, active: parts.active.isCut },
  }
}

/** Sessions beside what they were at a mark. */
export interface Comparison {
  /** What became of a session; undefined for nothing, and where it cannot be known. */
  readonly kindOf: (session: Session) => ChangeKind | undefined
  /** It was certainly not there. */
  readonly isNew: (session: Session) => boolean
}

export function comparisonWith({ sessions, cut, at }: SeenMark): Comparison {
  const before = new Map(sessions.map(session => [session.id, session]))
  const markedAt = Date.parse(at)
  // A session that was purged and came again has another id: it is new.
  const isNew = ({ id, creationDate }: Session) =>
    !before.has(id) && (!cut.all || Date.parse(creationDate ?? '') > markedAt)
  const kindOf = (session: Session): ChangeKind | undefined => {
    const { errors, isActive } = flagsOf(session)
    const former = before.get(session.id)
    const isKnown = former !== undefined || isNew(session) || !cut.error
    const errorsBefore = former?.errors ?? 0
    if (isKnown && errors > errorsBefore) return 'error'
    if (isNew(session)) return 'new'
    if (errorsBefore > 0 && errors === 0) return 'recovered'
    return former?.isActive === true && !isActive ? 'finished' : undefined
  }
  return { kindOf, isNew }
}

/** Sessions by what became of them, and those that are gone. */
export interface Changes {
  readonly changed: ReadonlyMap<number, { readonly session: Session; readonly kind: ChangeKind }>
  readonly counts: Readonly<Record<ChangeKind, number>>
  /** Undefined where it cannot be known. */
  readonly gone: number | undefined
  /** Not every session that was updated since is among them. */
  readonly isCut: boolean
  /** Sessions moved while they were read: some may be missing. */
  readonly isMoved: boolean
}

/** Sessions that were updated since a mark, as far as they were read. */
export interface Updated {
  readonly rows: readonly Session[]
  /** Sessions there are. */
  readonly total: number
  readonly isCut: boolean
  /** They moved while they were read: some may be missing. */
  readonly isMoved?: boolean
}

export function changesOf(
  { total: before }: SeenMark,
  { rows, total, isCut, isMoved = false }: Updated,
  compared: Comparison,
): Changes {
  const counts = { error: 0, new: 0, recovered: 0, finished: 0 }
  const changed = new Map<number, { readonly session: Session; readonly kind: ChangeKind }>()
  for (const session of rows) {
    const kind = compared.kindOf(session)
    if (kind === undefined || changed.has(session.id)) continue
    changed.set(session.id, { session, kind })
    counts[kind]++
  }
  // A new session in error counts as an error, and is new all the same.
  const added = [...changed.values()].filter(({ session }) => compared.isNew(session)).length
  const gone = isCut || isMoved ? undefined : Math.max(0, before + added - total)
  return { changed, counts, gone, isCut, isMoved }
}

/** Sessions there are now, newest first, from the top of their list. */
export interface Present {
  readonly sessions: readonly Session[]
  /** It is not the whole list. */
  readonly isCut: boolean
  /** What is known of the rows that could not be read: a name or an id each. */
  readonly unreadable?: readonly (string | undefined)[]
}

/**
 * The sessions of a mark that REGARDS no longer has. Where not all that there are were read, those are left out that may
 * be further down: the date of a session never goes back. Nor is one named that may be a row that cannot be read.
 */
export function goneSessions({ sessions }: SeenMark, present: Present): readonly MarkedSession[] {
  const there = new Set(present.sessions.map(({ id }) => id))
  const oldest = present.sessions.reduce((least, session) => Math.min(least, dateOf(session) ?? Infinity), Infinity)
  const isAbove = ({ updated }: MarkedSession) => updated !== undefined && updated > oldest
  const torn = new Set(present.unreadable)
  const mayBeTorn = ({ id, name }: MarkedSession) => torn.has(undefined) || torn.has(name) || torn.has(String(id))
  return sessions.filter(
    session => !there.has(session.id) && !mayBeTorn(session) && (!present.isCut || isAbove(session)),
  )
}

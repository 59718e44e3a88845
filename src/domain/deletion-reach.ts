/** What the deletion of one session would also delete in others, and which kind of deletion is safe then (docs/regards-api/measured.md 1). Pure. */
import type { DeletedId } from './deletion'
import { deletedCounts } from './deletion'
import type { Right } from './rights'
import { EXACT_RIGHTS } from './rights'
import type { Session, SessionRef } from './session'

/** A number of rows of one session. */
export interface PairCount {
  readonly ref: SessionRef
  readonly count: number
}

/** Whose rows one service finds for a session: it compares both names as substrings. */
export interface Reach {
  /** Rows of exactly this session; undefined when the search ended before it found them. */
  readonly own: number | undefined
  /** Other sessions, purged ones included, largest count first; not all of them when `isCut`. */
  readonly others: readonly PairCount[]
  /** Rows of other sessions; a minimum while `own` is not known. */
  readonly othersTotal: number
  /** There may be more other sessions than listed. */
  readonly isCut: boolean
}

/** The two services that also delete rows of other sessions. */
export interface SharedReach {
  readonly oais: Reach
  readonly workers: Reach
}

export interface DeletionReach extends SharedReach {
  /** GeoJSON products of exactly this session; undefined where they were not or cannot be counted. */
  readonly features: number | undefined
}

export type DeletionWay =
  /** `DELETE rs-admin/sessions/{id}` deletes only this session's products. */
  | { readonly kind: 'ordinary' }
  /** That call must not be offered. */
  | { readonly kind: 'exact'; readonly why: 'emptyName' | 'wildcards' | 'similarSessions' }

/** Without a visible character: a server may treat it as no name. */
const isBlank = (name: string) => /^[\s\p{Cc}]*$/u.test(name)

/** True when REGARDS may ignore a filter by these names: a deletion would then take a whole source, or everything. */
export function isNameless({ source, name }: SessionRef): boolean {
  return isBlank(source) || isBlank(name)
}

/** True when one of the names contains wildcards of `LIKE` (docs/regards-api/measured.md 2). */
function hasWildcards({ source, name }: SessionRef): boolean {
  return /[%\\]/.test(source + name)
}

const isAlone = ({ own, othersTotal, isCut }: Reach) => own !== undefined && othersTotal === 0 && !isCut

/**
 * How this session can be deleted: by its own deletion only when every row that deletes is known to be its own.
 * @param reach as services/deletion-reach.ts found it
 */
export function deletionWay(ref: SessionRef, { oais, workers }: SharedReach): DeletionWay {
  if (isNameless(ref)) return { kind: 'exact', why: 'emptyName' }
  if (hasWildcards(ref)) return { kind: 'exact', why: 'wildcards' }
  return isAlone(oais) && isAlone(workers) ? { kind: 'ordinary' } : { kind: 'exact', why: 'similarSessions' }
}

/** The deletions that affect exactly one session. */
export type ExactPartId = keyof typeof EXACT_RIGHTS

/** One of the deletions that affect exactly one session (docs/regards-api/measured.md 1.2). */
export interface ExactPart {
  readonly id: ExactPartId
  /** Its count; undefined when it could not be counted. */
  readonly count: number | undefined
  readonly right: Right
  /** False when it cannot be done for this session alone, or was not counted. */
  readonly isPossible: boolean
}

const countedAs = (session: Session, id: DeletedId) => deletedCounts(session).find(one => one.id === id)?.count ?? 0

/** The acquired products by the session's own counters: no list of rs-dataprovider counts them exactly. */
export function acquiredCount(session: Session): number {
  return countedAs(session, 'acquiredProducts')
}

/**
 * The exact deletions, always all four; a count of 0 leaves nothing to delete.
 * @param session as just read: acquired products are counted by it, and GeoJSON ones where they cannot be asked for
 */
export function exactParts(session: Session, reach: DeletionReach): readonly ExactPart[] {
  const isNamed = !isNameless(session)
  const part = (id: ExactPartId, count: number | undefined, isPossible: boolean): ExactPart => ({
    ...{ id, count, isPossible, right: EXACT_RIGHTS[id] },
  })
  const features = reach.features ?? countedAs(session, 'features')
  return [
    part('oaisProducts', reach.oais.own, reach.oais.own !== undefined),
    part('features', features, isNamed && reach.features !== undefined),
    part('acquiredProducts', acquiredCount(session), isNamed),
    part('workerRequests', reach.workers.own, reach.workers.own !== undefined),
  ]
}

/** What the user confirms: this session, as counted, and what its deletion would reach. */
interface Counting {
  readonly session: Session
  readonly reach: DeletionReach
}

const byName = ({ ref: a }: PairCount, { ref: b }: PairCount) => {
  const [one, other] = [JSON.stringify([a.source, a.name]), JSON.stringify([b.source, b.name])]
  return one < other ? -1 : Number(one > other)
}

const fingerprintOf = ({ own, others, othersTotal, isCut }: Reach) => [
  ...[own ?? null, othersTotal, isCut],
  [...others].sort(byName).map(({ ref, count }) => [ref.source, ref.name, count]),
]

/**
 * Text that is equal only for the same target: the session itself, what is deleted, and, where the
 * session's own deletion is offered, all that it reaches. Exact deletions reach no others, whose counts may keep changing.
 */
export function countingFingerprint({ session, reach }: Counting): string {
  const { id, source, name } = session
  const { oais, workers, features } = reach
  const isExact = deletionWay(session, reach).kind === 'exact'
  return JSON.stringify([
    ...[isExact, id, source, name, deletedCounts(session), features ?? null],
    ...(isExact ? [oais.own ?? null, workers.own ?? null] : [fingerprintOf(oais), fingerprintOf(workers)]),
  ])
}

/** Whether what was re-read is what was confirmed; a session recreated under the same name is another one. */
export function isSameCounting(confirmed: Counting, now: Counting): boolean {
  return countingFingerprint(confirmed) === countingFingerprint(now)
}

/** The same pairs, those that lose most first. */
export function mostFirst(pairs: readonly PairCount[]): readonly PairCount[] {
  return [...pairs].sort((a, b) => b.count - a.count || byName(a, b))
}

/** What a tab keeps of its watches, as far as a reload depends on it. */
import { SESSION_FILTERS, STATE_FILTERS } from '@/domain/session'
import { isSince } from '@/domain/since'
import { isAnyOf, isListOf, isNumber, isObjectOf, isOneOf, isOptional, isRecordOf, isText } from '@/domain/shapes'
import type { BoardWatch, WatchTarget } from '@/domain/watching'
import { MOST_MATCHED } from '@/domain/watching'

const isTrue = isOneOf(true)
const isBoolean = isOneOf(true, false)
const isSeen = isObjectOf({
  at: isNumber,
  errors: isNumber,
  running: isNumber,
  waiting: isNumber,
  products: isOptional(isNumber),
  print: isText,
})
const isSession = isObjectOf({
  source: isText,
  name: isText,
  id: isOptional(isNumber),
  seen: isOptional(isSeen),
  isGone: isOptional(isTrue),
})
const isQuestion = isObjectOf({
  source: isOptional(isText),
  name: isOptional(isText),
  state: isOptional(
    isAnyOf(
      isOneOf(...STATE_FILTERS),
      isObjectOf({ anyOf: isListOf(isOneOf(...SESSION_FILTERS)), since: isOptional(isSince) }),
    ),
  ),
})
const isWatch = isObjectOf({
  id: isText,
  target: isAnyOf(
    isObjectOf({
      kind: isOneOf('sessions'),
      sessions: isListOf(isSession),
      rows: isOptional(isObjectOf({ at: isNumber, size: isNumber })),
    }),
    isObjectOf({
      kind: isOneOf('list'),
      question: isQuestion,
      parts: isRecordOf(isObjectOf({ at: isNumber, count: isNumber, print: isText, isCut: isOptional(isTrue) })),
      next: isNumber,
      matched: isOptional(isListOf(isText)),
    }),
  ),
  startedAt: isNumber,
  changedAt: isNumber,
  lookedAt: isNumber,
  failures: isNumber,
  trouble: isOptional(isObjectOf({ isRefused: isBoolean, status: isOptional(isNumber), retryAfter: isNumber })),
  end: isOptional(isObjectOf({ kind: isOneOf('done', 'stalled', 'gone'), at: isNumber, isSeen: isBoolean })),
})

/** When the clock was set back since, nothing was seen later than now. */
function targetUntil(target: WatchTarget, now: number): WatchTarget {
  if (target.kind === 'list') {
    const parts = Object.entries(target.parts).map(([place, part]) => [place, { ...part, at: Math.min(part.at, now) }])
    const matched = target.matched === undefined ? {} : { matched: target.matched.slice(-MOST_MATCHED) }
    return { ...target, parts: Object.fromEntries(parts) as typeof target.parts, ...matched }
  }
  const sessions = target.sessions.map(session =>
    session.seen === undefined
      ? session
      : { ...session, seen: { ...session.seen, at: Math.min(session.seen.at, now) } },
  )
  return { ...target, sessions }
}

/** The watches as they go on after a reload; what cannot be used is left out. */
export function restoredWatches(kept: unknown, now: number): readonly BoardWatch[] {
  if (!Array.isArray(kept)) return []
  return (kept as readonly unknown[]).filter(isWatch).map(value => {
    const watch = value as BoardWatch
    return {
      ...watch,
      target: targetUntil(watch.target, now),
      startedAt: Math.min(watch.startedAt, now),
      changedAt: Math.min(watch.changedAt, now),
      lookedAt: Math.min(watch.lookedAt, now),
    }
  })
}

/** What a tab keeps of its run, as far as a reload depends on it. */
import type { Run } from '@/domain/relaunch-run'
import { afterEvent } from '@/domain/relaunch-run'
import { RELAUNCH_RIGHTS } from '@/domain/rights'
import { isAnyOf, isListOf, isNumber, isObjectOf, isOneOf, isOptional, isText } from '@/domain/shapes'
import { isOutcome } from './kept-shapes'

const isAnswer = isObjectOf({ parts: isListOf(isObjectOf({ type: isOptional(isText), outcome: isOutcome })) })
const isFigures = isObjectOf({ errors: isNumber, working: isNumber, isOver: isOneOf(true, false), fingerprint: isText })
const isItem = isObjectOf({
  ref: isObjectOf({ source: isText, name: isText }),
  id: isNumber,
  stepId: isOneOf(...Object.keys(RELAUNCH_RIGHTS)),
  count: isNumber,
  attempt: isNumber,
  only: isOptional(isListOf(isText)),
  before: isOptional(isAnswer),
  state: isAnyOf(
    isObjectOf({ kind: isOneOf('waiting', 'sending') }),
    isObjectOf({ kind: isOneOf('answered'), outcome: isAnswer }),
    isObjectOf({ kind: isOneOf('notSent'), reason: isText }),
  ),
  since: isNumber,
  baseline: isOptional(isFigures),
  current: isOptional(isFigures),
  movedAt: isNumber,
  notBefore: isOptional(isNumber),
  looks: isOptional(isNumber),
  isGone: isOptional(isOneOf(true)),
})
const isRun = isObjectOf({
  id: isText,
  startedAt: isNumber,
  items: isListOf(isItem),
  paused: isOptional(isOneOf('user', 'reloaded', 'signedOut', 'failing')),
  unanswered: isNumber,
})

/** Older than that it is not taken up, in milliseconds. */
const LONGEST = 12 * 3_600_000

/** The run as it goes on after a reload: it waits for a click; undefined for what cannot be used. */
export function restoredRun(kept: unknown, now: number): Run | undefined {
  if (!isRun(kept)) return undefined
  const run = kept as Run
  if (now - run.startedAt > LONGEST) return undefined
  // The clock was set back since: nothing is followed for longer than what was sent just now.
  const items = run.items.map(item => ({
    ...item,
    since: Math.min(item.since, now),
    movedAt: Math.min(item.movedAt, now),
  }))
  return afterEvent({ ...run, items }, { type: 'reloaded' })
}

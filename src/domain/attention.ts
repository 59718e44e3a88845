/** Which sessions need someone, and how urgently. Pure: words are the screen's. */
import type { Session } from './session'
import { totalCounters } from './session'
import { sessionStall } from './stall'
import { setAsideCount } from './step-reading'

/** When it is, and what the user takes for long. */
export interface Watch {
  /** In milliseconds of REGARDS' clock. */
  readonly now: number
  readonly minutes: number
}

export const isStalled = ({ steps }: Session, { now, minutes }: Watch) =>
  sessionStall(steps, now, minutes) !== undefined

export const hasLeftOut = ({ steps }: Session) => setAsideCount(steps) > 0

/** The place of a session among those that need someone: a decision is awaited, errors, no change for long, left out; undefined for none. */
export function urgencyOf(session: Session, watch: Watch): number | undefined {
  const { waiting, errors } = totalCounters(session.steps)
  const reasons = [waiting > 0, errors > 0, isStalled(session, watch), hasLeftOut(session)]
  const first = reasons.indexOf(true)
  return first === -1 ? undefined : first
}

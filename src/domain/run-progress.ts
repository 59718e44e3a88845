/** How far the work has come that a run of relaunches gave to REGARDS, as counters tell. Pure. */
import type { Phase } from './relaunch-progress'
import { STALLED_AFTER_MS, phaseOf, relaunchFigures } from './relaunch-progress'
import type { Run, RunItem } from './relaunch-run'
import { isFollowedItem, isUnfinished } from './relaunch-run'
import { sessionKey } from './session'
import { stepDefinition } from './step-catalogue'

/** Counters may be moved by a relaunch for so long, in milliseconds. */
const LONGEST = 15 * 60_000

/** How far the work of an item has come; undefined for one that REGARDS does not work on. */
export function itemPhase(item: RunItem, now: number): Phase | undefined {
  if (!isFollowedItem(item)) return undefined
  const { since, baseline, current, movedAt, isGone } = item
  if (isGone === true || now - since >= LONGEST) return 'stalled'
  if (current === undefined) return now - since >= STALLED_AFTER_MS ? 'stalled' : 'waiting'
  return phaseOf({ since, baseline, current, movedAt }, now)
}

/** Its counters may still be moved by what was sent. */
export function isMoving(item: RunItem, now: number): boolean {
  const phase = itemPhase(item, now)
  return phase === 'waiting' || phase === 'moving'
}

/** Nothing is left to send, and no counter is expected to move any more. */
export function isStill(run: Run, now: number): boolean {
  return !isUnfinished(run) && !run.items.some(item => isMoving(item, now))
}

/** What became of the errors of an item, as its counters tell; undefined for one that was not relaunched. */
export function itemFigures(item: RunItem) {
  const { baseline, current, stepId } = item
  if (!isFollowedItem(item) || baseline === undefined || current === undefined) return undefined
  return relaunchFigures(baseline, current, stepDefinition(stepId)?.runsJobs === true)
}

interface RunFigures {
  /** Sessions of which something was relaunched. */
  readonly sessions: number
  readonly recovered: number
  readonly working: number
  readonly failing: number
}

/** All of it together. */
export function runFigures({ items }: Run): RunFigures {
  const figures = items.flatMap(item => itemFigures(item) ?? [])
  const sum = (pick: (one: (typeof figures)[number]) => number) => figures.reduce((n, one) => n + pick(one), 0)
  return {
    sessions: new Set(items.filter(isFollowedItem).map(({ ref }) => sessionKey(ref))).size,
    recovered: sum(one => one.recovered),
    working: sum(one => one.working),
    failing: sum(one => one.failing),
  }
}

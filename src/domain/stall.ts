/** Steps that are running without a counter change for long. Pure. */
import type { Source, Step } from './session'

/** A step type whose counters do not change. */
export interface Stall {
  readonly type: string
  /** For how long, in milliseconds. */
  readonly age: number
}

function ageOf(iso: string | undefined, now: number): number | undefined {
  const age = iso === undefined ? NaN : now - Date.parse(iso)
  return Number.isNaN(age) ? undefined : age
}

/**
 * How long a step has been running without a change.
 * @param minutes what the user takes for long
 * @returns milliseconds; undefined when nothing runs, when it is no longer than that, or when the date is not known
 */
export function stepStall(step: Pick<Step, 'state' | 'lastUpdateDate'>, now: number, minutes: number) {
  const age = step.state.running > 0 ? ageOf(step.lastUpdateDate, now) : undefined
  return age !== undefined && age > minutes * 60_000 ? age : undefined
}

/** The running step with the longest time without a change; undefined when there is none. */
export function sessionStall(steps: readonly Step[], now: number, minutes: number): Stall | undefined {
  return steps.reduce<Stall | undefined>((longest, step) => {
    const age = stepStall(step, now, minutes)
    return age === undefined || (longest !== undefined && longest.age >= age) ? longest : { type: step.type, age }
  }, undefined)
}

/** REGARDS dates a source as a whole, not its steps: when it does not change, nothing that runs in it does. */
export function sourceStall({ steps, lastUpdateDate }: Source, now: number, minutes: number): Stall | undefined {
  const running = steps.find(({ state }) => state.running > 0)
  if (running === undefined) return undefined
  const age = stepStall({ state: running.state, lastUpdateDate }, now, minutes)
  return age === undefined ? undefined : { type: running.type, age }
}

/** Time that passes while a page is open, whatever happens to the clock of its computer. */

/** Two clocks read at once, in milliseconds: `wall` may be set, `steady` may stop while the computer sleeps. */
export interface Moment {
  readonly wall: number
  readonly steady: number
}

/** Both clocks of this computer, now. */
export function momentNow(): Moment {
  return { wall: Date.now(), steady: performance.now() }
}

/** Milliseconds from one moment to another, by the clock that advanced more: setting a clock makes no wait longer. */
export function passedSince(then: Moment, at: Moment = momentNow()): number {
  return Math.max(Math.abs(at.wall - then.wall), at.steady - then.steady)
}

/** How far the wall clock went ahead of the steady one between two moments, in milliseconds; negative when it was set back. */
export function driftBetween(then: Moment, at: Moment): number {
  return at.wall - then.wall - (at.steady - then.steady)
}

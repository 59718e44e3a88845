/**
 * The time of the page and of REGARDS, independent of the clock of this computer. Pure.
 *
 * Page time runs like the wall clock, and goes on when that is set: ages of answers and of actions are counted in it.
 * REGARDS time is page time and an offset, read from the `Date` header of the gateway's answers. All in milliseconds.
 */
import type { Moment } from './moment'
import { driftBetween } from './moment'

/** A smaller jump is a slow adjustment, not a set clock. */
const JUMP = 2_000
/** `Date` is cut to whole seconds. */
const RESOLUTION = 1_000
/** Dates outside come from a clock that was never set. */
const EARLIEST = Date.UTC(2020, 0)
const LATEST = Date.UTC(2100, 0)
/** Without `Date`: a row dated further ahead is a wrong row, not a wrong clock. */
const MOST_AHEAD = 25 * 3_600_000
/** A smaller difference between the two clocks is not worth a message. */
const WORTH_SAYING = 60_000
/** Jumps forward that no answer has explained yet. */
const MOST_UNEXPLAINED = 20

/** A stretch of the wall clock between two jumps: page time is wall time and `shift`. */
interface Stretch {
  /** First wall time that can belong to it. */
  readonly from: number
  /** Last wall time that can belong to it; that of the last stretch grows. */
  until: number
  shift: number
  /** How far the wall clock jumped ahead before it: the computer slept, or its clock was set. 0 once that is known. */
  jump: number
}

/** Limits of the offset, as far as answers prove it. */
interface Range {
  readonly low: number
  readonly high: number
}

const overlap = (a: Range, b: Range) => a.low <= b.high && b.low <= a.high
const both = (a: Range, b: Range): Range => ({ low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) })

export class ServerClock {
  #last: Moment
  readonly #stretches: Stretch[]
  #range: Range | undefined
  /** Earlier than all that is known: an answer out of a cache, or a clock that was set back. The next one tells. */
  #earlier: { readonly range: Range; readonly at: number } | undefined
  #offset = 0

  constructor(at: Moment) {
    this.#last = at
    this.#stretches = [{ from: -Infinity, until: at.wall, shift: 0, jump: 0 }]
  }

  /** REGARDS time is page time and this; 0 until an answer says otherwise. */
  get offset(): number {
    return this.#offset
  }

  /** Page time. */
  now(at: Moment): number {
    const ran = Math.max(0, at.steady - this.#last.steady)
    const drift = driftBetween(this.#last, at)
    const stretch = this.#current
    // A wall clock that was set back is known at once: time never runs backwards. One that is ahead may be right.
    if (Math.abs(drift) > JUMP) {
      stretch.until = this.#last.wall + ran
      const shift = drift < 0 ? stretch.shift - drift : stretch.shift
      this.#stretches.push({ from: at.wall - ran, until: at.wall, shift, jump: Math.max(0, drift) })
      const unexplained = this.#stretches.filter(({ jump }) => jump > 0)
      if (unexplained.length > MOST_UNEXPLAINED && unexplained[0] !== undefined) unexplained[0].jump = 0
    }
    this.#current.until = at.wall
    this.#last = at
    return at.wall + this.#current.shift
  }

  /** Page time of what `Date.now()` said then; 0, which means never, stays 0. */
  pageTime(stamp: number, at: Moment): number {
    if (stamp === 0) return 0
    this.now(at)
    const stretch = this.#stretches.findLast(({ from, until }) => stamp >= from && stamp <= until) ?? this.#current
    return stamp + stretch.shift
  }

  /**
   * Takes note of an answer's `Date`. The newest counts: one out of a cache is older than REGARDS' clock.
   * @param date as the header says
   * @param took milliseconds since the request was sent, those that the computer slept included
   * @param at now
   */
  hear(date: number, took: number, at: Moment): void {
    if (!(date >= EARLIEST && date < LATEST)) return
    const now = this.now(at)
    const range = { low: date - now, high: date + RESOLUTION - now + Math.max(0, took) }
    const known = this.#range
    if (known === undefined || range.low > known.high) this.#accept(range)
    else if (overlap(range, known)) this.#accept(both(range, known))
    else if (range.high > known.low - JUMP) this.#accept(range)
    else if (this.#explain(range, known)) this.hear(date, took, at)
    else if (this.#earlier === undefined) this.#earlier = { range, at: now }
    else if (now - this.#earlier.at >= JUMP) {
      // A cached date does not advance; a clock does.
      if (overlap(range, this.#earlier.range)) this.#accept(range)
      else this.#earlier = { range, at: now }
    }
  }

  /** Takes note of the newest date in an answer's rows: without a `Date` header it is not later than now. */
  see(date: number, at: Moment): void {
    const lead = date - this.now(at)
    if (this.#range === undefined && lead <= MOST_AHEAD && lead > this.#offset + RESOLUTION) this.#offset = lead
  }

  /**
   * How far the clock of this computer is ahead of REGARDS, negative for behind; 0 while that may be less than a minute,
   * and without a `Date`: dates of rows prove no amount.
   */
  difference(at: Moment): number {
    this.now(at)
    const { shift } = this.#current
    if (this.#range === undefined) return 0
    const { low, high } = this.#range
    const least = Math.min(Math.abs(low + shift), Math.abs(high + shift))
    const isCertain = low + shift > 0 === high + shift > 0 && least >= WORTH_SAYING
    return isCertain ? -(this.#offset + shift) : 0
  }

  get #current(): Stretch {
    const last = this.#stretches.at(-1)
    if (last === undefined) throw new Error('A clock has a stretch')
    return last
  }

  #accept(range: Range): void {
    this.#range = range
    this.#earlier = undefined
    // Explained by this answer: the computer slept.
    for (const stretch of this.#stretches) stretch.jump = 0
    // It changes only when it is proven wrong, so that ages do not jitter; up to a second late rather than early: no row
    // is then younger than it is.
    if (this.#offset < range.low || this.#offset > range.high)
      this.#offset = range.low <= 0 && range.high >= 0 ? 0 : Math.min(range.low + RESOLUTION, range.high)
  }

  /** True when the wall clock was set ahead by as much as the answer is behind: page time then goes on as before that. */
  #explain({ low, high }: Range, known: Range): boolean {
    const place = this.#stretches.findIndex(
      ({ jump }) => jump > 0 && overlap({ low: low + jump - JUMP, high: high + jump + JUMP }, known),
    )
    const set = this.#stretches[place]
    if (set === undefined) return false
    const { jump } = set
    set.jump = 0
    for (const stretch of this.#stretches.slice(place)) stretch.shift -= jump
    return true
  }
}

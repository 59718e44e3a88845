/** What time it is for the page and for REGARDS, whatever happens to the clock of this computer. */
import { beforeEach, describe, expect, it } from 'vitest'
import { ServerClock } from '@/domain/server-clock'

const SECOND = 1000
const MINUTE = 60_000
const HOUR = 3_600_000
const START = Date.UTC(2026, 2, 4, 8)

/** A computer, a REGARDS with a clock of its own, and a page between them. */
class Desk {
  #passed = 0
  #slept = 0
  /** How far the computer's clock is ahead of the true time. */
  ahead: number
  /** How far REGARDS' clock is. */
  regardsAhead = 0
  readonly clock: ServerClock

  constructor(ahead = 0) {
    this.ahead = ahead
    this.clock = new ServerClock(this.moment)
  }

  get moment() {
    return { wall: START + this.#passed + this.ahead, steady: this.#passed - this.#slept }
  }
  get regards(): number {
    return START + this.#passed + this.regardsAhead
  }
  pass(ms: number): void {
    this.#passed += ms
  }
  /** The steady clock is stopped meanwhile. */
  sleep(ms: number): void {
    this.#passed += ms
    this.#slept += ms
  }
  /** REGARDS answers, cut to seconds as `Date` is; half of the time is the way back. */
  answer(took = 100, date = this.regards + took / 2): void {
    this.pass(took)
    this.clock.hear(Math.floor(date / SECOND) * SECOND, took, this.moment)
  }
  now(): number {
    return this.clock.now(this.moment)
  }
  /** How far the page's idea of REGARDS' time is wrong. */
  get error(): number {
    return this.now() + this.clock.offset - this.regards
  }
  get difference(): number {
    return this.clock.difference(this.moment)
  }
}

let desk: Desk
beforeEach(() => {
  desk = new Desk()
})

describe("REGARDS' time", () => {
  it.each([
    ['two hours ahead', 2 * HOUR],
    ['two hours behind', -2 * HOUR],
    ['a day ahead', 24 * HOUR],
    ['a day behind', -24 * HOUR],
    ['ten years behind', -10 * 365 * 24 * HOUR],
  ])('is known to a second when the computer is %s', (_, ahead) => {
    desk = new Desk(ahead)
    desk.answer()
    expect(Math.abs(desk.error)).toBeLessThanOrEqual(SECOND)
    expect(Math.abs(desk.difference - ahead)).toBeLessThanOrEqual(SECOND)
  })

  it('of a right clock moves nothing, and is no difference', () => {
    for (let n = 0; n < 20; n++) {
      desk.answer(150)
      desk.pass(7_300)
    }
    expect(desk.clock.offset).toBe(0)
    expect(desk.difference).toBe(0)
  })

  it('gets no worse by an answer that took long', () => {
    desk.regardsAhead = HOUR
    desk.answer()
    const { error } = desk
    desk.pass(5 * SECOND)
    desk.answer(40 * SECOND)
    expect(desk.error).toBe(error)
  })

  it('is the newest: an answer out of a cache does not set it back, be it asked again and again', () => {
    const old = desk.regards - HOUR
    desk.answer()
    for (let n = 0; n < 5; n++) {
      desk.pass(10 * SECOND)
      desk.answer(100, old)
    }
    expect(Math.abs(desk.error)).toBeLessThanOrEqual(SECOND)
    desk = new Desk()
    desk.answer(100, desk.regards - HOUR)
    desk.pass(SECOND)
    desk.answer()
    expect(Math.abs(desk.error)).toBeLessThanOrEqual(SECOND)
  })

  it('follows a gateway whose clock is set, ahead at once, back with the second answer', () => {
    desk.answer()
    desk.regardsAhead = HOUR
    desk.pass(5 * SECOND)
    desk.answer()
    expect(Math.abs(desk.error)).toBeLessThanOrEqual(SECOND)
    desk.regardsAhead = 0
    desk.pass(5 * SECOND)
    desk.answer()
    desk.pass(5 * SECOND)
    desk.answer()
    expect(Math.abs(desk.error)).toBeLessThanOrEqual(SECOND)
  })

  it.each([
    ['none', NaN],
    ['the year 1970', 0],
    ['the year 2999', Date.UTC(2999, 0)],
  ])('is not learnt from a date that cannot be: %s', (_, date) => {
    desk.clock.hear(date, 100, desk.moment)
    expect(desk.clock.offset).toBe(0)
    expect(desk.difference).toBe(0)
  })

  it('is worth a message from a minute on', () => {
    desk = new Desk(58 * SECOND)
    desk.answer()
    expect(desk.difference).toBe(0)
    desk = new Desk(-62 * SECOND)
    desk.answer()
    expect(desk.difference).toBeLessThan(-MINUTE)
  })
})

describe('without a Date header', () => {
  it('is no earlier than the newest row, whatever comes later', () => {
    desk = new Desk(-2 * HOUR)
    desk.clock.see(desk.regards - MINUTE, desk.moment)
    expect(desk.error).toBe(-MINUTE)
    desk.clock.see(desk.regards - 3 * MINUTE, desk.moment)
    expect(desk.error).toBe(-MINUTE)
    desk.clock.see(desk.regards, desk.moment)
    expect(desk.error).toBe(0)
  })

  it('is not moved by a row of next year, and proves no difference', () => {
    desk.clock.see(START + 300 * 24 * HOUR, desk.moment)
    expect(desk.clock.offset).toBe(0)
    desk.clock.see(START + HOUR, desk.moment)
    expect(desk.difference).toBe(0)
  })

  it('is replaced by the first Date there is', () => {
    desk.clock.see(START + HOUR, desk.moment)
    desk.answer()
    expect(Math.abs(desk.error)).toBeLessThanOrEqual(SECOND)
    desk.clock.see(START + HOUR, desk.moment)
    expect(Math.abs(desk.error)).toBeLessThanOrEqual(SECOND)
  })
})

describe('when the clock is set while the page is open', () => {
  const ageOf = (stamp: number) => desk.now() - desk.clock.pageTime(stamp, desk.moment)

  beforeEach(() => {
    desk.answer()
    desk.pass(MINUTE)
    desk.now()
  })

  it('back: page time goes on at once, and an answer of before keeps its age', () => {
    const stamp = desk.moment.wall
    desk.pass(8 * SECOND)
    desk.now()
    desk.ahead = -2 * HOUR
    expect(ageOf(stamp)).toBe(8 * SECOND)
    expect(Math.abs(desk.error)).toBeLessThanOrEqual(SECOND)
    const later = desk.moment.wall
    desk.pass(3 * SECOND)
    expect(ageOf(later)).toBe(3 * SECOND)
    expect(ageOf(stamp)).toBe(11 * SECOND)
    expect(desk.difference).toBeLessThan(-HOUR)
  })

  it('ahead: no age is too small before the next answer, and all are right after it', () => {
    const stamp = desk.moment.wall
    desk.pass(8 * SECOND)
    desk.now()
    desk.ahead = 2 * HOUR
    expect(ageOf(stamp)).toBe(2 * HOUR + 8 * SECOND)
    desk.pass(SECOND)
    desk.answer()
    expect(ageOf(stamp)).toBe(9 * SECOND + 100)
    expect(Math.abs(desk.error)).toBeLessThanOrEqual(SECOND)
    expect(ageOf(desk.moment.wall)).toBe(0)
    expect(Math.abs(desk.difference - 2 * HOUR)).toBeLessThanOrEqual(SECOND)
  })

  it('ahead and back again: as if nothing had been', () => {
    const stamp = desk.moment.wall
    desk.ahead = 2 * HOUR
    desk.now()
    desk.pass(SECOND)
    desk.ahead = 0
    desk.now()
    desk.pass(SECOND)
    desk.answer()
    expect(ageOf(stamp)).toBe(2 * SECOND + 100)
    expect(Math.abs(desk.error)).toBeLessThanOrEqual(SECOND)
  })

  it('a computer that slept is believed', () => {
    const stamp = desk.moment.wall
    desk.sleep(3 * HOUR)
    expect(ageOf(stamp)).toBe(3 * HOUR)
    desk.answer()
    expect(ageOf(stamp)).toBe(3 * HOUR + 100)
    expect(Math.abs(desk.error)).toBeLessThanOrEqual(SECOND)
    expect(desk.difference).toBe(0)
  })

  it('never stays never', () => {
    desk.ahead = -2 * HOUR
    expect(desk.clock.pageTime(0, desk.moment)).toBe(0)
  })
})

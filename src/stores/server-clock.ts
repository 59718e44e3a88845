/** The clock of REGARDS as this page knows it, and the time that passes while the page is open. All in milliseconds. */
import { create } from 'zustand'
import { momentNow } from '@/domain/moment'
import { ServerClock } from '@/domain/server-clock'

interface Known {
  /** REGARDS time is page time and this. */
  readonly offset: number
  /** How far the clock of this computer is ahead of REGARDS, negative for behind; 0 while that may be less than a minute. */
  readonly difference: number
}

const UNKNOWN: Known = { offset: 0, difference: 0 }

let clock = new ServerClock(momentNow())

export const useServerClock = create<Known>()(() => UNKNOWN)

function publish(): void {
  const { offset, difference } = useServerClock.getState()
  const next = { offset: clock.offset, difference: clock.difference(momentNow()) }
  if (next.offset !== offset || next.difference !== difference) useServerClock.setState(next)
}

/** Now, in page time: it goes on when the clock of this computer is set. */
export function pageNow(): number {
  return clock.now(momentNow())
}

/** Page time of what `Date.now()` said in this page, as React Query dates its answers; 0, for never, stays 0. */
export function pageTime(stamp: number): number {
  return clock.pageTime(stamp, momentNow())
}

/**
 * Takes note of the `Date` header of an answer.
 * @param header null where there is none, or where another origin does not show it
 * @param took milliseconds since the request was sent, those that the computer slept included
 */
export function hearDate(header: string | null, took: number): void {
  if (header === null) return
  clock.hear(Date.parse(header), took, momentNow())
  publish()
}

/** Takes note of the dates of rows: where no `Date` can be read, REGARDS' clock is not behind the newest of them. */
export function seeDates(dates: readonly (string | undefined)[]): void {
  const known = dates.map(date => Date.parse(date ?? '')).filter(date => !Number.isNaN(date))
  if (known.length === 0) return
  clock.see(Math.max(...known), momentNow())
  publish()
}

/** Forgets all dates. */
export function resetServerClock(): void {
  clock = new ServerClock(momentNow())
  useServerClock.setState(UNKNOWN)
}

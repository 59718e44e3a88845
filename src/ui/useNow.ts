/** The time, ticking, for ages that are on screen: one clock for all of them. */
import { createContext, use, useCallback, useSyncExternalStore } from 'react'

const TICK = 1000
const AT_ONCE = 20

/** A clock that ticks while a component shows it. */
interface Ticker {
  /** Milliseconds, at most a second old: what is drawn anew does not show the time of the last tick. */
  readonly read: (interval: number) => number
  /** Calls back about every `interval` milliseconds while the page is visible, and when it is visible again. */
  readonly subscribe: (interval: number, listener: () => void) => () => void
}

interface Pace {
  /** What is read. */
  at: number
  /** The last tick. */
  announcedAt: number
  readonly listeners: Set<() => void>
}

/**
 * One timer, running while the page is visible and anybody listens.
 * @param now in milliseconds
 */
export function createTicker(now: () => number): Ticker {
  const paces = new Map<number, Pace>()
  let timer: ReturnType<typeof setInterval> | undefined

  const paceOf = (interval: number): Pace => {
    const pace = paces.get(interval) ?? { at: now(), announcedAt: now(), listeners: new Set() }
    paces.set(interval, pace)
    return pace
  }
  const tick = () => {
    const at = now()
    for (const [interval, pace] of paces) {
      // A timer is never exact: the tick that is nearest counts.
      if (Math.abs(at - pace.announcedAt) < interval - TICK / 2) continue
      pace.at = at
      pace.announcedAt = at
      for (const listener of pace.listeners) listener()
    }
  }
  const run = () => {
    clearInterval(timer)
    timer = undefined
    if (document.visibilityState !== 'visible') return
    tick()
    timer = setInterval(tick, TICK)
  }
  const isIdle = () => [...paces.values()].every(({ listeners }) => listeners.size === 0)

  return {
    read: interval => {
      const pace = paceOf(interval)
      const at = now()
      // Before the first subscriber the time is set on read; two reads in one render must be equal.
      const most = pace.listeners.size === 0 ? AT_ONCE : Math.min(interval, TICK)
      if (Math.abs(at - pace.at) >= most) pace.at = at
      return pace.at
    },
    subscribe: (interval, listener) => {
      if (isIdle()) {
        document.addEventListener('visibilitychange', run)
        if (document.visibilityState === 'visible') timer = setInterval(tick, TICK)
      }
      const { listeners } = paceOf(interval)
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (!isIdle()) return
        document.removeEventListener('visibilitychange', run)
        clearInterval(timer)
        timer = undefined
      }
    },
  }
}

interface Clocks {
  /** Ticks in page time. */
  readonly ticker: Ticker
  /** Milliseconds to add for the server's time. */
  readonly serverOffset: number
}

/** The clocks of the page; app provides them, tests and stories do not have to. */
export const ClockContext = createContext<Clocks>({ ticker: createTicker(Date.now), serverOffset: 0 })

/**
 * A text computed from the time; the component renders again when it changes.
 * @param interval milliseconds between two looks at the clock
 * @param tell gives a text or a figure for the page's time and the server's, in milliseconds
 */
export function useTicking<T extends string | number | undefined>(
  interval: number,
  tell: (now: number, serverNow: number) => T,
): T {
  const { ticker, serverOffset } = use(ClockContext)
  const subscribe = useCallback((listener: () => void) => ticker.subscribe(interval, listener), [ticker, interval])
  return useSyncExternalStore(subscribe, () => {
    const now = ticker.read(interval)
    return tell(now, now + serverOffset)
  })
}

/** Now by the page's own time, in milliseconds: for ages of what this page did or received. */
export function useNow(interval: number): number {
  return useTicking(interval, now => now)
}

/** Now by the server's time, in milliseconds: for ages of what the server dated. */
export function useServerNow(interval: number): number {
  return useTicking(interval, (_now, serverNow) => serverNow)
}

/** Gives the server's time, in milliseconds, for a moment of the page's own time. */
export function useServerTime(): (at: number) => number {
  const { serverOffset } = use(ClockContext)
  return at => at + serverOffset
}

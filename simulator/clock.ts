/** The only clock of the simulator: stopped until it is advanced or runs with the real one. */

export type Duration = number | `${number}${'ms' | 's' | 'm' | 'h' | 'd'}`

const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** Milliseconds of `'10s'`, `'2h'`, or of a number that already is. */
export function milliseconds(duration: Duration): number {
  if (typeof duration === 'number') return duration
  const parts = /^(-?[\d.]+)(ms|s|m|h|d)$/.exec(duration)
  if (parts?.[1] === undefined) throw new Error(`Not a duration: ${duration}`)
  return Number(parts[1]) * UNITS[parts[2] as keyof typeof UNITS]
}

interface Waiter {
  readonly at: number
  readonly resolve: () => void
}

export class Clock {
  #base: number
  #runningSince: number | undefined
  #waiters: Waiter[] = []

  /** Without a start it begins at the real time, so that a demo shows dates of today. */
  constructor(start: number | string = Date.now()) {
    this.#base = typeof start === 'string' ? Date.parse(start) : start
  }

  now(): number {
    return this.#base + (this.#runningSince === undefined ? 0 : Date.now() - this.#runningSince)
  }

  /** From now on it also runs with the real clock. */
  run(): this {
    this.#runningSince ??= Date.now()
    for (const { at, resolve } of this.#waiters.splice(0)) setTimeout(resolve, at - this.now())
    return this
  }

  advance(duration: Duration): void {
    this.#base += milliseconds(duration)
    const due = this.#waiters.filter(({ at }) => at <= this.now())
    this.#waiters = this.#waiters.filter(({ at }) => at > this.now())
    for (const { resolve } of due) resolve()
  }

  /** Resolves when this much simulated time has passed: a test advances it. */
  wait(duration: Duration): Promise<void> {
    const delay = milliseconds(duration)
    return new Promise(resolve => {
      if (this.#runningSince === undefined) this.#waiters.push({ at: this.now() + delay, resolve })
      else setTimeout(resolve, delay)
    })
  }
}

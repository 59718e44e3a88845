/** Requests that can wait: so many at a time for the whole page, after the first rows, and none right after a failure. */
import type { Moment } from '@/domain/moment'
import { momentNow, passedSince } from '@/domain/moment'
import { ServiceError } from '@/domain/service-error'
import { perVisit } from '@/stores/credentials'

/** The first rows and the drawer's code come first. */
const IDLE = 2_000
/** The pause after a failure: no extra requests in an outage. */
export const PAUSE = 60_000

const NOT_NOW = new ServiceError({ service: 'rs-admin', reason: 'aborted' })

interface InTurn {
  <T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T>
  /** The user asks: the pause is over. */
  readonly resume: () => void
}

/** @param width requests at a time */
export function requestsInTurn(width: number): InTurn {
  const pace = perVisit(() => ({
    free: width,
    waiting: [] as (() => void)[],
    failedAt: undefined as Moment | undefined,
  }))
  const inTurn = async <T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> => {
    const isGivenUp = () => signal.aborted
    const own = pace()
    if (own.free > 0) own.free--
    else await new Promise<void>(resolve => own.waiting.push(resolve))
    try {
      const { failedAt } = own
      if (isGivenUp() || (failedAt !== undefined && passedSince(failedAt) < PAUSE)) throw NOT_NOW
      return await ask()
    } catch (error) {
      if (!isGivenUp() && error !== NOT_NOW) own.failedAt = momentNow()
      throw error
    } finally {
      const next = own.waiting.shift()
      if (next === undefined) own.free++
      else next()
    }
  }
  const resume = () => {
    pace().failedAt = undefined
  }
  return Object.assign(inTurn, { resume })
}

/** @throws ServiceError when it is given up meanwhile */
export const idle = (signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, IDLE)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(NOT_NOW)
    })
  })

/**
 * A tab in the background waits until it is looked at.
 * @throws ServiceError when it is given up meanwhile
 */
export const inView = (signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const look = () => {
      if (document.visibilityState === 'hidden') return
      document.removeEventListener('visibilitychange', look)
      resolve()
    }
    document.addEventListener('visibilitychange', look)
    signal.addEventListener('abort', () => {
      document.removeEventListener('visibilitychange', look)
      reject(NOT_NOW)
    })
    look()
  })

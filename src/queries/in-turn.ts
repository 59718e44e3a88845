/** Requests that can wait: so many at a time for the whole page, none right after a failure, and none in a hidden tab. */
import type { Moment } from '@/domain/moment'
import { momentNow, passedSince } from '@/domain/moment'
import { perVisit } from '@/stores/credentials'
import { NOT_NOW, PAUSE } from './source-audit'

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

/** Answers to the early requests of public/first.js: each is used once, instead of a new request. */
import type { Moment } from '@/domain/moment'
import { passedSince } from '@/domain/moment'

interface FirstAnswer {
  readonly answer: Promise<Response>
  readonly asked: Moment
  /** The token of the request; undefined for a file beside the page. */
  readonly token: string | undefined
}

declare global {
  interface Window {
    /** By the address that was asked. */
    __firstAnswers?: Map<string, FirstAnswer>
  }
}

/** Older answers, in milliseconds, are not used: the code took too long to load. */
const GOOD_FOR = 10_000

/**
 * The answer to a GET of this address with this token, and when it was asked for.
 * @returns undefined when there is none that is good and recent, or when `signal` ends the wait: then one asks
 */
export async function firstAnswer(
  address: string,
  token: string | undefined,
  signal: AbortSignal,
): Promise<{ readonly response: Response; readonly asked: Moment } | undefined> {
  const first = window.__firstAnswers?.get(address)
  if (first === undefined) return undefined
  window.__firstAnswers?.delete(address)
  const { answer, asked } = first
  if (first.token !== token || passedSince(asked) > GOOD_FOR) return undefined
  const givenUp = new Promise<undefined>(resolve => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true })
  })
  const response = await Promise.race([answer.catch(() => undefined), givenUp])
  return response && { response, asked }
}

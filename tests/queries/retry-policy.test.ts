/** Which failed reads are retried automatically, how often and how soon. */
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ServiceErrorInit } from '@/domain/service-error'
import { ServiceError } from '@/domain/service-error'
import { keys } from '@/queries/keys'
import { retryDelay, retryRead } from '@/queries/retry-policy'
import { refetchBoard } from '@/queries/refetch-board'

const failed = (init: Partial<ServiceErrorInit>) =>
  new ServiceError({ service: 'rs-admin', reason: 'status', carriedToken: true, messages: ['No'], ...init })

/** How often a read that goes on failing like this is asked again. */
function repeats(init: Partial<ServiceErrorInit>): number {
  let failures = 0
  while (failures < 10 && retryRead(failures, failed(init))) failures++
  return failures
}

describe('a read that failed', () => {
  it.each([
    ['without an answer', { reason: 'offline' }, 3],
    ['without an answer in time', { reason: 'timeout' }, 3],
    ['with half an answer', { reason: 'cut' }, 3],
    ...[408, 429, 502, 503, 504].map(status => [`with ${status}`, { status }, 3] as const),
    ['with 500', { status: 500 }, 1],
    ...[400, 403, 404, 405, 409, 422, 501].map(status => [`with ${status}`, { status }, 0] as const),
    ['with 401, a sign-in that ended', { status: 401 }, 0],
    ['with an empty 403', { status: 403, messages: [] }, 0],
    ['with a 500 that was the end of the sign-in', { status: 500, hasTokenEnded: true }, 0],
    ['because no user is signed in', { reason: 'notSent' }, 0],
    ['because no address can hold its name', { reason: 'unaddressable' }, 0],
    ['because it was aborted', { reason: 'aborted' }, 0],
    ['with a web page', { reason: 'html', status: 200 }, 0],
    ['with a web page of a gateway that lost its service', { reason: 'html', status: 504 }, 0],
    ['with a body that cannot be read', { reason: 'unreadable', status: 200 }, 0],
    ['with an empty body', { reason: 'empty', status: 200 }, 0],
    ['with too large a body', { reason: 'tooLarge', status: 200 }, 0],
    ['with a way to somewhere else', { reason: 'redirect' }, 0],
  ] as const)('%s is asked again %#: %d times', (_, init, expected) => {
    expect(repeats(init)).toBe(expected)
  })

  it('is not asked again during a round: the next round is the repeat', async () => {
    const queryClient = new QueryClient()
    let asked = 0
    const options = {
      queryKey: keys.sources({}),
      queryFn: () => {
        asked++
        return Promise.reject(failed({ reason: 'offline' }))
      },
      retry: retryRead,
      retryDelay: 0,
    }
    await expect(queryClient.query(options)).rejects.toThrow()
    expect(asked).toBe(4)
    const stop = new QueryObserver(queryClient, { ...options, retryOnMount: false }).subscribe(() => undefined)
    await refetchBoard(queryClient, true)
    await refetchBoard(queryClient, false)
    stop()
    expect(asked).toBe(6)
  })
})

describe('the wait before a repeat', () => {
  it('is 1, 2, 4 s, a quarter more or less, so that many pages do not come at once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 }), failures => {
        const seconds = retryDelay(failures, failed({ status: 503 })) / 1000
        expect(seconds).toBeGreaterThanOrEqual(0.75 * 2 ** failures)
        expect(seconds).toBeLessThanOrEqual(1.25 * 2 ** failures)
      }),
    )
    const waits = Array.from({ length: 50 }, () => retryDelay(0, failed({ status: 503 })))
    expect(new Set(waits).size).toBeGreaterThan(1)
  })

  it.each([
    [30, 30_000],
    [600, 600_000],
  ])('is never shorter than the %d s the server asked for', (retryAfter, expected) => {
    expect(retryDelay(0, failed({ status: 429, retryAfter }))).toBe(expected)
  })

  it.each([0, undefined])('is ours where the server asked for %s', retryAfter => {
    expect(retryDelay(1, failed({ status: 429, retryAfter }))).toBeGreaterThanOrEqual(1500)
  })
})

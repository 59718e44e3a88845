/** The gateway's clock, as the client reports it. */
import { afterEach, expect, it, vi } from 'vitest'
import { ServiceError } from '@/domain/service-error'
import { ask, configureHttp } from '@/services/http'

const DATE = 'Wed, 04 Mar 2026 08:00:00 GMT'

/** The dates reported for such answers of the gateway. */
async function toldBy(answer: () => Response): Promise<readonly (string | null)[]> {
  const told: (string | null)[] = []
  vi.stubGlobal('fetch', () => Promise.resolve(answer()))
  configureHttp({
    baseUrl: 'https://gateway.test',
    token: () => 'token',
    onUnauthorised: () => undefined,
    onDate: (date, took) => {
      expect(took).toBeGreaterThanOrEqual(0)
      told.push(date)
    },
  })
  await ask({ service: 'rs-admin', path: 'sources' }, answered => answered).catch((error: unknown) => error)
  return told
}

afterEach(() => {
  vi.unstubAllGlobals()
})

it.each([
  ['data', () => new Response('{}', { headers: { Date: DATE } }), [DATE]],
  // Proxies say so of anything.
  [
    'data said to be a page',
    () => new Response('{}', { headers: { Date: DATE, 'Content-Type': 'text/html' } }),
    [DATE],
  ],
  ['a refusal', () => new Response('{"messages":["No"]}', { status: 422, headers: { Date: DATE } }), [DATE]],
  ['data without a date', () => new Response('{}'), [null]],
  ['a page of another server', () => new Response('<html>Sign in</html>', { headers: { Date: DATE } }), []],
] as const)('the date of %s is told: %#', async (_, answer, told) => {
  expect(await toldBy(answer)).toEqual(told)
})

it('a retry time is by the clock of the server', async () => {
  const later = 'Wed, 04 Mar 2026 08:01:30 GMT'
  vi.stubGlobal('fetch', () =>
    Promise.resolve(new Response('', { status: 503, headers: { Date: DATE, 'Retry-After': later } })),
  )
  configureHttp({ baseUrl: 'https://gateway.test', token: () => 'token', onUnauthorised: () => undefined })
  const error = await ask({ service: 'rs-admin', path: 'sources' }, answered => answered).catch((e: unknown) => e)
  expect(error).toBeInstanceOf(ServiceError)
  expect(error).toMatchObject({ retryAfter: 90 })
})

/** What a failed call means: signed out, not allowed, gone, or unknown (docs/regards-api/README.md 7). */
import { describe, expect, it } from 'vitest'
import type { ServiceErrorInit } from '@/domain/service-error'
import { ServiceError } from '@/domain/service-error'

const failed = (init: Partial<ServiceErrorInit>) => new ServiceError({ service: 'rs-admin', reason: 'status', ...init })
const withToken = (init: Partial<ServiceErrorInit>) => failed({ carriedToken: true, ...init })

const WORDS = ['Access denied']

describe('the sign-in has ended', () => {
  it.each([
    ['a 401 to a token', withToken({ status: 401 }), true],
    ['a 401 to a token, with words', withToken({ status: 401, messages: WORDS }), true],
    ['a 403 whose token has ended, as REGARDS said when asked', withToken({ status: 403, hasTokenEnded: true }), true],
    ['a 500 whose token has ended', withToken({ status: 500, detail: '{}', hasTokenEnded: true }), true],
    ['nothing was sent, since there is no token', failed({ reason: 'notSent' }), true],
    ['a 401 where no token was sent: a sign-in that failed', failed({ status: 401 }), false],
    ['a 403 where no token was sent', failed({ status: 403 }), false],
    ['a 403 with words: a right is missing', withToken({ status: 403, messages: WORDS }), false],
    ['a 403 with an empty body alone: a `;` in a path gives the same', withToken({ status: 403 }), false],
    ['a 403 with a page of a proxy', withToken({ status: 403, detail: '<html>' }), false],
    ['any other refusal', withToken({ status: 400 }), false],
    ['no answer at all', withToken({ reason: 'offline' }), false],
  ])('%s: %#', (_, error, expected) => {
    expect(error.isUnauthorised).toBe(expected)
  })
})

describe('a right is missing', () => {
  it.each([
    ['a 403 with words', withToken({ status: 403, messages: WORDS }), true],
    ['a 403 without a token', failed({ status: 403 }), true],
    ['a 403 that means the sign-in has ended', withToken({ status: 403, hasTokenEnded: true }), false],
    ['a 401', withToken({ status: 401, messages: WORDS }), false],
  ])('%s: %#', (_, error, expected) => {
    expect(error.isForbidden).toBe(expected)
  })
})

describe('the outcome of an action is unknown', () => {
  it.each([
    ['no answer', { reason: 'offline' }, 'noAnswer'],
    ['no answer in time', { reason: 'timeout' }, 'timeout'],
    ['half an answer', { reason: 'cut' }, 'noAnswer'],
    ['a gateway that lost the service', { status: 502 }, 'gateway'],
    ['a service that is down', { status: 503 }, 'gateway'],
    ['a gateway that stopped waiting', { status: 504 }, 'gateway'],
    ['a web page in place of an answer', { reason: 'html', status: 200 }, 'unreadable'],
    ['a refusal', { status: 422 }, undefined],
    ['a fault of the service', { status: 500 }, undefined],
    ['nothing was sent', { reason: 'notSent' }, undefined],
  ] as const)('%s: %#', (_, init, expected) => {
    expect(failed(init).meaning.unknown).toBe(expected)
  })
})

describe('another answer is to be hoped for', () => {
  it.each([
    [{ reason: 'timeout' }, true],
    ...[200, 408, 429, 500, 501, 502].map(status => [{ status }, true] as const),
    ...[400, 401, 403, 404, 422].map(status => [{ status }, false] as const),
    [{ reason: 'notSent' }, false],
    [{ reason: 'unaddressable' }, false],
  ] as const)('after %j: %s', (init, expected) => {
    expect(withToken(init).meaning.isTransient).toBe(expected)
  })
})

describe('what is shown is older than it should be', () => {
  it.each([
    ['a sign-in that ended: the dialog speaks of it', withToken({ status: 401 }), false],
    ['no user is signed in', failed({ reason: 'notSent' }), false],
    ['a session that is gone', withToken({ status: 404 }), false],
    ['a page of a proxy in place of the session', withToken({ status: 404, detail: '<html>' }), true],
    ['a list one may not see', withToken({ status: 403, messages: WORDS }), true],
    ['a gateway that is down', withToken({ reason: 'offline' }), true],
  ])('%s: %#', (_, error, expected) => {
    expect(error.meaning.isOutage).toBe(expected)
  })
})

describe('an error', () => {
  it('keeps what the server said, and where', () => {
    const error = failed({ status: 422, messages: ['one', 'two'], code: 'X', retryAfter: 30, detail: 'raw' })
    expect(error).toMatchObject({
      ...{ name: 'ServiceError', service: 'rs-admin', reason: 'status', status: 422, messages: ['one', 'two'] },
      ...{ code: 'X', retryAfter: 30, detail: 'raw', carriedToken: false, isNotFound: false },
    })
  })

  it('names the service and the status in a stack trace, and nothing of the body', () => {
    expect(failed({ status: 404, messages: ['secret'], detail: 'secret' }).message).toBe('rs-admin: status 404')
    expect(failed({ reason: 'timeout' }).message).toBe('rs-admin: timeout')
  })

  it('knows what is gone', () => {
    expect(withToken({ status: 404 }).isNotFound).toBe(true)
    expect(withToken({ reason: 'offline' }).isNotFound).toBe(false)
  })
})

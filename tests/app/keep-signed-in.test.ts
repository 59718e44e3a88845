/** Renewal of the token before it ends, and what happens when that does not succeed. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { connectServices } from '@/app/connect-services'
import { keepSignedIn } from '@/app/keep-signed-in'
import { obtainToken } from '@/services/rs-authentication'
import { PASSWORD } from '@simulator/accounts'
import type { World } from '@simulator/world'
import { DEFAULT_CONFIGURATION, useConfiguration } from '@/stores/configuration'
import { useCredentials } from '@/stores/credentials'
import { simulator } from '@tests/support/simulator'
import { aWorld } from '@tests/support/a-world'
import { signInAs } from '@tests/support/render-app'

const PATIENT = { timeout: 30_000 }
const CLIENT = DEFAULT_CONFIGURATION.client
const BORROW = 'rs-authentication/borrowRole/'
const [SECOND, MINUTE] = [1000, 60_000]
const GATEWAY_FAULT = { timestamp: 'now', path: '/api', status: 500, error: 'Internal Server Error', requestId: '1' }

let world: World
let stop: () => void
/** How much was left, in milliseconds, each time the user was warned. */
let warnings: number[]

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
  world = aWorld().build()
  simulator.use(world)
  useConfiguration.setState({ gateway: 'http://localhost' })
  connectServices()
  await signInAs('operator')
  world.forgetRequests()
  warnings = []
  stop = keepSignedIn(left => warnings.push(left))
})

afterEach(() => {
  stop()
  world.faults.clear()
  vi.useRealTimers()
})

const asked = () => world.received(BORROW)
const state = () => useCredentials.getState()

/** Lets time pass in the page, in one go; what it asks meanwhile is answered afterwards. */
const pass = (ms: number) => vi.advanceTimersByTime(ms)
/**
 * All that was asked has been answered, the clock of the page standing still: a question put after it has.
 * So many renewals were asked for until then.
 */
async function answered(requests: number): Promise<void> {
  await obtainToken({ project: 'demo', username: 'lead@example.org', password: PASSWORD }, CLIENT)
  expect(asked()).toHaveLength(requests)
}
/** A token that lives so long, as of now. */
function liveFor(seconds: number): void {
  const { identity, accessToken = '' } = state()
  if (identity === undefined) throw new Error('Nobody is signed in')
  state().signIn({ ...identity, accessToken, expiresIn: seconds })
}

describe('a sign-in of two hours', () => {
  it('is left alone for as long as it is good', async () => {
    pass(104 * MINUTE)
    await answered(0)
    expect(warnings).toEqual([])
  })

  it('is renewed in its last quarter of an hour, by borrowing the role one has', async () => {
    const before = state()
    pass(105 * MINUTE)
    await answered(1)
    expect(state().accessToken).not.toBe(before.accessToken)
    expect(asked().map(({ method, url }) => `${method} ${url}`)).toEqual([`GET ${BORROW}EXPLOIT`])
    expect(state()).toMatchObject({
      ...{ status: 'signedIn', identity: before.identity },
      ...{ lifetime: 120 * MINUTE, expiresAt: Date.now() + 120 * MINUTE },
    })
    pass(104 * MINUTE)
    await answered(1)
    expect(warnings).toEqual([])
  })

  it('is renewed by one question at a time', async () => {
    world.faults.latency(BORROW, '30s')
    pass(107 * MINUTE)
    await answered(1)
    pass(MINUTE)
    await answered(1)
    world.advance('30s')
    await answered(1)
    expect(state().expiresAt).toBe(Date.now() + 120 * MINUTE)
  })
})

it('a short sign-in is renewed in its last quarter', async () => {
  liveFor(60)
  pass(40 * SECOND)
  await answered(0)
  pass(10 * SECOND)
  await answered(1)
  expect(state().lifetime).toBe(120 * MINUTE)
})

describe('a renewal that fails', () => {
  beforeEach(() => {
    world.faults.refuse(BORROW, 500)
  })

  it(
    'is tried again every half minute; one is warned once, five minutes before the end at the latest',
    PATIENT,
    async () => {
      for (let requests = 1; requests <= 29; requests++) {
        pass(requests === 1 ? 105 * MINUTE : 30 * SECOND)
        await answered(requests)
      }
      expect(warnings).toHaveLength(1)
      expect(warnings[0]).toBeGreaterThanOrEqual(5 * MINUTE)
      expect(warnings[0]).toBeLessThanOrEqual(5 * MINUTE + 10 * SECOND)
      expect(state().status).toBe('signedIn')
    },
  )

  it('and then succeeds shows no warning', async () => {
    pass(105 * MINUTE)
    await answered(1)
    world.faults.clear()
    pass(30 * SECOND)
    await answered(2)
    expect(state().expiresAt).toBe(Date.now() + 120 * MINUTE)
    pass(20 * MINUTE)
    expect(warnings).toEqual([])
  })

  it('warns of the end of each token once, of a short one as soon as its renewal failed', async () => {
    for (const token of [1, 2]) {
      liveFor(240)
      pass(180 * SECOND)
      await answered(2 * token - 1)
      pass(30 * SECOND)
      await answered(2 * token)
      pass(20 * SECOND)
      expect(warnings).toHaveLength(token)
    }
    expect(warnings).toEqual([50 * SECOND, 50 * SECOND])
  })

  it('ends nothing, even after the end: only REGARDS says that a sign-in has ended', async () => {
    liveFor(60)
    pass(50 * SECOND)
    await answered(1)
    pass(10 * MINUTE)
    await answered(2)
    expect(state().status).toBe('signedIn')
    world.faults.clear()
    world.expireTokens()
    pass(30 * SECOND)
    await answered(3)
    expect(state()).toMatchObject({ status: 'expired', accessToken: undefined, identity: { role: 'EXPLOIT' } })
    pass(10 * MINUTE)
    await answered(3)
  })

  it.each<readonly [string, () => unknown]>([
    ['a web page of status 403', () => world.faults.html(BORROW, 403)],
    ['an empty 403', () => world.faults.refuse(BORROW, 403, '')],
    ['the gateway’s 500', () => world.faults.refuse(BORROW, 500, GATEWAY_FAULT)],
    ['a 401', () => world.faults.refuse(BORROW, 401, '')],
  ])('because of %s has met an ended token', async (_, strike) => {
    world.faults.clear()
    strike()
    pass(105 * MINUTE)
    await answered(1)
    await vi.waitFor(() => expect(state().status).toBe('expired'))
  })

  it.each<readonly [string, () => unknown]>([
    ['no connection', () => world.faults.outage()],
    ['a 503', () => world.faults.refuse(BORROW, 503, '')],
    ['a web page of status 200', () => world.faults.html(BORROW)],
    ['half an answer', () => world.faults.cut(BORROW)],
    ['the 500 of a gateway that reaches no service', () => world.faults.refuse('GET', 500, GATEWAY_FAULT)],
    ['a refusal to lend the role', () => world.faults.refuse(BORROW, 403, ['Role EXPLOIT cannot be borrowed'])],
  ])('because of %s proves nothing: the page stays as it is', async (_, strike) => {
    world.faults.clear()
    strike()
    pass(105 * MINUTE)
    await vi.waitFor(() => expect(asked()).toHaveLength(1))
    world.faults.clear()
    await answered(1)
    expect(state()).toMatchObject({ status: 'signedIn', identity: { role: 'EXPLOIT' } })
    pass(6 * MINUTE)
    await answered(2)
    expect(state().expiresAt).toBeGreaterThan(Date.now() + 110 * MINUTE)
  })

  it('because the token is no longer known ends it at once', async () => {
    world.faults.clear()
    world.expireTokens()
    pass(105 * MINUTE)
    await answered(1)
    expect(state().status).toBe('expired')
    expect(warnings).toEqual([])
  })
})

describe('an answer that comes late', () => {
  async function late(meanwhile: () => void): Promise<void> {
    world.faults.latency(BORROW, '30s')
    pass(105 * MINUTE)
    await answered(1)
    meanwhile()
    world.advance('30s')
    await answered(1)
  }

  it('does not sign in a user again who signed out', async () => {
    await late(() => state().signOut())
    expect(state()).toMatchObject({ status: 'signedOut', accessToken: undefined })
  })

  it.each([
    ['another user', { user: 'lead@example.org', project: 'demo' }],
    ['the same user in another project', { user: 'operator@example.org', project: 'other' }],
  ])('does not replace %s who signed in', async (_, who) => {
    await late(() => state().signIn({ ...who, role: 'ADMIN', accessToken: 'x.y.z', expiresIn: 7200 }))
    expect(state()).toMatchObject({ accessToken: 'x.y.z', identity: { ...who, role: 'ADMIN' } })
  })
})

describe('a role that no path can hold', () => {
  const as = (role: string) => {
    const { identity, accessToken = '' } = state()
    if (identity === undefined) throw new Error('Nobody is signed in')
    state().signIn({ ...identity, role, accessToken, expiresIn: 60 })
  }

  it.each(['Nuit; jour', 'A/B', '50 %', ''])(
    'such as "%s" is not renewed, but its sign-in ends only when REGARDS says so',
    async role => {
      as(role)
      pass(50 * SECOND)
      await answered(1)
      expect(asked().map(({ url }) => url)).toEqual([`${BORROW}PUBLIC`])
      expect(state()).toMatchObject({ status: 'signedIn', identity: { role } })
      world.expireTokens()
      pass(5 * MINUTE)
      await answered(2)
      expect(state().status).toBe('expired')
    },
  )
})

describe('a clock that jumps', () => {
  const wake = () => document.dispatchEvent(new Event('visibilitychange'))
  /** Sets the clock of the computer; the steady clock goes on as before. */
  const setClock = (ms: number) => vi.setSystemTime(Date.now() + ms)

  it.each([
    ['the computer wakes after the end', 3 * 60 * MINUTE],
    ['the clock was set forward, past the end', 26 * 60 * MINUTE],
    ['the clock was set back by a day', -24 * 60 * MINUTE],
  ])('asks REGARDS, at once, and stays signed in while the token holds: %s', async (_, ms) => {
    const before = state().accessToken
    setClock(ms)
    wake()
    expect(state().status).toBe('signedIn')
    await answered(1)
    expect(state().accessToken).not.toBe(before)
    expect(state()).toMatchObject({ status: 'signedIn', expiresAt: Date.now() + 120 * MINUTE })
    pass(MINUTE)
    await answered(1)
  })

  it('ends the sign-in when REGARDS says so', async () => {
    world.advance('3h')
    setClock(3 * 60 * MINUTE)
    wake()
    await answered(1)
    expect(state().status).toBe('expired')
  })

  it('ends nothing while there is no answer, and asks again until there is one', async () => {
    world.faults.refuse(BORROW, 503, '')
    setClock(3 * 60 * MINUTE)
    wake()
    await answered(1)
    pass(30 * SECOND)
    await answered(2)
    expect(state().status).toBe('signedIn')
    expect(warnings).toEqual([])
    world.faults.clear()
    pass(30 * SECOND)
    await answered(3)
    expect(state().expiresAt).toBe(Date.now() + 120 * MINUTE)
  })

  it('back by an hour, unseen, does not put the renewal off', async () => {
    stop()
    vi.useRealTimers()
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date', 'performance'] })
    liveFor(7200)
    stop = keepSignedIn(left => warnings.push(left))
    world.faults.refuse(BORROW, 503, '')
    setClock(-60 * MINUTE)
    wake()
    await answered(1)
    world.faults.clear()
    pass(30 * SECOND)
    await answered(2)
    const { accessToken } = state()
    pass(104 * MINUTE)
    await answered(2)
    pass(MINUTE)
    await answered(3)
    expect(state().accessToken).not.toBe(accessToken)
  })

  it('is noticed after a reload as well: a token that seems to live too long, or to have ended, is asked about', async () => {
    for (const [round, ms] of [-24 * 60 * MINUTE, 24 * 60 * MINUTE].entries()) {
      stop()
      setClock(ms)
      state().restore('session')
      expect(state().status).toBe('signedIn')
      stop = keepSignedIn(left => warnings.push(left))
      await answered(round + 1)
      expect(state().expiresAt).toBe(Date.now() + 120 * MINUTE)
    }
  })
})

describe('nothing is asked', () => {
  it('while no user is signed in', async () => {
    state().signOut()
    pass(24 * 60 * MINUTE)
    document.dispatchEvent(new Event('visibilitychange'))
    await answered(0)
    expect(warnings).toEqual([])
  })

  it('once it was stopped', async () => {
    stop()
    pass(115 * MINUTE)
    document.dispatchEvent(new Event('visibilitychange'))
    await answered(0)
    expect(state().status).toBe('signedIn')
  })
})

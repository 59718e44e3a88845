/** Renewal of the token before it ends, and what happens when that does not succeed (trust F13). */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { connectServices } from '@/app/connect-services'
import { keepSignedIn } from '@/app/keep-signed-in'
import { obtainToken } from '@/services/rs-authentication'
import { PASSWORD } from '@/simulator/accounts'
import type { World } from '@/simulator/world'
import { DEFAULT_CONFIGURATION, useConfiguration } from '@/stores/configuration'
import { useCredentials } from '@/stores/credentials'
import { simulator } from '@tests/setup'
import { aWorld } from '@tests/support/a-world'
import { signInAs } from '@tests/support/render-app'

const PATIENT = { timeout: 30_000 }
const CLIENT = DEFAULT_CONFIGURATION.client
const BORROW = 'rs-authentication/borrowRole/'
const [SECOND, MINUTE] = [1000, 60_000]

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

  it('and then succeeds warns nobody', async () => {
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

  it('ends the sign-in when its time has come: the page stays, and the password is asked for', async () => {
    liveFor(60)
    pass(50 * SECOND)
    await answered(1)
    pass(10 * SECOND)
    expect(state()).toMatchObject({ status: 'expired', accessToken: undefined, identity: { role: 'EXPLOIT' } })
    pass(10 * MINUTE)
    await answered(1)
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

  it('signs nobody in again who signed out', async () => {
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

it('a computer that slept past the end finds it when it wakes, not ten seconds later', () => {
  vi.setSystemTime(Date.now() + 3 * 60 * MINUTE)
  document.dispatchEvent(new Event('visibilitychange'))
  expect(state().status).toBe('expired')
})

describe('nothing is asked', () => {
  it('while nobody is signed in', async () => {
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

/** Renews the token before it ends, warns when that fails, and asks REGARDS, not the clock, whether it has ended. */
import type { Moment } from '@/domain/moment'
import { driftBetween, momentNow, passedSince } from '@/domain/moment'
import { useCredentials } from '@/stores/credentials'
import { questionHeldToken } from './token-question'

const TICK = 10_000
const TRY_AGAIN = 30_000
/** The pause when a valid token cannot be renewed: a retry after 30 s would fail too. */
const TRY_LATER = 5 * 60_000
const LONGEST_MARGIN = 15 * 60_000
const WARNING = 5 * 60_000
/** More than two ticks can differ by without the clock having been set or the computer having slept. */
const JUMP = 30_000

/**
 * @param onEndsSoon called once per token, at least 5 min before its end where it lived that long; in milliseconds left
 * @returns what stops it
 */
export function keepSignedIn(onEndsSoon: (left: number) => void): () => void {
  let last = momentNow()
  /** When the token ends by the steady clock, computed when it was first seen. */
  let end = { of: 0, steady: 0 }
  let failed: { readonly of: number; readonly at: Moment; readonly wait: number } | undefined
  let warnedFor = 0
  let isClockInDoubt = false
  let isUnderWay = false

  const ask = async (token: string, expiresAt: number) => {
    isUnderWay = true
    const verdict = await questionHeldToken()
    isUnderWay = false
    if (verdict !== 'unknown') isClockInDoubt = false
    const { accessToken, expire } = useCredentials.getState()
    if (accessToken !== token) return
    if (verdict === 'ended') expire()
    else failed = { of: expiresAt, at: momentNow(), wait: verdict === 'holds' ? TRY_LATER : TRY_AGAIN }
  }

  const tick = () => {
    const { status, accessToken, expiresAt, lifetime } = useCredentials.getState()
    const at = momentNow()
    const drift = driftBetween(last, at)
    last = at
    if (status !== 'signedIn' || accessToken === undefined) return
    const byWall = expiresAt - at.wall
    if (end.of !== expiresAt) end = { of: expiresAt, steady: at.steady + Math.min(byWall, lifetime) }
    // No token lasts longer than its lifetime: the clock was set back, maybe before a reload.
    if (Math.abs(drift) > JUMP || byWall > lifetime + JUMP) isClockInDoubt = true
    const left = Math.min(byWall, end.steady - at.steady)
    const hasFailed = failed?.of === expiresAt
    if (left > 0 && left <= WARNING + TICK && hasFailed && warnedFor !== expiresAt) {
      warnedFor = expiresAt
      onEndsSoon(left)
    }
    const isDue = isClockInDoubt || left <= Math.min(LONGEST_MARGIN, lifetime / 4)
    const isTime = !hasFailed || failed === undefined || passedSince(failed.at, at) >= failed.wait
    if (isDue && isTime && !isUnderWay) void ask(accessToken, expiresAt)
  }
  tick()
  const timer = setInterval(tick, TICK)
  document.addEventListener('visibilitychange', tick)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', tick)
  }
}

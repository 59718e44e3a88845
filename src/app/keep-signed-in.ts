/** Renews the token before it ends, by borrowing one's own role; warns when that fails, and ends what has ended (trust F13). */
import { renewToken } from '@/services/rs-authentication'
import { useCredentials } from '@/stores/credentials'

const TICK = 10_000
const TRY_AGAIN = 30_000
const LONGEST_MARGIN = 15 * 60_000
const WARNING = 5 * 60_000

/**
 * @param onEndsSoon told once per token, at least 5 min before its end where it lived that long; in milliseconds left
 * @returns what stops it
 */
export function keepSignedIn(onEndsSoon: (left: number) => void): () => void {
  let nextTry = 0
  let failedFor = 0
  let warnedFor = 0
  let isUnderWay = false

  const renew = async (role: string, project: string, user: string) => {
    isUnderWay = true
    try {
      const token = await renewToken(role)
      const { status, identity } = useCredentials.getState()
      // Whoever signed out or in meanwhile is not signed in again by a late answer.
      if (status === 'signedIn' && identity?.user === user && identity.project === project)
        useCredentials.getState().signIn({ ...token, project, user })
    } catch {
      nextTry = Date.now() + TRY_AGAIN
      failedFor = useCredentials.getState().expiresAt
    } finally {
      isUnderWay = false
    }
  }

  const tick = () => {
    const { status, identity, expiresAt, lifetime, expire } = useCredentials.getState()
    if (status !== 'signedIn' || identity === undefined) return
    const now = Date.now()
    const left = expiresAt - now
    if (left <= 0) {
      expire()
      return
    }
    if (left <= WARNING + TICK && failedFor === expiresAt && warnedFor !== expiresAt) {
      warnedFor = expiresAt
      onEndsSoon(left)
    }
    if (left <= Math.min(LONGEST_MARGIN, lifetime / 4) && now >= nextTry && !isUnderWay)
      void renew(identity.role, identity.project, identity.user)
  }
  const timer = setInterval(tick, TICK)
  document.addEventListener('visibilitychange', tick)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', tick)
  }
}

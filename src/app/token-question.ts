/** Asks REGARDS whether the held token still holds, one question at a time; the new one it may give takes its place. */
import { questionToken } from '@/services/rs-authentication'
import type { TokenVerdict } from '@/services/token-doubt'
import type { Identity } from '@/stores/credentials'
import { useCredentials } from '@/stores/credentials'

let underWay: { readonly token: string; readonly verdict: Promise<TokenVerdict> } | undefined

async function question(held: string, identity: Identity): Promise<TokenVerdict> {
  const { verdict, token } = await questionToken(identity)
  const { accessToken, signIn } = useCredentials.getState()
  // Whoever signed out or in meanwhile is not signed in again by a late answer.
  if (token !== undefined && accessToken === held) {
    const { project, user } = identity
    signIn({ ...token, project, user })
  }
  return verdict
}

/** What REGARDS says of the held token; who is nobody has none that holds. */
export async function questionHeldToken(): Promise<TokenVerdict> {
  const { accessToken, identity } = useCredentials.getState()
  if (accessToken === undefined || identity === undefined) return 'ended'
  if (underWay?.token !== accessToken) {
    const asked = { token: accessToken, verdict: question(accessToken, identity) }
    underWay = asked
    void asked.verdict.finally(() => {
      if (underWay === asked) underWay = undefined
    })
  }
  return underWay.verdict
}

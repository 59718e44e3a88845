/** Asks REGARDS whether the token is still valid, one request at a time; a new token replaces it. */
import { questionToken } from '@/services/rs-authentication'
import type { TokenVerdict } from '@/services/token-doubt'
import type { Identity } from '@/stores/credentials'
import { useCredentials } from '@/stores/credentials'

let underWay: { readonly token: string; readonly verdict: Promise<TokenVerdict> } | undefined

async function question(held: string, identity: Identity): Promise<TokenVerdict> {
  const { verdict, token } = await questionToken(identity)
  const { accessToken, signIn } = useCredentials.getState()
  // A late answer must not sign in a user who has signed out or in meanwhile.
  if (token !== undefined && accessToken === held) {
    const { project, user } = identity
    signIn({ ...token, project, user })
  }
  return verdict
}

/** What REGARDS says about the stored token; without a user there is none. */
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

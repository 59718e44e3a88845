/** Signing in without the form: what a tab keeps of a sign-in, with a token that the world of the test has given. */
import { CLIENT, PASSWORD } from '@simulator/accounts'
import { respond } from '@simulator/handlers'
import type { World } from '@simulator/world'

export type Account = 'operator' | 'administrator' | 'lead'

interface TokenAnswer {
  readonly access_token: string
  readonly tenant: string
  readonly email: string
  readonly role: string
  readonly expires_in: number
}

/** Asks the world as the form does: the request is counted, and the token is as good as any. */
async function obtainToken(world: World, username: string): Promise<TokenAnswer> {
  const answer = await respond(
    world,
    new Request('http://gateway/api/v1/rs-authentication/oauth/token', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Basic ${btoa(`${CLIENT.user}:${CLIENT.secret}`)}`,
        scope: 'demo',
      },
      body: JSON.stringify({ grant_type: 'password', username, password: PASSWORD, scope: 'demo' }),
    }),
  )
  if (!answer.ok) throw new Error(`The world refuses to sign ${username} in: ${await answer.text()}`)
  return (await answer.json()) as TokenAnswer
}

/** Runs in the page before its first script. The names are those of src/stores/storage-key.ts, src/stores/credentials.ts and src/stores/preferences.ts. */
function keep({ access_token, tenant, email, role, expires_in }: TokenAnswer): void {
  const gateway = `${location.origin}/`
  const lifetime = expires_in * 1000
  const values = {
    status: 'signedIn',
    identity: { project: tenant, user: email, role },
    accessToken: access_token,
    gateway,
    // By the clock of this page, which may be a wrong one.
    expiresAt: Date.now() + lifetime,
    lifetime,
    mark: '',
  }
  // Hints of a first visit are for the tests about them.
  const preferences = 'regards-dashboard-preferences /'
  if (localStorage.getItem(preferences) === null)
    localStorage.setItem(preferences, JSON.stringify({ state: { hintsSeen: true }, version: 1 }))
  sessionStorage.setItem(`regards-dashboard-credentials / ${gateway}`, JSON.stringify(values))
}

/** The script that signs an account in, and what it is given: for an application at `/` whose gateway is its own server. */
export async function storedSignIn(world: World, account: Account): Promise<[typeof keep, TokenAnswer]> {
  return [keep, await obtainToken(world, `${account}@example.org`)]
}

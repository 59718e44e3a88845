/** rs-authentication: tokens. `POST oauth/token`, `GET borrowRole/{role}` (docs/regards-api/README.md 3). */
import { ServiceError } from '@/domain/service-error'
import { ask, submit } from './http'
import { pathSegment, pathWith } from './path-segment'
import { fieldsOf, nameOf, numberOf } from './readers'
import type { TokenVerdict } from './token-doubt'

export interface Credentials {
  readonly project: string
  readonly username: string
  readonly password: string
}

/** The OAuth client every REGARDS client uses (docs/regards-api/README.md 3.1). */
export interface ClientPair {
  readonly user: string
  readonly secret: string
}

export interface Token {
  readonly accessToken: string
  readonly project: string
  readonly role: string
  readonly user: string
  /** Seconds. */
  readonly expiresIn: number
}

const SERVICE = 'rs-authentication'

/** Seconds; a token without a lifetime gets the usual one. */
const VALIDITY = 7200

/** docs/regards-api/README.md 3.2; the requested values are used where the answer does not repeat them. */
const readToken =
  (asked: { readonly project: string; readonly username: string }) =>
  (answer: unknown): Token | undefined => {
    const said = fieldsOf(answer)
    const word = (key: string) => nameOf(said?.[key])
    const accessToken = word('access_token')
    const role = word('role')
    if (accessToken === undefined || role === undefined) return undefined
    const seconds = numberOf(said?.['expires_in'])
    return {
      accessToken,
      project: word('tenant') ?? word('scope') ?? asked.project,
      role,
      user: word('email') ?? word('sub') ?? asked.username,
      expiresIn: seconds > 0 ? seconds : VALIDITY,
    }
  }

/**
 * Signs in. The password goes into the body, nowhere else (docs/regards-api/previous-dashboard-defects.md 34).
 * @throws ServiceError whose `code` says why REGARDS refused (docs/regards-api/README.md 3.3)
 */
export function obtainToken({ project, username, password }: Credentials, client: ClientPair): Promise<Token> {
  return ask(
    {
      service: SERVICE,
      path: 'oauth/token',
      method: 'POST',
      body: { grant_type: 'password', username, password, scope: project },
      as: { kind: 'client', ...client, scope: project },
    },
    readToken({ project, username }),
  )
}

/** The signed-in user. */
interface TokenOwner {
  readonly role: string
  readonly project: string
}

/** The answer of REGARDS about the token. */
interface TokenAnswer {
  readonly verdict: TokenVerdict
  /** A new one of full validity, when it gave one. */
  readonly token?: Token
}

/** The gateway refuses these in a path however they are encoded (docs/regards-api/measured.md 6), which proves nothing about the token. */
const fitsPath = (role: string) => pathSegment(role) !== undefined && !/[%\\;\r\n]/.test(role)

/** A role of every REGARDS: whether it may be borrowed or not, the answer proves the token. */
const ANY_ROLE = 'PUBLIC'

/** Whether rs-authentication answers at all, without a token. */
async function isThere(project: string): Promise<boolean> {
  try {
    await submit({ service: SERVICE, path: 'serviceproviders/public', as: { kind: 'public', scope: project } })
    return true
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    return error.reason === 'status' && ((error.status ?? 0) < 500 || error.messages.length > 0)
  }
}

/**
 * Asks whether the held token still holds, by borrowing the role one has: that gives a new one in its place
 * (docs/regards-api/README.md 3.4). Never rejects without an answer.
 */
export async function questionToken({ role, project }: TokenOwner): Promise<TokenAnswer> {
  const isOwn = fitsPath(role)
  try {
    const token = await ask(
      { service: SERVICE, path: pathWith(SERVICE)`borrowRole/${isOwn ? role : ANY_ROLE}`, isAboutToken: true },
      readToken({ project, username: '' }),
    )
    return isOwn ? { verdict: 'holds', token } : { verdict: 'holds' }
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    // A gateway that cannot reach rs-authentication gives the same answer as for an unreadable token.
    if (error.isUnauthorised && error.status === 500) return { verdict: (await isThere(project)) ? 'ended' : 'unknown' }
    if (error.isUnauthorised) return { verdict: 'ended' }
    return { verdict: error.isForbidden ? 'holds' : 'unknown' }
  }
}

/** rs-authentication: tokens. `POST oauth/token`, `GET borrowRole/{role}` (README.md 3). */
import { ask } from './http'
import { pathWith } from './path-segment'
import { token } from './schemas'

export interface Credentials {
  readonly project: string
  readonly username: string
  readonly password: string
}

/** The pair every REGARDS client knows itself by (README.md 3.1). */
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

/** What was asked for stands in where the answer does not repeat it. */
const readToken =
  (asked: { readonly project: string; readonly username: string }) =>
  (answer: unknown): Token | undefined => {
    const { success, data } = token.safeParse(answer)
    if (!success) return undefined
    return {
      accessToken: data.access_token,
      project: data.tenant ?? data.scope ?? asked.project,
      role: data.role,
      user: data.email ?? data.sub ?? asked.username,
      expiresIn: data.expires_in,
    }
  }

/**
 * Signs in. The password goes into the body, nowhere else (defect 34).
 * @throws ServiceError whose `code` says why REGARDS refused (README.md 3.3)
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

/**
 * A new token of full validity: one may always borrow one's own role (README.md 3.4).
 * @throws ServiceError also for a role whose name no path can hold: then only the password helps
 */
export async function renewToken(role: string): Promise<Token> {
  return ask(
    { service: SERVICE, path: pathWith(SERVICE)`borrowRole/${role}` },
    readToken({ project: '', username: '' }),
  )
}

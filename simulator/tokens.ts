/** Tokens that carry their own claims, so that a page reloaded in the demo is still signed in (docs/regards-api/README.md 3.2). */
import { hash } from './random'

export const VALIDITY_SECONDS = 7200

export interface Claims {
  readonly tenant: string
  readonly role: string
  readonly sub: string
  readonly email: string
  /** Seconds, as in any JWT. */
  readonly exp: number
  readonly jti: number
  /** Which tokens were withdrawn all at once: ours, to test expiry without waiting. */
  readonly era: number
}

const encode = (value: unknown): string =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

const sign = (text: string): string => [0, 1, 2, 3, 4, 5].map(n => hash(`${n}${text}`).toString(36)).join('')

/** Looks like a JWT. Its signature is a checksum: nothing here protects anything. */
export function writeToken(claims: Claims): string {
  const text = `${encode({ alg: 'HS512' })}.${encode(claims)}`
  return `${text}.${sign(text)}`
}

/** The claims of a token of ours, ended or not; undefined when it is none, or is not signed by us. */
export function readToken(token: string): Claims | undefined {
  const [header, payload, signature] = token.split('.')
  if (header === undefined || payload === undefined || signature !== sign(`${header}.${payload}`)) return undefined
  return JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as Claims
}

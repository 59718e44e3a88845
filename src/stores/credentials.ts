/** Who is signed in, and the token: for this tab only, in memory only where config.json wants it so. */
import { create } from 'zustand'
import { clearTab, gatewayNow, removeStale, storageKey } from './storage-key'

export interface Identity {
  readonly project: string
  readonly user: string
  /** A name, only shown: it proves no right. */
  readonly role: string
}

/** A key of the user and the project: data kept for one is never used for another; empty without a user. */
export function ownerOf(identity: Identity | undefined): string {
  return identity === undefined ? '' : JSON.stringify([identity.project, identity.user])
}

/** The same, of who is signed in now. */
export function ownerNow(): string {
  return ownerOf(useCredentials.getState().identity)
}

/** The same, for what is drawn anew when it changes. */
export function useOwner(): string {
  return useCredentials(({ identity }) => ownerOf(identity))
}

/** A text that changes at every sign-out, even if the same user returns: pending work ends. */
export function visitNow(): string {
  return JSON.stringify([ownerNow(), useCredentials.getState().visits])
}

/** The token for its own gateway; undefined for another one. */
export function tokenForGateway(): string | undefined {
  const { accessToken, gateway } = useCredentials.getState()
  return gateway === gatewayNow() ? accessToken : undefined
}

/**
 * A value that is recreated at sign-out: nothing of one user is left for the next.
 * @returns what gives the value of the present visit
 */
export function perVisit<T>(make: () => T): () => T {
  let held: { readonly visit: number; readonly value: T } | undefined
  return () => {
    const { visits } = useCredentials.getState()
    if (held?.visit !== visits) held = { visit: visits, value: make() }
    return held.value
  }
}

/** A token as REGARDS gave it. */
export interface GivenToken extends Identity {
  readonly accessToken: string
  /** Seconds. */
  readonly expiresIn: number
}

interface Values {
  /** expired: the page stays, and asks for the password over it. */
  readonly status: 'signedOut' | 'signedIn' | 'expired'
  readonly identity: Identity | undefined
  readonly accessToken: string | undefined
  /** The gateway that issued the token; it is sent to no other one. */
  readonly gateway: string | undefined
  /** Its end by this computer's clock, which may be wrong; in milliseconds. */
  readonly expiresAt: number
  /** The lifetime of the token, in milliseconds. */
  readonly lifetime: number
}

interface Credentials extends Values {
  /** How often a user has signed out on this page. */
  readonly visits: number
  readonly signIn: (token: GivenToken) => void
  readonly expire: () => void
  readonly signOut: () => void
  /** Restores the sign-in that the tab kept over a reload, for the same gateway only; with `memory` nothing is read or kept. */
  readonly restore: (rule: 'session' | 'memory') => void
}

/** Also read by public/first.js, with the mark of the sign-out. */
const KIND = 'credentials'

const NOBODY: Values = {
  status: 'signedOut',
  identity: undefined,
  accessToken: undefined,
  gateway: undefined,
  expiresAt: 0,
  lifetime: 0,
}

/** Changes with each sign-out in any tab; empty before the first one, or where nothing can be stored. */
function signOutMark(): string {
  try {
    return localStorage.getItem(storageKey('signed-out')) ?? ''
  } catch {
    return ''
  }
}

/** Also for tabs that show another page now and miss the sign-out: their sign-in is not restored. */
export function markSignOut(): void {
  try {
    localStorage.setItem(storageKey('signed-out'), `${Date.now()}-${Math.random()}`)
  } catch {
    // Storage refused: no tab stores anything.
  }
}

let rule: 'session' | 'memory' = 'session'

function keep(values: Values): void {
  try {
    if (rule === 'session' && values.status === 'signedIn')
      sessionStorage.setItem(storageKey(KIND), JSON.stringify({ ...values, mark: signOutMark() }))
    else sessionStorage.removeItem(storageKey(KIND))
  } catch {
    // Storage refused: the token lives in memory, and a reload asks for the password.
  }
}

function isValues(value: unknown): value is Values {
  if (typeof value !== 'object' || value === null) return false
  const { accessToken, gateway, expiresAt, lifetime, identity } = value as Partial<Record<keyof Values, unknown>>
  if (gateway !== gatewayNow()) return false
  if (typeof accessToken !== 'string' || typeof expiresAt !== 'number' || typeof lifetime !== 'number') return false
  if (typeof identity !== 'object' || identity === null) return false
  const { project, user, role } = identity as Partial<Record<keyof Identity, unknown>>
  return typeof project === 'string' && typeof user === 'string' && typeof role === 'string'
}

function kept(): Values | undefined {
  try {
    const values: unknown = JSON.parse(sessionStorage.getItem(storageKey(KIND)) ?? 'null')
    // Another tab signed out while this one showed another page: nothing of that user stays.
    if (typeof values === 'object' && values !== null && 'mark' in values && values.mark !== signOutMark()) {
      clearTab()
      return undefined
    }
    // This computer's clock cannot decide whether it is still valid: REGARDS is asked (app/keep-signed-in.ts).
    if (!isValues(values)) return undefined
    // Field by field: other stored values replace nothing.
    const { identity, accessToken, gateway, expiresAt, lifetime } = values
    return { status: 'signedIn', identity, accessToken, gateway, expiresAt, lifetime }
  } catch {
    return undefined
  }
}

export const useCredentials = create<Credentials>()((set, get) => {
  const change = (values: Partial<Values>) => {
    set(values)
    keep(get())
  }
  return {
    ...NOBODY,
    visits: 0,
    signIn: ({ project, user, role, accessToken, expiresIn }) => {
      const lifetime = expiresIn * 1000
      const identity = { project, user, role }
      const expiresAt = Date.now() + lifetime
      change({ status: 'signedIn', identity, accessToken, gateway: gatewayNow(), expiresAt, lifetime })
    },
    expire: () => {
      if (get().status === 'signedIn') change({ status: 'expired', accessToken: undefined, gateway: undefined })
    },
    signOut: () => {
      change(NOBODY)
      set(({ visits }) => ({ visits: visits + 1 }))
    },
    restore: next => {
      rule = next
      removeStale()
      const values = rule === 'session' ? kept() : undefined
      change(values ?? NOBODY)
    },
  }
})

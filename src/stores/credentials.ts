/** Who is signed in, and the token: for this tab only, in memory only where config.json wants it so. */
import { create } from 'zustand'

export interface Identity {
  readonly project: string
  readonly user: string
  /** A name, shown and never tested: it proves no right. */
  readonly role: string
}

/** Text that is equal for the same user of the same project only: what is kept for one is for nobody else. */
export function ownerOf({ project, user }: Identity): string {
  return JSON.stringify([project, user])
}

/** Text that is another one once this user has left the page, be it that the same comes back: nothing that was begun goes on. */
export function visitNow(): string {
  const { identity, visits } = useCredentials.getState()
  return JSON.stringify([identity === undefined ? '' : ownerOf(identity), visits])
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
  /** When it is to end by this computer's clock, which may be wrong; in milliseconds. */
  readonly expiresAt: number
  /** How long the token was given for, in milliseconds. */
  readonly lifetime: number
}

export interface Credentials extends Values {
  /** How often somebody has left this page. */
  readonly visits: number
  readonly signIn: (token: GivenToken) => void
  readonly expire: () => void
  readonly signOut: () => void
  /** Takes up what a reload left in the tab; with `memory` nothing is read or kept. */
  readonly restore: (rule: 'session' | 'memory') => void
}

const KEY = 'regards-dashboard-credentials'

const NOBODY: Values = { status: 'signedOut', identity: undefined, accessToken: undefined, expiresAt: 0, lifetime: 0 }

let rule: 'session' | 'memory' = 'session'

function keep(values: Values): void {
  try {
    if (rule === 'session' && values.status === 'signedIn') sessionStorage.setItem(KEY, JSON.stringify(values))
    else sessionStorage.removeItem(KEY)
  } catch {
    // Storage refused: the token lives in memory, and a reload asks for the password.
  }
}

function isValues(value: unknown): value is Values {
  if (typeof value !== 'object' || value === null) return false
  const { accessToken, expiresAt, lifetime, identity } = value as Partial<Record<keyof Values, unknown>>
  if (typeof accessToken !== 'string' || typeof expiresAt !== 'number' || typeof lifetime !== 'number') return false
  if (typeof identity !== 'object' || identity === null) return false
  const { project, user, role } = identity as Partial<Record<keyof Identity, unknown>>
  return typeof project === 'string' && typeof user === 'string' && typeof role === 'string'
}

function kept(): Values | undefined {
  try {
    const values: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    // Whether it still holds is not for the clock of this computer to say: REGARDS is asked (app/keep-signed-in.ts).
    if (!isValues(values)) return undefined
    // One by one: whatever else is stored there takes the place of nothing.
    const { identity, accessToken, expiresAt, lifetime } = values
    return { status: 'signedIn', identity, accessToken, expiresAt, lifetime }
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
      change({ status: 'signedIn', identity, accessToken, expiresAt: Date.now() + lifetime, lifetime })
    },
    expire: () => {
      if (get().status === 'signedIn') change({ status: 'expired', accessToken: undefined })
    },
    signOut: () => {
      change(NOBODY)
      set(({ visits }) => ({ visits: visits + 1 }))
    },
    restore: next => {
      rule = next
      const values = rule === 'session' ? kept() : undefined
      change(values ?? NOBODY)
    },
  }
})

/** Who may sign in to the simulated REGARDS: demo accounts for daily work, and one per way of being refused. */

export const PASSWORD = 'orbit-7'
/** The project that they are users of. */
export const DEMO_PROJECT = 'demo'
export const CLIENT = { user: 'client', secret: 'secret' } as const

export interface Account {
  readonly email: string
  readonly role: string
  /** Checked before the password (docs/regards-api/README.md 3.3). */
  readonly refusal?: string
  /** Checked after the password. */
  readonly userRefusal?: string
  readonly serviceProvider?: string
}

/** The three documented accounts. */
export const DEMO_ACCOUNTS: readonly Account[] = [
  { email: 'operator@example.org', role: 'EXPLOIT' },
  { email: 'administrator@example.org', role: 'ADMIN' },
  { email: 'lead@example.org', role: 'PROJECT_ADMIN' },
]

export const ACCOUNTS: readonly Account[] = [
  ...DEMO_ACCOUNTS,
  { email: 'night@example.org', role: 'NIGHT_SHIFT' },
  { email: 'ldap@example.org', role: 'EXPLOIT', serviceProvider: 'ldap-lab' },
  { email: 'visitor@example.org', role: 'REGISTERED_USER' },
  { email: 'pending@example.org', role: 'EXPLOIT', refusal: 'ACCOUNT_PENDING' },
  { email: 'inactive@example.org', role: 'EXPLOIT', refusal: 'ACCOUNT_INACTIVE' },
  { email: 'old-password@example.org', role: 'EXPLOIT', refusal: 'ACCOUNT_INACTIVE_PASSWORD' },
  { email: 'locked@example.org', role: 'EXPLOIT', refusal: 'ACCOUNT_LOCKED' },
  { email: 'stranger@example.org', role: 'EXPLOIT', userRefusal: 'USER_UNKNOWN' },
  { email: 'waiting-account@example.org', role: 'EXPLOIT', userRefusal: 'USER_WAITING_ACCOUNT_ACTIVE' },
  { email: 'waiting-access@example.org', role: 'EXPLOIT', userRefusal: 'USER_WAITING_ACCESS' },
  { email: 'waiting-email@example.org', role: 'EXPLOIT', userRefusal: 'USER_WAITING_EMAIL_VERIFICATION' },
  { email: 'denied@example.org', role: 'EXPLOIT', userRefusal: 'USER_ACCESS_DENIED' },
  { email: 'disabled@example.org', role: 'EXPLOIT', userRefusal: 'USER_ACCESS_INACTIVE' },
]

export const REFUSAL_TEXTS: Readonly<Record<string, string>> = {
  ACCOUNT_UNKNOWN: 'Unknown account',
  ACCOUNT_PENDING: 'Account is pending',
  ACCOUNT_INACTIVE: 'Account is inactive',
  ACCOUNT_INACTIVE_PASSWORD: 'Account password has expired',
  ACCOUNT_LOCKED: 'Account is locked',
  USER_UNKNOWN: 'Unknown project user',
  USER_WAITING_ACCOUNT_ACTIVE: 'Project user waits for its account',
  USER_WAITING_ACCESS: 'Project user waits for access',
  USER_WAITING_EMAIL_VERIFICATION: 'E-mail is not verified',
  USER_ACCESS_DENIED: 'Access denied',
  USER_ACCESS_INACTIVE: 'Access is inactive',
  INSTANCE_ACCESS_DENIED: 'Instance access denied',
}

interface Project {
  readonly id: number
  readonly name: string
  readonly label: string
  readonly description: string
  readonly icon?: string
  readonly isAccessible: boolean
  readonly isDeleted: boolean
  /** The demo accounts are users of it. */
  readonly hasUsers: boolean
}

/** Public projects (docs/regards-api/README.md 3.6); two of them are not proposed. */
export const PROJECTS: readonly Project[] = [
  {
    id: 1,
    name: 'demo',
    label: 'Demonstration archive',
    description: 'Invented missions',
    icon: 'https://icons.invalid/demo.svg',
    isAccessible: true,
    isDeleted: false,
    hasUsers: true,
  },
  {
    id: 2,
    name: 'empty-lab',
    label: 'Empty laboratory',
    description: 'Nothing ingested yet',
    isAccessible: true,
    isDeleted: false,
    hasUsers: true,
  },
  {
    id: 3,
    name: 'closed',
    label: 'Closed for maintenance',
    description: 'Not accessible',
    isAccessible: false,
    isDeleted: false,
    hasUsers: false,
  },
  {
    id: 4,
    name: 'gone',
    label: 'Deleted project',
    description: 'Deleted',
    isAccessible: false,
    isDeleted: true,
    hasUsers: false,
  },
]

/** Roles and what they may call (docs/regards-api/README.md 4): defaults by rank, and one role that a project made itself. */

const RANKS = ['PUBLIC', 'REGISTERED_USER', 'EXPLOIT', 'ADMIN', 'PROJECT_ADMIN'] as const
export type DefaultRole = (typeof RANKS)[number]

/** An endpoint, as rights see it. */
export interface Endpoint {
  readonly service: string
  readonly verb: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Path template, such as /sessions/{id}. */
  readonly resource: string
  readonly role: DefaultRole
}

interface ProjectRole {
  readonly parent: DefaultRole
  readonly without: readonly string[]
}

/** Roles a project made under a default role, and the endpoints it took away from them. */
const PROJECT_ROLES: Readonly<Record<string, ProjectRole>> = {
  NIGHT_SHIFT: { parent: 'EXPLOIT', without: ['DELETE rs-admin/sessions/{id}', 'DELETE rs-admin/sources/{name}'] },
}

const parentOf = (role: string): string => PROJECT_ROLES[role]?.parent ?? role

const rank = (role: string): number => RANKS.findIndex(known => known === parentOf(role))

function endpointName({ verb, service, resource }: Omit<Endpoint, 'role'>): string {
  return `${verb} ${service}${resource}`
}

export function mayCall(role: string, endpoint: Endpoint): boolean {
  if (PROJECT_ROLES[role]?.without.includes(endpointName(endpoint)) === true) return false
  return rank(role) >= rank(endpoint.role)
}

/** One's own role, and for administrators the lower ones (docs/regards-api/README.md 3.4). */
export function canBorrowRole(own: string, wanted: string): boolean {
  if (own === wanted) return true
  return rank(own) >= rank('ADMIN') && rank(wanted) >= 0 && rank(wanted) < rank(own)
}

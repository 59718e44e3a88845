/** How the names of a session are said to a server, and whose a row is that comes back: each service compares names in its own way (docs/regards-api/README.md 6). */
import { ServiceError } from '@/domain/service-error'
import type { SessionRef } from '@/domain/session'

/** A backslash, where it would escape what follows it. */
export const backslashed = (text: string): string => text.replaceAll('\\', '\\\\')

/** A name for a search by parts of names, where `%` is any text and a backslash escapes; `_` is an ordinary character there. */
export const literal = (name: string): string => backslashed(name).replaceAll('%', '\\%')

/** True when a search by parts of names takes the names for what they are, and an empty one is not no filter at all. */
export const isPlain = ({ source, name }: SessionRef): boolean =>
  name !== '' && literal(source) === source && literal(name) === name

/** What a row says of its session; undefined where it says nothing. */
interface Owned {
  readonly source: string | undefined
  readonly session: string | undefined
}

/** True for a row that says it is of exactly this session. */
export const isOf = ({ source, session }: Owned, ref: SessionRef): boolean =>
  source === ref.source && session === ref.name

/**
 * Whose a row is that was found by exact names: the session's, unless it says otherwise. An empty name is no filter to
 * REGARDS, which then finds the rows of the whole source: one that does not say whose it is may be anybody's.
 */
export function ownerIn({ source, session }: Owned, ref: SessionRef): 'own' | 'other' | 'unsaid' {
  if ((source ?? ref.source) !== ref.source || (session ?? ref.name) !== ref.name) return 'other'
  return ref.name === '' && (source === undefined || session === undefined) ? 'unsaid' : 'own'
}

/**
 * The session, for an action on everything with its names.
 * @throws ServiceError for an empty name: REGARDS would take the whole source; nothing is sent then
 */
export function named(service: string, ref: SessionRef): SessionRef {
  if (ref.name === '') throw new ServiceError({ service, reason: 'unaddressable' })
  return ref
}

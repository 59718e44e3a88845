/** How the names of a session are sent, and to which session a returned row belongs: each service compares names in its own way (docs/regards-api/README.md 6). */
import { ServiceError } from '@/domain/service-error'
import type { SessionRef } from '@/domain/session'

/** A backslash, where it would escape what follows it. */
export const backslashed = (text: string): string => text.replaceAll('\\', '\\\\')

/** A name for a search by parts of names, where `%` is any text and a backslash escapes; `_` is an ordinary character there. */
export const literal = (name: string): string => backslashed(name).replaceAll('%', '\\%')

/** True when a substring search matches these names literally, and none is empty. */
export const isPlain = ({ source, name }: SessionRef): boolean =>
  name !== '' && literal(source) === source && literal(name) === name

/** The names a row has of its session; undefined where absent. */
interface Owned {
  readonly source: string | undefined
  readonly session: string | undefined
}

/** True for a row with exactly the names of this session. */
export const isOf = ({ source, session }: Owned, ref: SessionRef): boolean =>
  source === ref.source && session === ref.name

/**
 * The session of a row found by exact names: this one, unless the row has other names. An empty name is no filter to
 * REGARDS, which then finds the rows of the whole source: one without names may belong to any session.
 */
export function ownerIn({ source, session }: Owned, ref: SessionRef): 'own' | 'other' | 'unsaid' {
  if ((source ?? ref.source) !== ref.source || (session ?? ref.name) !== ref.name) return 'other'
  return ref.name === '' && (source === undefined || session === undefined) ? 'unsaid' : 'own'
}

/**
 * The session, for an action on everything with its names.
 * @throws ServiceError for an empty name: REGARDS would act on the whole source; nothing is sent then
 */
export function named(service: string, ref: SessionRef): SessionRef {
  if (ref.name === '') throw new ServiceError({ service, reason: 'unaddressable' })
  return ref
}

/** The checks before a call that deletes rows: some rows, at most 1000, each of exactly this session (docs/regards-api/measured.md 1.2). */
import { isNameless } from '@/domain/deletion-reach'
import { ServiceError } from '@/domain/service-error'
import type { SessionRef } from '@/domain/session'
import { MOST_VALUES } from './restrictions'
import { isOf } from './session-names'

/** A row with the names of its session. */
export interface OwnedRow {
  readonly source: string
  readonly session: string
}

/** The error of a call that was not sent because it would not have been limited to one session. */
function unlimited(service: string): ServiceError {
  return new ServiceError({ service, reason: 'unaddressable' })
}

/**
 * The names that limit a call.
 * @throws ServiceError `unaddressable` when REGARDS may ignore them, or they cannot be sent unchanged
 */
export function namesOf(service: string, ref: SessionRef): SessionRef {
  // Half a surrogate pair would be sent as another character: the name of another session, perhaps.
  const isWhole = !/\p{Cs}/u.test(ref.source + '\n' + ref.name)
  if (isNameless(ref) || !isWhole) throw unlimited(service)
  return ref
}

/**
 * The ids of these rows, as a call names them.
 * @throws ServiceError `unaddressable` for no row, for more than 1000, for one of another session, for one without an
 * identity, and for two of the same
 */
export function identitiesOf<R extends OwnedRow, K extends string | number>(
  service: string,
  ref: SessionRef,
  rows: readonly R[],
  identityOf: (row: R) => K,
): readonly [K, ...K[]] {
  const [first, ...more] = rows.map(identityOf)
  const isLimited =
    rows.length <= MOST_VALUES &&
    rows.every(row => isOf(row, ref) && String(identityOf(row)).trim() !== '') &&
    new Set([first, ...more]).size === rows.length
  if (first === undefined || !isLimited) throw unlimited(service)
  return [first, ...more]
}

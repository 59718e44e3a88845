/** The actions for some rows of a list, and the right each needs. */
import type { ListRelaunchedByIds, RecordListId, RecordRows } from '@/domain/record-list'
import { RELAUNCHED_BY_IDS } from '@/domain/record-list'
import type { RequestType } from '@/domain/request-type'
import { REQUEST_TYPES } from '@/domain/request-type'
import type { Right } from '@/domain/rights'
import { ACTION_RIGHTS, RELAUNCH_RIGHTS } from '@/domain/rights'

export type RowAction =
  | { readonly kind: 'relaunch'; readonly list: ListRelaunchedByIds; readonly right: Right }
  | { readonly kind: 'versioning'; readonly right: Right }

function isRelaunchedByIds(list: RecordListId): list is ListRelaunchedByIds {
  return Object.hasOwn(RELAUNCHED_BY_IDS, list)
}

/** Undefined for read-only lists. */
export function rowActionOf(list: RecordListId): RowAction | undefined {
  if (list === 'oaisWaiting') return { kind: 'versioning', right: ACTION_RIGHTS.versioning }
  if (!isRelaunchedByIds(list)) return undefined
  return { kind: 'relaunch', list, right: RELAUNCH_RIGHTS[RELAUNCHED_BY_IDS[list]] }
}

/** The ids an action names these rows by. */
export function idsOf(rows: readonly RecordRows[RecordListId][]): readonly number[] {
  return rows.flatMap(row => ('id' in row && typeof row.id === 'number' ? [row.id] : []))
}

/** A request type a session can have in error, or undefined for any other part of a list. */
export function requestType(part: string | undefined): RequestType | undefined {
  return REQUEST_TYPES.find(type => type === part)
}

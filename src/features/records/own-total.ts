/** The number of rows of a list that belong to the session. */
import type { RecordListId } from '@/domain/record-list'
import type { RecordList } from '@/queries/records'
import type { RecordKind } from './record-kinds'
import { RECORD_KINDS } from './record-kinds'

/** The session's rows in this list; undefined where the server also counts other sessions and not all were read. */
export function ownTotal(list: RecordListId, read: RecordList<object>): number | undefined {
  const { similar }: RecordKind = RECORD_KINDS[list]
  if (read.isComplete && read.moved === 0) return read.rows?.length
  return similar === undefined && read.others === 0 ? read.total : undefined
}

/** rs-storage: storage locations and file requests. `GET storages`, `GET requests/{storage}/{type}`, `POST storages/retry` (docs/regards-api/actions.md 2.3, 3.8). */
import type { FileRequest, StorageActivity, StorageRecord } from '@/domain/record-list'
import { STORAGE_ACTIVITIES } from '@/domain/record-list'
import type { SessionRef, Unreadable } from '@/domain/session'
import { isUnreadable } from '@/domain/session'
import { ask, submit } from './http'
import { pathWith } from './path-segment'
import type { RecordLoader } from './record-page'
import { SIZE, pageQuery, readRecords, readWholeList } from './record-page'
import { fileRequest, storageLocation } from './record-schemas'
import { causeOf } from './server-words'
import { named } from './session-names'

const SERVICE = 'rs-storage'

const readStorages = readWholeList(
  readRecords(storageLocation, ({ name, configuration, ...said }): StorageRecord => {
    const limit = configuration?.allocatedSizeInKo ?? 0
    const does: Readonly<Record<StorageActivity, boolean>> = {
      storing: said.storageRunning,
      deleting: said.deletionRunning,
      copying: said.copyRunning,
      pendingActions: said.pendingActionRunning,
    }
    return {
      ...{ key: name, cause: undefined, date: undefined, name },
      kind: configuration?.storageType ?? 'OFFLINE',
      files: said.nbFilesStored,
      used: said.totalStoredFilesSizeKo,
      // 0 is no limit.
      limit: limit > 0 ? limit : undefined,
      pendingFiles: said.nbFilesStoredWithPendingActionRemaining,
      storageErrors: said.nbStorageError,
      deletionErrors: said.nbDeletionError,
      activities: STORAGE_ACTIVITIES.filter(activity => does[activity]),
    }
  }),
)

/** The used share of its limit; negative without a limit. */
const fullness = (entry: StorageRecord | Unreadable) =>
  isUnreadable(entry) ? -2 : entry.limit === undefined ? -1 : entry.used / entry.limit
const usedBy = (entry: StorageRecord | Unreadable) => (isUnreadable(entry) ? 0 : entry.used)

/** All storage locations, the fullest first; those without a limit follow, the largest first. */
export const findStorages: RecordLoader<StorageRecord> = async (_question, _page, signal) => {
  const list = await ask({ service: SERVICE, path: 'storages', signal }, readStorages)
  const entries = [...list.entries].sort((a, b) => fullness(b) - fullness(a) || usedBy(b) - usedBy(a))
  return { ...list, entries }
}

/** A page of the file requests of one storage and type in error, those of all sessions; the part names both. */
export const findErrors: RecordLoader<FileRequest> = async (
  { part = '', direction },
  page,
  signal,
  size = SIZE.light,
) => {
  const slash = part.lastIndexOf('/')
  const storage = part.slice(0, Math.max(0, slash))
  return ask(
    {
      service: SERVICE,
      path: pathWith(SERVICE)`requests/${storage}/${part.slice(slash + 1)}`,
      query: { status: 'ERROR', ...pageQuery(page, size, 'id', direction) },
      signal,
    },
    readRecords(fileRequest, ({ id, fileName, type, status, errorCause }) => ({
      ...{ key: String(id), cause: causeOf(errorCause), date: undefined },
      ...{ id, fileName, type, status },
    })),
  )
}

/** Relaunches the deletion requests in error of exactly this session, and at most 1000 of its storage requests. */
export async function relaunchErrors(ref: SessionRef): Promise<void> {
  const { source, name } = named(SERVICE, ref)
  return submit({ service: SERVICE, path: 'storages/retry', method: 'POST', query: { source, session: name } })
}

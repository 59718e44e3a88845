/** How files are stored and deleted: a full storage always refuses them (docs/regards-api/actions.md 2.3). */
import type { Archive } from './archive'
import type { Item } from './items'
import { hasStep } from './live-steps'
import type { SessionRecord } from './records'
import { forget, putToWork } from './work'

/** How a file without room ends: with the limit it ran into, which may be higher by the time the error is read. */
function refuse(archive: Archive, record: SessionRecord, file: Item): void {
  const { storages } = archive
  const limit = storages.find(storages.homeOf(record.source, 'STORAGE'))?.limit ?? 0
  archive.change(record, 'storage', file, 'ERROR', `FULL ${limit}`)
}

/** Files of one product go to the storage, where the session stores any. */
export function store(archive: Archive, record: SessionRecord, files: number): void {
  if (!hasStep(record, 'storage')) return
  for (let n = 0; n < files; n++) {
    const file = archive.addItem(record, 'storage', { kind: 'STORAGE', status: 'PENDING' })
    archive.timeline.after(1500, () => {
      if (archive.storages.hasRoom(record.source)) archive.change(record, 'storage', file, 'SUCCESS')
      else refuse(archive, record, file)
    })
  }
}

/** Puts file requests in error back to work. */
export function relaunchFiles(archive: Archive, record: SessionRecord, requests: readonly Item[]): void {
  const lacksRoom = ({ kind }: Item) => kind === 'STORAGE' && !archive.storages.hasRoom(record.source)
  putToWork(archive, {
    record,
    stepId: 'storage',
    items: requests,
    running: 'PENDING',
    endsWell: request => !lacksRoom(request) && archive.drawFate(record),
    done: request => {
      archive.change(record, 'storage', request, 'SUCCESS', '')
      if (request.kind === 'FILE_DELETION') forget(archive, record, 'storage', ['STORAGE'])
    },
    failed: request => {
      if (lacksRoom(request)) refuse(archive, record, request)
      else archive.change(record, 'storage', request, 'ERROR', '')
    },
  })
}

/** docs/regards-api/actions.md 2.3: every deletion in error, ONE page of 1000 storage requests, no copy, no reference. */
export function relaunchStorage(archive: Archive, record: SessionRecord): void {
  const inError = archive.items(record, 'storage').filter(({ status }) => status === 'ERROR')
  const files = inError.filter(({ kind }) => kind === 'STORAGE').slice(0, 1000)
  relaunchFiles(archive, record, [...inError.filter(({ kind }) => kind === 'FILE_DELETION'), ...files])
}

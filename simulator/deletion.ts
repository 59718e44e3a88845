/** What deleting a session or a source really deletes: every microservice reacts on its own, later (docs/regards-api/measured.md 1.1). */
import type { Archive } from './archive'
import { deleteAcquired, deleteFeatures, deleteReferenced, deleteWorkerRequests } from './deleting'
import { isFeature, isProduct, isStored } from './holdings'
import { BLOCKED_REQUESTS } from './items'
import { hasStep } from './live-steps'
import type { AskedNames } from './namesakes'
import { alike, named } from './namesakes'
import type { SessionRecord } from './records'

/** rs-dataprovider compares a session name that is empty like any other: only the deletion of a source has none. */
function deleteOfChains(archive: Archive, { source, name }: AskedNames): void {
  if (!archive.chains.some(({ label }) => label === source)) return
  for (const record of archive.sessions)
    if (record.source === source && (name === undefined || record.name === name))
      deleteAcquired(archive, record, archive.items(record, 'scan').filter(isProduct))
}

/** rs-ingest and rs-worker-manager also match similar names, purged sessions included; rs-fem matches exactly. */
function takeAll(archive: Archive, names: AskedNames, orderedAt: number): void {
  deleteOfChains(archive, names)
  const [isAlike, isNamed] = [alike(names), named(names)]
  for (const record of archive.sessions) {
    if (isAlike(record) && hasStep(record, 'oais'))
      deleteReferenced(archive, record, archive.items(record, 'oais').filter(isStored))
    if (isNamed(record) && hasStep(record, 'feature'))
      deleteFeatures(archive, record, archive.items(record, 'feature').filter(isFeature))
    if (isAlike(record) && hasStep(record, 'workers')) {
      const requests = archive.items(record, 'workers').filter(({ createdAt }) => createdAt <= orderedAt)
      deleteWorkerRequests(
        archive,
        record,
        requests.filter(({ status }) => BLOCKED_REQUESTS.includes(status)),
      )
    }
  }
}

function order(archive: Archive, names: AskedNames): void {
  const orderedAt = archive.now
  archive.timeline.after(1000, () => takeAll(archive, names, orderedAt))
}

/** Publishes the deletion and returns; the row stays until it is purged. */
export function deleteSession(archive: Archive, { source, name }: SessionRecord): void {
  order(archive, { source, name })
}

/** One deletion with the source alone. */
export function deleteSource(archive: Archive, source: string): void {
  order(archive, { source })
}

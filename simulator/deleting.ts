/** Deletion of the products and requests of one session, one after the other, with files and counters. */
import type { Archive } from './archive'
import { isFeature, isReferenced, isStored } from './holdings'
import type { Item } from './items'
import { GONE, MARKED } from './items'
import { hasStep } from './live-steps'
import type { SessionRecord } from './records'
import { forget } from './work'

/** Items go one after the other, all of them within some ten seconds. */
function oneByOne(archive: Archive, items: readonly Item[], each: (item: Item, place: number) => void): void {
  items.forEach((item, place) => {
    archive.timeline.after(1000 + place * Math.min(250, 10_000 / items.length), () => each(item, place))
  })
}

/** rs-storage has no handler: files are deleted on request of ingest and FEM, one request per file. */
function deleteFiles(archive: Archive, record: SessionRecord, count: number): void {
  for (let n = 0; n < count; n++) {
    const request = archive.addItem(record, 'storage', { kind: 'FILE_DELETION', status: 'PENDING' })
    archive.timeline.after(1500, () => {
      archive.change(record, 'storage', request, 'SUCCESS')
      forget(archive, record, 'storage', ['STORAGE', 'REFERENCE'])
    })
  }
}

/** The files deleted with the nth of this many products: all of them with the last one. */
function filesOf(archive: Archive, record: SessionRecord, products: number): (place: number) => number {
  const files = archive
    .items(record, 'storage')
    .filter(({ kind, status }) => status === 'SUCCESS' && (kind === 'STORAGE' || kind === 'REFERENCE')).length
  return place => Math.floor(((place + 1) * files) / products) - Math.floor((place * files) / products)
}

/** rs-dam has no handler: the index follows by crawling. */
function unindexLater(archive: Archive, record: SessionRecord): void {
  if (!hasStep(record, 'catalog')) return
  archive.timeline.after(12_000, () => {
    const isLeft = hasStep(record, 'oais') ? isStored : isFeature
    const left = archive.items(record, hasStep(record, 'oais') ? 'oais' : 'feature').filter(isLeft).length
    const indexed = archive.items(record, 'catalog').filter(({ status }) => status === 'INDEXED')
    for (const document of indexed.slice(left)) archive.change(record, 'catalog', document, GONE)
  })
}

/** rs-dataprovider: products and file records; the files at the source stay. */
export function deleteAcquired(archive: Archive, record: SessionRecord, products: readonly Item[]): void {
  oneByOne(archive, products, product => archive.change(record, 'scan', product, GONE))
}

/** What `deletionMode` can say (docs/regards-api/measured.md 1.2). */
export const DELETION_MODES = { IRREVOCABLY: 'DELETED', BY_STATE: MARKED } as const
export type DeletionMode = keyof typeof DELETION_MODES

/** rs-ingest: one deletion request per product, its files in both modes; requests in error or waiting stay. */
export function deleteReferenced(
  archive: Archive,
  record: SessionRecord,
  products: readonly Item[],
  mode: DeletionMode = 'IRREVOCABLY',
): void {
  if (products.length === 0) return
  const files = filesOf(archive, record, archive.items(record, 'oais').filter(isStored).length)
  const requests = products.map(({ product }) =>
    archive.addItem(record, 'oais', { kind: 'oaisDeletion', status: 'RUNNING', product }),
  )
  let gone = 0
  oneByOne(archive, products, (product, place) => {
    const request = requests[place]
    if (request !== undefined) archive.change(record, 'oais', request, GONE)
    if (!isReferenced(product)) return
    // A product marked earlier has no files left.
    const hadFiles = isStored(product)
    archive.change(record, 'oais', product, DELETION_MODES[mode])
    if (hadFiles) deleteFiles(archive, record, files(gone++))
  })
  unindexLater(archive, record)
}

/** rs-fem: one deletion request per feature. */
export function deleteFeatures(archive: Archive, record: SessionRecord, features: readonly Item[]): void {
  if (features.length === 0) return
  const areFilesOurs = !hasStep(record, 'oais')
  const files = filesOf(archive, record, archive.items(record, 'feature').filter(isFeature).length)
  oneByOne(archive, features, (feature, place) => {
    const { product } = feature
    const request = archive.addItem(record, 'feature', { kind: 'DELETION', status: 'GRANTED', product })
    if (areFilesOurs) deleteFiles(archive, record, files(place))
    archive.timeline.after(1500, () => {
      archive.change(record, 'feature', request, 'SUCCESS')
      if (feature.status === 'SUCCESS') archive.change(record, 'feature', feature, 'DELETED')
    })
  })
  unindexLater(archive, record)
}

/** rs-worker-manager: its requests are marked, then deleted. */
export function deleteWorkerRequests(archive: Archive, record: SessionRecord, requests: readonly Item[]): void {
  for (const request of requests) archive.change(record, 'workers', request, 'TO_DELETE')
  archive.timeline.after(800, () => {
    for (const request of requests) archive.change(record, 'workers', request, GONE)
  })
}

/** What deleting a session really does: every microservice reacts on its own, later (sessions.md 7). */
import type { Archive } from './archive'
import type { Item } from './items'
import { GONE } from './items'
import { hasStep } from './live-steps'
import { containsPercent } from './matching'
import type { SessionRecord } from './records'
import { forget } from './work'

/** Items go one after the other, all of them within some ten seconds. */
function oneByOne(archive: Archive, items: readonly Item[], each: (item: Item, place: number) => void): void {
  items.forEach((item, place) => {
    archive.timeline.after(1000 + place * Math.min(250, 10_000 / items.length), () => each(item, place))
  })
}

/** rs-dataprovider: products and file records, of chains whose label is the source. */
function deleteAcquired(archive: Archive, record: SessionRecord): void {
  if (!archive.chains.some(({ label }) => label === record.source)) return
  const products = archive.items(record, 'scan').filter(({ kind }) => kind === 'product')
  oneByOne(archive, products, product => archive.change(record, 'scan', product, GONE))
}

/** rs-storage has no handler: files go because ingest and FEM ask for it, one request per file. */
function deleteFiles(archive: Archive, record: SessionRecord, count: number): void {
  for (let n = 0; n < count; n++) {
    const request = archive.addItem(record, 'storage', { kind: 'FILE_DELETION', status: 'PENDING' })
    archive.timeline.after(1500, () => {
      archive.change(record, 'storage', request, 'SUCCESS')
      forget(archive, record, 'storage', ['STORAGE', 'REFERENCE'])
    })
  }
}

/** The files of the nth of so many products, so that all files go with the last one. */
function filesOf(archive: Archive, record: SessionRecord, products: number): (place: number) => number {
  const files = archive
    .items(record, 'storage')
    .filter(({ kind, status }) => status === 'SUCCESS' && (kind === 'STORAGE' || kind === 'REFERENCE')).length
  return place => Math.floor(((place + 1) * files) / products) - Math.floor((place * files) / products)
}

/** rs-ingest: the products it stored, files included; requests in error or waiting stay. */
function deleteReferenced(archive: Archive, record: SessionRecord): void {
  const stored = archive.items(record, 'oais').filter(({ status }) => status === 'STORED')
  const files = filesOf(archive, record, stored.length)
  oneByOne(archive, stored, (product, place) => {
    archive.change(record, 'oais', product, 'DELETED')
    deleteFiles(archive, record, files(place))
  })
}

/** rs-fem: one deletion request per feature. */
function deleteFeatures(archive: Archive, record: SessionRecord): void {
  const features = archive
    .items(record, 'feature')
    .filter(({ kind, status }) => kind === 'CREATION' && status === 'SUCCESS')
  const areFilesOurs = !hasStep(record, 'oais')
  const files = filesOf(archive, record, features.length)
  oneByOne(archive, features, (feature, place) => {
    const request = archive.addItem(record, 'feature', {
      kind: 'DELETION',
      status: 'GRANTED',
      product: feature.product,
    })
    if (areFilesOurs) deleteFiles(archive, record, files(place))
    archive.timeline.after(1500, () => {
      archive.change(record, 'feature', request, 'SUCCESS')
      if (feature.status === 'SUCCESS') archive.change(record, 'feature', feature, 'DELETED')
    })
  })
}

const BLOCKED = ['ERROR', 'NO_WORKER_AVAILABLE', 'INVALID_CONTENT']

/** rs-worker-manager matches source and session as SUBSTRINGS: day-10 goes with day-1, AB with A. */
function deleteBlocked(archive: Archive, { source, name }: SessionRecord): void {
  const [hasSource, hasName] = [containsPercent(source), containsPercent(name)]
  for (const record of archive.sessions) {
    if (!hasStep(record, 'workers') || !hasSource(record.source) || !hasName(record.name)) continue
    for (const request of archive.items(record, 'workers'))
      if (BLOCKED.includes(request.status)) archive.change(record, 'workers', request, GONE)
  }
}

/** rs-dam has no handler: the index follows by crawling. */
function forgetDocuments(archive: Archive, record: SessionRecord): void {
  if (!hasStep(record, 'oais') && !hasStep(record, 'feature')) return
  for (const document of archive.items(record, 'catalog'))
    if (document.status === 'INDEXED') archive.change(record, 'catalog', document, GONE)
}

/** Publishes the order and returns; the row stays until it is purged. */
export function deleteSession(archive: Archive, record: SessionRecord): void {
  archive.timeline.after(1000, () => {
    deleteAcquired(archive, record)
    if (hasStep(record, 'oais')) deleteReferenced(archive, record)
    if (hasStep(record, 'feature')) deleteFeatures(archive, record)
    deleteBlocked(archive, record)
    archive.timeline.after(12_000, () => forgetDocuments(archive, record))
  })
}

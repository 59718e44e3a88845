/** How work advances: what a relaunch puts back to work, how long it takes, how it ends, and what follows from it. */
import type { Archive } from './archive'
import { hasStep } from './archive'
import type { Item } from './items'
import { GONE } from './items'
import type { Chain, SessionRecord } from './records'

/** A job waits in a queue before it starts (actions.md 2). */
const QUEUE = 700

/** When the nth of many items ends: a few seconds for a few, up to twenty for thousands. */
function workTime({ random }: Archive, place: number, count: number): number {
  return random.integer(2000, 5000) + place * Math.min(200, 12_000 / count)
}

interface Work {
  readonly record: SessionRecord
  readonly stepId: string
  readonly items: readonly Item[]
  /** The status of work in progress. */
  readonly running: string
  /** Called when an item ends well, or not. */
  readonly done: (item: Item) => void
  readonly failed: (item: Item) => void
  readonly allEnded?: () => void
}

/** Puts items to work now; each ends in its own time, unless something else took it meanwhile. */
function putToWork(archive: Archive, { record, stepId, items, running, done, failed, allEnded }: Work): void {
  let left = items.length
  const ended = () => {
    if (--left <= 0) allEnded?.()
  }
  for (const item of items) archive.change(record, stepId, item, running)
  items.forEach((item, place) => {
    archive.timeline.after(workTime(archive, place, items.length), () => {
      if (item.status === running) (archive.drawFate(record) ? done : failed)(item)
      ended()
    })
  })
  if (items.length === 0) archive.timeline.after(1500, ended)
}

/** The crawler finds what is new, later. */
export function index(archive: Archive, record: SessionRecord): void {
  if (!hasStep(record, 'catalog')) return
  archive.timeline.after(archive.random.integer(3000, 5000), () => {
    archive.addItem(record, 'catalog', { kind: 'document', status: 'INDEXED' })
  })
}

/** Recipients of the session get what is new; all of them acknowledge. */
function disseminate(archive: Archive, record: SessionRecord): void {
  const names = new Set(archive.items(record, 'fem_dissemination').map(({ about }) => about))
  for (const about of names) {
    const sent = archive.addItem(record, 'fem_dissemination', { kind: 'recipient', status: 'PENDING', about })
    archive.timeline.after(archive.random.integer(3000, 9000), () => {
      archive.change(record, 'fem_dissemination', sent, 'DONE')
    })
  }
}

/** Files of one product go to the storage, where the session stores any. */
function store(archive: Archive, record: SessionRecord, files: number): void {
  if (!hasStep(record, 'storage')) return
  for (let n = 0; n < files; n++) {
    const file = archive.addItem(record, 'storage', { kind: 'STORAGE', status: 'PENDING' })
    archive.timeline.after(1500, () => archive.change(record, 'storage', file, 'SUCCESS'))
  }
}

/** A generated product goes on: ingest, storage, catalogue. */
export function submit(archive: Archive, record: SessionRecord, product: Item): void {
  archive.change(record, 'scan', product, 'SUBMITTED')
  const isReferenced = hasStep(record, 'oais')
  const request = isReferenced
    ? archive.addItem(record, 'oais', { kind: 'ingestRequest', status: 'RUNNING' })
    : undefined
  if (isReferenced) store(archive, record, product.files)
  archive.timeline.after(archive.random.integer(2000, 4000), () => {
    if (request !== undefined) archive.change(record, 'oais', request, 'STORED')
    if (product.status === 'SUBMITTED') archive.change(record, 'scan', product, 'INGESTED')
    index(archive, record)
  })
}

/** actions.md 2.1: one chain, one exact session, products whose generation or ingestion failed. */
export function relaunchChain(archive: Archive, chain: Chain, record: SessionRecord | undefined): void {
  chain.locked = true
  archive.timeline.after(QUEUE, () => {
    if (record === undefined) {
      chain.locked = false
      return
    }
    const run = archive.addItem(record, 'scan', { kind: 'chainRun', status: 'RUNNING' })
    putToWork(archive, {
      record,
      stepId: 'scan',
      items: archive
        .items(record, 'scan')
        .filter(({ status }) => status === 'GENERATION_ERROR' || status === 'INGESTION_FAILED'),
      running: 'COMPLETED',
      done: product => submit(archive, record, product),
      failed: product => archive.change(record, 'scan', product, 'GENERATION_ERROR'),
      allEnded: () => {
        archive.change(record, 'scan', run, GONE)
        chain.locked = false
      },
    })
  })
}

/** actions.md 2.2: a queued job; what it selected before it started is what it takes. */
export function relaunchIngest(archive: Archive, record: SessionRecord, requests: readonly Item[]): void {
  archive.timeline.after(QUEUE, () => {
    putToWork(archive, {
      record,
      stepId: 'oais',
      items: requests.filter(({ status }) => status !== 'RUNNING'),
      running: 'RUNNING',
      done: request => {
        archive.change(record, 'oais', request, 'STORED')
        const product = archive.items(record, 'scan').find(({ status }) => status === 'INGESTION_FAILED')
        if (product !== undefined) archive.change(record, 'scan', product, 'INGESTED')
        index(archive, record)
      },
      failed: request => archive.change(record, 'oais', request, 'ERROR'),
    })
  })
}

/** A feature or a file is gone: the request that made it counts it no longer. */
export function forget(archive: Archive, record: SessionRecord, stepId: string, kinds: readonly string[]): void {
  const made = archive.items(record, stepId).find(({ kind, status }) => kinds.includes(kind) && status === 'SUCCESS')
  if (made !== undefined) archive.change(record, stepId, made, 'DELETED')
}

/** actions.md 2.4: synchronous, the requests are at work when the answer goes out. */
export function relaunchFeature(archive: Archive, record: SessionRecord, requests: readonly Item[]): void {
  putToWork(archive, {
    record,
    stepId: 'feature',
    items: requests,
    running: 'GRANTED',
    done: request => {
      archive.change(record, 'feature', request, 'SUCCESS')
      if (request.kind === 'DELETION') forget(archive, record, 'feature', ['CREATION'])
      if (request.kind !== 'CREATION') return
      index(archive, record)
      disseminate(archive, record)
    },
    failed: request => archive.change(record, 'feature', request, 'ERROR'),
  })
}

/** actions.md 2.3: every deletion in error, ONE page of 1000 storage requests, no copy, no reference. */
export function relaunchStorage(archive: Archive, record: SessionRecord): void {
  const inError = archive.items(record, 'storage').filter(({ status }) => status === 'ERROR')
  const files = inError.filter(({ kind }) => kind === 'STORAGE').slice(0, 1000)
  putToWork(archive, {
    record,
    stepId: 'storage',
    items: [...inError.filter(({ kind }) => kind === 'FILE_DELETION'), ...files],
    running: 'PENDING',
    done: request => {
      archive.change(record, 'storage', request, 'SUCCESS')
      if (request.kind === 'FILE_DELETION') forget(archive, record, 'storage', ['STORAGE'])
    },
    failed: request => archive.change(record, 'storage', request, 'ERROR'),
  })
}

/** A worker is found for a request that has none: one this session has used, or the common one. */
function workerOf(archive: Archive, record: SessionRecord, request: Item): string {
  if (request.about !== '') return request.about
  return archive.items(record, 'workers').find(({ about }) => about !== '')?.about ?? 'common'
}

/** actions.md 2.5: re-dispatched by a scan job; a request that fails again fails as before. */
export function relaunchWorkers(archive: Archive, record: SessionRecord, requests: readonly Item[]): void {
  const move = (request: Item, status: string) => archive.change(record, 'workers', request, status)
  archive.timeline.after(QUEUE, () => {
    const before = new Map(requests.map(request => [request, request.status]))
    const about = new Map(requests.map(request => [request, request.about]))
    for (const request of requests) move(request, 'TO_DISPATCH')
    archive.timeline.after(800, () => {
      for (const request of requests)
        archive.change(record, 'workers', request, 'DISPATCHED', workerOf(archive, record, request))
      archive.timeline.after(600, () => {
        putToWork(archive, {
          record,
          stepId: 'workers',
          items: requests,
          running: 'RUNNING',
          done: request => move(request, 'SUCCESS'),
          failed: request =>
            archive.change(record, 'workers', request, before.get(request) ?? 'ERROR', about.get(request)),
        })
      })
    })
  })
}

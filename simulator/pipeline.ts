/** How work advances: what a relaunch restarts, how it ends, and what follows. */
import type { Archive } from './archive'
import type { Item } from './items'
import { GONE } from './items'
import { hasStep } from './live-steps'
import type { Chain, SessionRecord } from './records'
import { store } from './storing'
import { forget, index, putToWork, QUEUE } from './work'

/** Recipients of the session get what is new; all of them acknowledge. */
function disseminate(archive: Archive, record: SessionRecord, product: number): void {
  const names = new Set(archive.items(record, 'fem_dissemination').map(({ about }) => about))
  for (const about of names) {
    const sent = archive.addItem(record, 'fem_dissemination', {
      kind: 'recipient',
      status: 'PENDING',
      about,
      product,
    })
    archive.timeline.after(archive.random.integer(3000, 9000), () => {
      archive.change(record, 'fem_dissemination', sent, 'DONE')
    })
  }
}

/** A generated product goes on: ingest, storage, catalogue. */
export function submit(archive: Archive, record: SessionRecord, product: Item): void {
  archive.change(record, 'scan', product, 'SUBMITTED')
  const isReferenced = hasStep(record, 'oais')
  const request = isReferenced
    ? archive.addItem(record, 'oais', { kind: 'ingestRequest', status: 'RUNNING', product: product.product })
    : undefined
  if (isReferenced) store(archive, record, product.files)
  archive.timeline.after(archive.random.integer(2000, 4000), () => {
    if (request !== undefined) archive.change(record, 'oais', request, 'STORED')
    if (product.status === 'SUBMITTED') archive.change(record, 'scan', product, 'INGESTED')
    index(archive, record)
  })
}

/** docs/regards-api/actions.md 2.1: one chain, one exact session, products whose generation or ingestion failed. */
export function relaunchChain(archive: Archive, chain: Chain, record: SessionRecord | undefined): void {
  chain.locked = true
  chain.activatedAt = archive.now
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

/** docs/regards-api/actions.md 2.2: a queued job; it handles what was selected before it started. */
export function relaunchIngest(archive: Archive, record: SessionRecord, requests: readonly Item[]): void {
  archive.timeline.after(QUEUE, () => {
    putToWork(archive, {
      record,
      stepId: 'oais',
      items: requests.filter(({ kind, status }) => kind === 'ingestRequest' && status !== 'RUNNING'),
      running: 'RUNNING',
      done: request => {
        archive.change(record, 'oais', request, 'STORED')
        const failed = archive.items(record, 'scan').filter(({ status }) => status === 'INGESTION_FAILED')
        const product = failed.find(({ product: number }) => number === request.product) ?? failed[0]
        if (product !== undefined) archive.change(record, 'scan', product, 'INGESTED')
        index(archive, record)
      },
      failed: request => archive.change(record, 'oais', request, 'ERROR'),
    })
    postProcess(
      archive,
      record,
      requests.filter(({ kind, status }) => kind === 'postProcess' && status === 'ERROR'),
    )
  })
}

/** Post-processing goes on beside the product it is about. */
function postProcess(archive: Archive, record: SessionRecord, requests: readonly Item[]): void {
  if (requests.length === 0) return
  const move = (request: Item, status: string) => archive.change(record, 'oais', request, status)
  putToWork(archive, {
    record,
    stepId: 'oais',
    items: requests,
    running: 'PENDING',
    done: request => move(request, 'SUCCESS'),
    failed: request => move(request, 'ERROR'),
  })
}

/** docs/regards-api/actions.md 2.4: synchronous, the requests are running when the answer is sent. */
export function relaunchFeature(archive: Archive, record: SessionRecord, requests: readonly Item[]): void {
  putToWork(archive, {
    record,
    stepId: 'feature',
    items: requests,
    running: 'GRANTED',
    done: request => {
      archive.change(record, 'feature', request, 'SUCCESS')
      if (request.kind === 'DELETION') forget(archive, record, 'feature', ['CREATION'], request.product)
      if (request.kind !== 'CREATION') return
      index(archive, record)
      disseminate(archive, record, request.product)
    },
    failed: request => archive.change(record, 'feature', request, 'ERROR'),
  })
}

/** A worker is found for a request that has none: one this session has used, or the common one. */
function workerOf(archive: Archive, record: SessionRecord, request: Item): string {
  if (request.about !== '') return request.about
  return archive.items(record, 'workers').find(({ about }) => about !== '')?.about ?? 'common'
}

/** docs/regards-api/actions.md 2.5: re-dispatched by a scan job; a request that fails again fails as before. */
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

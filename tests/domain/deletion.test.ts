/** What a deletion deletes and keeps, and its progress, by the counters of REGARDS (docs/regards-api/sessions.md 6 and 7). */
import { describe, expect, it } from 'vitest'
import { countdown, deletionSnapshot, deletedCounts, remainingCounts, keptCounts } from '@/domain/deletion'
import { phaseOf } from '@/domain/relaunch-progress'
import type { Session, Step } from '@/domain/session'

type Counted = Readonly<Record<string, Readonly<Record<string, number>>>>

function session(steps: Counted): Session {
  return {
    ...{ id: 7, source: 'A', name: 'day-1', canDelete: true, creationDate: undefined, lastUpdateDate: undefined },
    steps: Object.entries(steps).map(([stepId, properties]): Step => ({
      ...{ stepId, properties, type: 'REFERENCING', inputRelated: 0, outputRelated: 0, lastUpdateDate: undefined },
      state: { errors: 0, waiting: 0, running: 0 },
    })),
  }
}

const figures = (counted: readonly { readonly id: string; readonly count: number }[]) =>
  Object.fromEntries(counted.map(({ id, count }) => [id, count]))

describe('what goes', () => {
  it('is named by service: products of both kinds, files of both kinds, documents, what was acquired, what blocks workers', () => {
    const all = session({
      scan: { filesAcquired: 90, generatedProducts: 80, ingested: 80 },
      oais: { totalRequests: 90, referencedProducts: 80 },
      feature: { referencedProducts: 12 },
      storage: { storedFiles: 160, referencedFiles: 12 },
      catalog: { indexed: 92 },
      workers: { 'workers.requests': 5, 'workers.geo.reproject-1.2.error': 2, 'workers.no_worker_available': 1 },
    })
    expect(figures(deletedCounts(all))).toEqual({
      ...{ oaisProducts: 80, features: 12, storedFiles: 160, referencedFiles: 12, documents: 92 },
      ...{ acquiredProducts: 80, acquiredFiles: 90, blockedRequests: 3 },
    })
  })

  it('counts an acquired product in whatever state, and once: those ingested are generated already', () => {
    const scan = {
      ...{ generatedProducts: 50, ingested: 48, complete: 1, incomplete: 4, canceled: 1 },
      ...{ generationError: 20, ingestionFailed: 3, invalid: 2, filesInvalid: 9, chainRunning: 1 },
    }
    expect(figures(deletedCounts(session({ scan })))).toEqual({ acquiredProducts: 81 })
  })

  it('counts blocked worker requests of every type, those with dots in their names too, and no others', () => {
    const workers = {
      ...{
        'workers.a.b.error': 2,
        'workers.a.b.invalid': 1,
        'workers.unzip.error': 4,
        'workers.no_worker_available': 3,
      },
      ...{ 'workers.unzip.done': 90, 'workers.unzip.running': 5, 'workers.unzip.retry': 6, 'workers.requests': 111 },
    }
    expect(figures(deletedCounts(session({ workers })))).toEqual({ blockedRequests: 10 })
  })

  it('leaves out what is 0, below 0, no number, or counted by a step of another name', () => {
    const odd = session({
      oais: { referencedProducts: 0 },
      storage: { storedFiles: -3, referencedFiles: Number.NaN },
      quality: { referencedProducts: 40, indexed: 40 },
    })
    expect(deletedCounts(odd)).toEqual([])
  })
})

describe('what stays', () => {
  it('is requests in error or waiting, and indexing errors', () => {
    const troubled = session({
      oais: { requestsErrors: 3, productWaitVersionMode: 18, referencedProducts: 5 },
      feature: { inErrorReferencingRequests: 1, inErrorDeleteRequests: 2, inErrorNotifyRequests: 4 },
      storage: { requestsErrors: 19, requestsRefused: 2 },
      catalog: { indexedError: 6, indexed: 5 },
    })
    expect(figures(keptCounts(troubled))).toEqual({
      ...{ ingestErrors: 3, ingestWaiting: 18, featureErrors: 7, fileErrors: 19, indexingErrors: 6 },
    })
  })
})

describe('what is left afterwards', () => {
  it('is what has not gone yet, then what stays', () => {
    const before = session({ oais: { referencedProducts: 14, requestsErrors: 3 }, catalog: { indexed: 14 } })
    const now = session({ oais: { referencedProducts: 0, requestsErrors: 3 }, catalog: { indexed: 14 } })
    expect(remainingCounts(before, now)).toEqual([
      { id: 'documents', count: 14 },
      { id: 'ingestErrors', count: 3 },
    ])
  })

  it('counts deletions that were denied since the deletion was requested, not those of before', () => {
    const before = session({ feature: { referencedProducts: 5, deniedDeleteRequests: 2 } })
    const now = session({ feature: { referencedProducts: 1, deniedDeleteRequests: 3 } })
    expect(figures(remainingCounts(before, now))).toEqual({ features: 1, deniedDeletions: 1 })
    expect(figures(remainingCounts(now, now))).toEqual({ features: 1 })
  })
})

describe('the countdown', () => {
  const before = session({
    oais: { referencedProducts: 14 },
    feature: { referencedProducts: 6 },
    storage: { storedFiles: 28, referencedFiles: 6 },
    catalog: { indexed: 20 },
  })

  it('counts what each deletion removes directly, then stored files of both kinds and indexed documents', () => {
    const now = session({
      oais: { referencedProducts: 4 },
      feature: { referencedProducts: 0 },
      storage: { storedFiles: 8, referencedFiles: 6 },
      catalog: { indexed: 20 },
    })
    expect(countdown(before, now)).toEqual([
      { id: 'oais', before: 14, left: 4 },
      { id: 'features', before: 6, left: 0 },
      { id: 'stored', before: 34, left: 14 },
      { id: 'indexed', before: 20, left: 20 },
    ])
  })

  it('says 0 for what is all gone, and nothing for what never was', () => {
    const products = session({ oais: { referencedProducts: 3 } })
    expect(countdown(products, session({ oais: {} }))).toEqual([{ id: 'oais', before: 3, left: 0 }])
  })

  it('shows what arrived meanwhile', () => {
    expect(countdown(session({}), session({ oais: { referencedProducts: 2 } }))).toEqual([
      { id: 'oais', before: 0, left: 2 },
    ])
  })
})

describe('how far a deletion has come', () => {
  const T0 = 1_000_000
  const at = (indexed: number, referencedProducts: number, more: Counted = {}) =>
    deletionSnapshot(session({ oais: { referencedProducts }, catalog: { indexed }, ...more }))
  const phase = (current: ReturnType<typeof at>, movedAt: number, now: number) =>
    phaseOf({ since: T0, baseline: at(9, 9), current, movedAt }, now)

  it('is waiting until a figure that a deletion moves has moved', () => {
    expect(phase(at(9, 9), 0, T0 + 60_000)).toBe('waiting')
    expect(phase(at(9, 9, { storage: { requestsRunning: 4 } }), 0, T0 + 60_000)).toBe('waiting')
  })

  it('is moving as soon as one product has gone, one file was deleted or one deletion denied', () => {
    expect(phase(at(9, 8), T0 + 8_000, T0 + 9_000)).toBe('moving')
    expect(phase(at(9, 9, { storage: { deletedFiles: 1 } }), T0 + 8_000, T0 + 9_000)).toBe('moving')
    expect(phase(at(9, 9, { feature: { deniedDeleteRequests: 1 } }), T0 + 8_000, T0 + 9_000)).toBe('moving')
  })

  it('is done when nothing that goes is left for ten seconds, whatever stays', () => {
    const nothing = at(0, 0, { storage: { requestsErrors: 3 } })
    expect(phase(nothing, T0 + 20_000, T0 + 25_000)).toBe('moving')
    expect(phase(nothing, T0 + 20_000, T0 + 30_000)).toBe('done')
  })

  it('is still after two minutes in which nothing moved, with documents left to the next crawl', () => {
    expect(phase(at(9, 0), T0 + 30_000, T0 + 149_999)).toBe('moving')
    expect(phase(at(9, 0), T0 + 30_000, T0 + 150_000)).toBe('stalled')
  })
})

/** Words to describe what a session holds: from figures one would say aloud to the batches of its steps. */
import type { Batch, ItemKind } from '../items'
import type { StepRecipe } from '../records'

function batch(kind: ItemKind, status: string, count = 0, extra: Pick<Batch, 'about' | 'files'> = {}): Batch[] {
  return count === 0 ? [] : [{ kind, status, count, ...extra }]
}

function step(stepId: string, batches: readonly Batch[], zeros: readonly string[] = []): StepRecipe {
  return { stepId, batches, zeros }
}

/** Unknown properties, with their values. */
export type Foreign = Readonly<Record<string, number>>

const foreign = (figures: Foreign = {}): Batch[] =>
  Object.entries(figures).flatMap(([about, count]) => batch('foreign', 'COUNTED', count, { about }))

export interface ScanFigures {
  /** Products that are in the archive. */
  readonly done?: number
  /** Generation errors. */
  readonly errors?: number
  readonly ingestionFailed?: number
  /** Counted as errors, never relaunched. */
  readonly invalid?: number
  readonly incomplete?: number
  readonly complete?: number
  /** Handed to ingest, not in the archive yet. */
  readonly submitted?: number
  readonly canceled?: number
  readonly invalidFiles?: number
  readonly filesPerProduct?: number
  readonly foreign?: Foreign
}

export function scan(figures: ScanFigures): StepRecipe {
  const files = { files: figures.filesPerProduct ?? 1 }
  return step(
    'scan',
    [
      ...batch('product', 'INGESTED', figures.done, files),
      ...batch('product', 'GENERATION_ERROR', figures.errors, files),
      ...batch('product', 'INGESTION_FAILED', figures.ingestionFailed, files),
      ...batch('product', 'INVALID', figures.invalid, files),
      ...batch('product', 'ACQUIRING', figures.incomplete, files),
      ...batch('product', 'COMPLETED', figures.complete, files),
      ...batch('product', 'SUBMITTED', figures.submitted, files),
      ...batch('product', 'CANCELED', figures.canceled, files),
      ...batch('invalidFile', 'INVALID', figures.invalidFiles),
      ...foreign(figures.foreign),
    ],
    ['chainRunning', 'complete'],
  )
}

export interface WorkerFigures {
  readonly error?: number
  readonly invalid?: number
  readonly done?: number
  readonly running?: number
  readonly dispatched?: number
  readonly retry?: number
  readonly deletion?: number
}

/** By worker type, which may hold dots; `waiting` requests found no worker. */
export function workers(types: Readonly<Record<string, WorkerFigures>>, waiting = 0): StepRecipe {
  return step('workers', [
    ...Object.entries(types).flatMap(([about, figures]) => [
      ...batch('workerRequest', 'ERROR', figures.error, { about }),
      ...batch('workerRequest', 'INVALID_CONTENT', figures.invalid, { about }),
      ...batch('workerRequest', 'SUCCESS', figures.done, { about }),
      ...batch('workerRequest', 'RUNNING', figures.running, { about }),
      ...batch('workerRequest', 'DISPATCHED', figures.dispatched, { about }),
      ...batch('workerRequest', 'TO_DISPATCH', figures.retry, { about }),
      ...batch('workerRequest', 'TO_DELETE', figures.deletion, { about }),
    ]),
    ...batch('workerRequest', 'NO_WORKER_AVAILABLE', waiting),
  ])
}

export interface OaisFigures {
  readonly done?: number
  readonly errors?: number
  readonly running?: number
  /** For a choice of versioning. */
  readonly waiting?: number
  readonly ignored?: number
  readonly deleted?: number
  readonly newVersions?: number
  readonly replacements?: number
  readonly postProcessPending?: number
  readonly postProcessDone?: number
  readonly postProcessErrors?: number
  readonly foreign?: Foreign
}

export function oais(figures: OaisFigures): StepRecipe {
  return step(
    'oais',
    [
      ...batch('ingestRequest', 'STORED', figures.done),
      ...batch('ingestRequest', 'STORED', figures.newVersions, { about: 'NEW_VERSION' }),
      ...batch('ingestRequest', 'STORED', figures.replacements, { about: 'REPLACEMENT' }),
      ...batch('ingestRequest', 'ERROR', figures.errors),
      ...batch('ingestRequest', 'RUNNING', figures.running),
      ...batch('ingestRequest', 'WAITING_VERSIONING_MODE', figures.waiting),
      ...batch('ingestRequest', 'IGNORED', figures.ignored),
      ...batch('ingestRequest', 'DELETED', figures.deleted),
      ...batch('postProcess', 'PENDING', figures.postProcessPending),
      ...batch('postProcess', 'SUCCESS', figures.postProcessDone),
      ...batch('postProcess', 'ERROR', figures.postProcessErrors),
      ...foreign(figures.foreign),
    ],
    ['requestsErrors', 'requestsRunning'],
  )
}

/** Feature requests by family. */
type ByType = Readonly<Partial<Record<'CREATION' | 'UPDATE' | 'DELETION' | 'NOTIFICATION', number>>>

export interface FeatureFigures {
  readonly done?: number | ByType
  readonly errors?: ByType
  readonly running?: ByType
  readonly denied?: ByType
  readonly foreign?: Foreign
}

const TYPES = ['CREATION', 'UPDATE', 'DELETION', 'NOTIFICATION'] as const

export function feature(figures: FeatureFigures): StepRecipe {
  const done = typeof figures.done === 'number' ? { CREATION: figures.done } : figures.done
  const families = (status: string, counts: ByType = {}) => TYPES.flatMap(type => batch(type, status, counts[type]))
  return step(
    'feature',
    [
      ...families('SUCCESS', done),
      ...families('ERROR', figures.errors),
      ...families('GRANTED', figures.running),
      ...families('DENIED', figures.denied),
      ...foreign(figures.foreign),
    ],
    ['inErrorReferencingRequests', 'runningReferencingRequests'],
  )
}

export interface StorageFigures {
  readonly done?: number
  readonly errors?: number
  /** Errors of files that found their storage full. */
  readonly full?: number
  readonly running?: number
  readonly refused?: number
  readonly referenced?: number
  readonly referenceErrors?: number
  readonly copies?: number
  readonly copyErrors?: number
  readonly deleted?: number
  readonly deletionErrors?: number
  readonly foreign?: Foreign
}

export function storage(figures: StorageFigures): StepRecipe {
  return step(
    'storage',
    [
      ...batch('STORAGE', 'SUCCESS', figures.done),
      ...batch('STORAGE', 'ERROR', figures.errors),
      ...batch('STORAGE', 'ERROR', figures.full, { about: 'FULL' }),
      ...batch('STORAGE', 'PENDING', figures.running),
      ...batch('STORAGE', 'REFUSED', figures.refused),
      ...batch('STORAGE', 'DELETED', figures.deleted),
      ...batch('REFERENCE', 'SUCCESS', figures.referenced),
      ...batch('REFERENCE', 'ERROR', figures.referenceErrors),
      ...batch('COPY', 'SUCCESS', figures.copies),
      ...batch('COPY', 'ERROR', figures.copyErrors),
      ...batch('FILE_DELETION', 'SUCCESS', figures.deleted),
      ...batch('FILE_DELETION', 'ERROR', figures.deletionErrors),
      ...foreign(figures.foreign),
    ],
    ['requestsErrors', 'requestsRunning'],
  )
}

export interface CatalogFigures {
  readonly indexed?: number
  readonly errors?: number
}

export function catalog({ indexed, errors }: CatalogFigures): StepRecipe {
  return step('catalog', [...batch('document', 'INDEXED', indexed), ...batch('document', 'ERROR', errors)])
}

/** By recipient, whose name may hold dots. */
export function recipients(
  names: Readonly<Record<string, { readonly pending?: number; readonly done?: number }>>,
): StepRecipe {
  return step(
    'fem_dissemination',
    Object.entries(names).flatMap(([about, { pending, done }]) => [
      ...batch('recipient', 'PENDING', pending, { about }),
      ...batch('recipient', 'DONE', done, { about }),
    ]),
  )
}

/** A step of a newer REGARDS, with whatever it counts. */
export function unknownStep(stepId: string, figures: Foreign): StepRecipe {
  return step(stepId, foreign(figures))
}

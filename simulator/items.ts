/** Work items (products, files, requests) and what each adds to its step's properties while it is in a status. */

/** The kinds of items; the last one is for counters of a newer REGARDS. */
export type ItemKind =
  | 'product'
  | 'invalidFile'
  | 'chainRun'
  | 'workerRequest'
  | 'ingestRequest'
  | 'postProcess'
  | 'oaisDeletion'
  | 'CREATION'
  | 'UPDATE'
  | 'DELETION'
  | 'NOTIFICATION'
  | 'STORAGE'
  | 'REFERENCE'
  | 'COPY'
  | 'FILE_DELETION'
  | 'document'
  | 'recipient'
  | 'foreign'

export interface Item {
  readonly id: number
  readonly kind: ItemKind
  /** REGARDS' own word, or GONE once nothing is left of it. */
  status: string
  /** A worker type, a recipient, a foreign property; NEW_VERSION or REPLACEMENT for an ingest request; FULL for a file. */
  about: string
  /** Files of a product. */
  readonly files: number
  /** The number of its product within the session. */
  readonly product: number
  readonly createdAt: number
  updatedAt: number
}

/** Items that differ in nothing, kept as one line until they are needed one by one. */
export interface Batch {
  readonly kind: ItemKind
  readonly status: string
  readonly count: number
  readonly about?: string
  readonly files?: number
}

export const GONE = 'GONE'

/** A product that was deleted BY_STATE: its row stays, and says DELETED (docs/regards-api/measured.md 1.2). */
export const MARKED = 'MARKED'

type Contribution = readonly [property: string, count: number]
type Counted = Pick<Item, 'kind' | 'status' | 'about' | 'files'>

const each = (...properties: readonly string[]): readonly Contribution[] =>
  properties.map(property => [property, 1] as const)

/** docs/regards-api/sessions.md 6.1: what a product counts for, by state; its files come on top. */
const PRODUCT: Readonly<Record<string, readonly string[]>> = {
  ACQUIRING: ['incomplete'],
  COMPLETED: ['complete'],
  INVALID: ['invalid'],
  GENERATION_ERROR: ['generationError'],
  SUBMITTED: ['generatedProducts'],
  INGESTION_FAILED: ['ingestionFailed'],
  INGESTED: ['generatedProducts', 'ingested'],
  CANCELED: ['canceled'],
}

/** docs/regards-api/sessions.md 6.2, the measure of a worker type. */
const WORKER_MEASURE: Readonly<Record<string, string>> = {
  RUNNING: 'running',
  DISPATCHED: 'dispatched',
  ERROR: 'error',
  INVALID_CONTENT: 'invalid',
  SUCCESS: 'done',
  TO_DISPATCH: 'retry',
  TO_DELETE: 'deletion',
}

/** Worker requests that can be relaunched or deleted. */
export const BLOCKED_REQUESTS: readonly string[] = ['ERROR', 'INVALID_CONTENT', 'NO_WORKER_AVAILABLE']

/** docs/regards-api/sessions.md 6.3, besides `totalRequests`. */
const INGEST: Readonly<Record<string, readonly string[]>> = {
  RUNNING: ['requestsRunning'],
  ERROR: ['requestsErrors'],
  ABORTED: ['requestsErrors'],
  WAITING_VERSIONING_MODE: ['productWaitVersionMode'],
  STORED: ['referencedProducts'],
  IGNORED: ['ignoredProducts'],
  DELETED: ['deletedProducts'],
  [MARKED]: ['deletedProducts'],
}

/** docs/regards-api/sessions.md 6.4: how a family names its properties. */
const FEATURE = {
  CREATION: { word: 'Referencing', granted: 'referencingRequests', done: 'referencedProducts' },
  UPDATE: { word: 'Update', granted: 'updateRequests', done: 'updatedProducts' },
  DELETION: { word: 'Delete', granted: 'deleteRequests', done: 'deletedProducts' },
  NOTIFICATION: { word: 'Notify', granted: 'notifyRequests', done: 'notifyProducts' },
} as const

function featureRequest(kind: keyof typeof FEATURE, status: string): readonly Contribution[] {
  const { word, granted, done } = FEATURE[kind]
  if (status === 'DENIED') return each(`denied${word}Requests`)
  if (status === 'GRANTED') return each(granted, `running${word}Requests`)
  if (status === 'ERROR') return each(granted, `inError${word}Requests`)
  return status === 'SUCCESS' ? each(granted, done) : each(granted)
}

const FILES = {
  STORAGE: { granted: 'storeRequests', done: 'storedFiles' },
  REFERENCE: { granted: 'referenceRequests', done: 'referencedFiles' },
  COPY: { granted: 'copyRequests', done: undefined },
  FILE_DELETION: { granted: 'deleteRequests', done: 'deletedFiles' },
} as const

/** docs/regards-api/sessions.md 6.5. A file that was deleted later leaves its request behind. */
function fileRequest(kind: keyof typeof FILES, status: string): readonly Contribution[] {
  const { granted, done } = FILES[kind]
  if (status === 'PENDING') return each(granted, 'requestsRunning')
  if (status === 'ERROR') return each(granted, 'requestsErrors')
  if (status === 'REFUSED') return each(granted, 'requestsRefused')
  return status === 'SUCCESS' && done !== undefined ? each(granted, done) : each(granted)
}

function ingestRequest({ status, about }: Counted): readonly Contribution[] {
  const version = about === 'NEW_VERSION' ? ['newProductVersions'] : about === 'REPLACEMENT' ? ['replacedProducts'] : []
  const settled = status === 'STORED' || status === 'DELETED' || status === MARKED
  return each('totalRequests', ...(INGEST[status] ?? []), ...(settled ? version : []))
}

function workerRequest({ status, about }: Counted): readonly Contribution[] {
  if (status === 'NO_WORKER_AVAILABLE') return each('workers.requests', 'workers.no_worker_available')
  const measure = WORKER_MEASURE[status]
  return measure === undefined || about === ''
    ? each('workers.requests')
    : each('workers.requests', `workers.${about}.${measure}`)
}

/** The properties an item counts in right now; a change of status is the difference of two answers. */
export function contributions(item: Counted): readonly Contribution[] {
  if (item.status === GONE) return []
  switch (item.kind) {
    case 'product':
      return [['filesAcquired', item.files], ...each(...(PRODUCT[item.status] ?? []))]
    case 'invalidFile':
      return each('filesInvalid')
    case 'chainRun':
      return item.status === 'RUNNING' ? each('chainRunning') : []
    case 'workerRequest':
      return workerRequest(item)
    case 'ingestRequest':
      return ingestRequest(item)
    case 'postProcess':
      return each({ PENDING: 'postProcessPending', ERROR: 'postProcessErrors' }[item.status] ?? 'postProcessSuccess')
    case 'CREATION':
    case 'UPDATE':
    case 'DELETION':
    case 'NOTIFICATION':
      return featureRequest(item.kind, item.status)
    case 'STORAGE':
    case 'REFERENCE':
    case 'COPY':
    case 'FILE_DELETION':
      return fileRequest(item.kind, item.status)
    case 'document':
      return item.status === 'INDEXED' ? each('indexed') : item.status === 'ERROR' ? each('indexedError') : []
    case 'recipient':
      return each(`${item.about}.${item.status === 'PENDING' ? 'pending' : 'done'}`)
    // No property tells of it.
    case 'oaisDeletion':
      return []
    case 'foreign':
      return each(item.about)
  }
}

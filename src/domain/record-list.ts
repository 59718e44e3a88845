/** The kinds of things "See ..." shows: what a row of each holds, and what its list is asked (docs/regards-api/actions.md 3). */
import type { Chain } from './chain'
import type { RequestType } from './request-type'
import type { Page, SessionRef } from './session'

/** The fields of every row. */
interface RecordBase {
  /** Its identity within its list. */
  readonly key: string
  /** The error text as the server gave it, its literal `\n` turned into lines. */
  readonly cause: string | undefined
  /** ISO date an error is dated by. */
  readonly date: string | undefined
}

/** An acquisition chain with what may prevent its run (docs/regards-api/actions.md 3.2). */
export interface ChainRecord extends RecordBase, Chain {
  readonly mode: string
  readonly periodicity: string | undefined
  readonly lastActivationDate: string | undefined
}

/** A product of a chain (docs/regards-api/actions.md 3.1). */
export interface ProductRecord extends RecordBase {
  readonly id: number
  readonly productName: string
  readonly state: string
  readonly sipState: string
}

/** An OAIS product (docs/regards-api/actions.md 3.3). */
export interface OaisProduct extends RecordBase {
  readonly id: number
  readonly aipId: string
  readonly providerId: string
  readonly version: number | undefined
  readonly state: string
  readonly storages: readonly string[]
  readonly creationDate: string | undefined
  readonly lastUpdate: string | undefined
}

/** An OAIS request (docs/regards-api/actions.md 3.4). */
export interface OaisRequest extends RecordBase {
  readonly id: number
  readonly providerId: string | undefined
  /** `dtype`: INGEST, OAIS_DELETION … */
  readonly type: string
  readonly state: string
  readonly errorType: string | undefined
}

/** The delivery of a product to one recipient. */
export interface Dissemination {
  readonly recipient: string
  readonly requestDate: string | undefined
  /** Absent while it is pending. */
  readonly ackDate: string | undefined
}

/** A GeoJSON product (docs/regards-api/actions.md 3.5). */
export interface FeatureRecord extends RecordBase {
  readonly id: number
  readonly urn: string
  readonly providerId: string
  readonly version: number | undefined
  readonly lastUpdate: string | undefined
  readonly disseminations: readonly Dissemination[]
  /** The GeoJSON itself, when the list carries it. */
  readonly document: unknown
}

/** A GeoJSON request (docs/regards-api/actions.md 3.6). */
export interface FeatureRequest extends RecordBase {
  readonly id: number
  readonly type: string
  readonly providerId: string | undefined
  readonly urn: string | undefined
  readonly state: string
  readonly step: string
}

/** A worker request (docs/regards-api/actions.md 3.7). */
export interface WorkerRequest extends RecordBase {
  readonly id: number
  readonly requestId: string
  readonly contentType: string
  readonly status: string
  readonly workerType: string | undefined
}

/** What a storage is doing now (docs/regards-api/actions.md 3.8). */
export const STORAGE_ACTIVITIES = ['storing', 'deleting', 'copying', 'pendingActions'] as const
export type StorageActivity = (typeof STORAGE_ACTIVITIES)[number]

/** A storage location (docs/regards-api/actions.md 3.8); all sessions together. */
export interface StorageRecord extends RecordBase {
  readonly name: string
  /** ONLINE, NEARLINE, OFFLINE, CACHE; OFFLINE where there is no configuration. */
  readonly kind: string
  readonly files: number
  /** In bytes. */
  readonly used: number
  /** In bytes; undefined: no limit. */
  readonly limit: number | undefined
  /** Files stored in a temporary place, waiting for a further action. */
  readonly pendingFiles: number
  readonly storageErrors: number
  readonly deletionErrors: number
  readonly activities: readonly StorageActivity[]
}

/** A file request in error of one storage (docs/regards-api/actions.md 3.8). */
export interface FileRequest extends RecordBase {
  readonly id: number
  readonly fileName: string
  readonly type: string
  readonly status: string
}

/** A data source of the crawler (docs/regards-api/actions.md 3.9); not tied to any session. */
export interface CrawlRecord extends RecordBase {
  readonly id: string
  readonly label: string
  readonly status: string
  readonly statusDate: string | undefined
  readonly lastIngestDate: string | undefined
  readonly nextPlannedIngestDate: string | undefined
  /** In milliseconds; undefined while it runs. */
  readonly duration: number | undefined
  readonly saved: number | undefined
  readonly inError: number | undefined
  /** The server offers to crawl now. */
  readonly canSchedule: boolean
}

/** Every list with the rows it holds; loaders, columns and rights are exhaustive over it. */
export interface RecordRows {
  readonly chains: ChainRecord
  readonly productErrors: ProductRecord
  readonly productsIncomplete: ProductRecord
  readonly oaisProducts: OaisProduct
  readonly oaisErrors: OaisRequest
  readonly oaisWaiting: OaisRequest
  readonly features: FeatureRecord
  readonly featureErrors: FeatureRequest
  readonly workerErrors: WorkerRequest
  readonly workerWaiting: WorkerRequest
  readonly storages: StorageRecord
  readonly storageErrors: FileRequest
  readonly crawls: CrawlRecord
  readonly pendingDissemination: FeatureRecord
}

export type RecordListId = keyof RecordRows

const EVERY_LIST = {
  chains: true,
  productErrors: true,
  productsIncomplete: true,
  oaisProducts: true,
  oaisErrors: true,
  oaisWaiting: true,
  features: true,
  featureErrors: true,
  workerErrors: true,
  workerWaiting: true,
  storages: true,
  storageErrors: true,
  crawls: true,
  pendingDissemination: true,
} as const satisfies Record<RecordListId, true>

/** Every list: one that is missing here does not compile. */
export const RECORD_LISTS = Object.keys(EVERY_LIST) as readonly RecordListId[]

export type Direction = 'asc' | 'desc'

/** The open list: which one, and which part of it where it has parts (a FEM request type, a storage). */
export interface RecordsView {
  readonly list: RecordListId
  readonly part?: string
  /** The order that was asked for; absent: the list's own. */
  readonly direction?: Direction
  /** The selected cause, by its key (domain/causes.ts). */
  readonly cause?: string
}

/** The order and the filter of a list; by default its own order and all rows. */
export type Arrangement = Pick<RecordsView, 'direction' | 'cause'>

/** The request for a list. */
export interface RecordListParams {
  readonly ref: SessionRef
  /** `featureErrors`: a RequestType. `storageErrors`: the storage's name, then the request type after the last `/`. */
  readonly part?: string
  readonly direction: Direction
  /** By id, although the list is shown in another order: rows that change keep their places. */
  readonly isById?: true
  /** Where lists of many sessions are read at once: the chains of each source, found once for all of them. */
  readonly chainIds?: Map<string, Promise<readonly number[]>>
}

/** Which rows of one list of the server a page holds: two pages that follow each other have no row between them. */
export interface PageEnds {
  /** Identities of the first and the last row; undefined for a row that has none. */
  readonly first: string | undefined
  readonly last: string | undefined
  readonly count: number
}

/** One page, as far as it belongs to the session: two services also find rows of similar names (docs/regards-api/README.md 6). */
export interface RecordPage<R extends object> extends Page<R> {
  /** Rows the server sent, those of other sessions included. */
  readonly received: number
  /** One for each list of the server that is read: chains of the same label have one each. */
  readonly ends: readonly PageEnds[]
}

/** Lists whose rows can be relaunched by their ids, and the step of the relaunch (docs/regards-api/actions.md 2). */
export const RELAUNCHED_BY_IDS = {
  oaisErrors: 'oais',
  featureErrors: 'feature',
  workerErrors: 'workers',
  workerWaiting: 'workers',
} as const satisfies Partial<Record<RecordListId, string>>

/** The step of a versioning decision. */
export const VERSIONED_STEP = 'oais'

export type ListRelaunchedByIds = keyof typeof RELAUNCHED_BY_IDS

/** An action on exactly these requests of a list. */
export interface RelaunchByIds {
  readonly list: ListRelaunchedByIds
  readonly ref: SessionRef
  readonly ids: readonly number[]
  /** Of `featureErrors`. */
  readonly type?: RequestType
}

/** The versioning mode for a waiting product (docs/regards-api/actions.md 2.2). */
export const VERSIONING_MODES = ['INC_VERSION', 'REPLACE', 'IGNORE'] as const
export type VersioningMode = (typeof VERSIONING_MODES)[number]

/** A decision for some waiting requests, or, without ids, for all of the session. */
export interface VersioningDecision {
  readonly ref: SessionRef
  readonly mode: VersioningMode
  readonly ids?: readonly number[]
}

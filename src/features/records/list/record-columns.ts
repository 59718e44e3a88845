/** The columns of each list, for the table, the detail and the CSV alike. Exhaustive by type. */
import type { FeatureRecord, RecordListId, RecordRows } from '@/domain/record-list'
import type { ChainObstacle } from '@/domain/chain'
import { chainObstacle } from '@/domain/chain'
import type { English } from '@/i18n/message-types'

type ColumnId = keyof English['records']['column']

/** Used space and its limit, in bytes. */
export interface Space {
  readonly used: number
  readonly limit: number | undefined
}

/** The kind of a cell: how it is formatted, drawn and exported. */
type Cell<R> =
  | { readonly kind: 'text' | 'cause' | 'word' | 'date'; readonly value: (row: R) => string | undefined }
  | { readonly kind: 'count' | 'bytes' | 'duration'; readonly value: (row: R) => number | undefined }
  | { readonly kind: 'texts' | 'words'; readonly value: (row: R) => readonly string[] }
  | { readonly kind: 'flag'; readonly value: (row: R) => boolean }
  | { readonly kind: 'space'; readonly value: (row: R) => Space }
  | { readonly kind: 'obstacle'; readonly value: (row: R) => ChainObstacle | undefined }

export type RecordColumn<R> = Cell<R> & {
  readonly id: ColumnId
  /** A CSS grid track; without one it is shown in the detail and in the CSV only. */
  readonly width?: string
  /** Hidden when the table is narrower, in pixels. */
  readonly hideBelow?: number
  /** Its header reverses the order, where the server can. */
  readonly isOrder?: true
  /** A date to come. */
  readonly isPlanned?: true
  /** Above zero it is a figure of errors. */
  readonly isError?: true
}

type Columns<L extends RecordListId> = readonly [
  /** The name of the row. */
  RecordColumn<RecordRows[L]> & { readonly kind: 'text' },
  ...RecordColumn<RecordRows[L]>[],
]

const WIDE = 'minmax(142px, 1.4fr)'
const TEXT = 'minmax(110px, 1fr)'
const CAUSE = 'minmax(160px, 2.4fr)'
const WORD = 'minmax(96px, 0.8fr)'
const DATE = '104px'
const FIGURE = '92px'

interface ErrorRow {
  readonly cause: string | undefined
  readonly date: string | undefined
}

const CAUSED = {
  id: 'cause',
  kind: 'cause',
  width: 'minmax(92px, 2.4fr)',
  hideBelow: 424,
  value: (row: ErrorRow) => row.cause,
} as const
const CREATED = { id: 'created', kind: 'date', width: DATE, isOrder: true, value: (row: ErrorRow) => row.date } as const

const PRODUCT: Columns<'productErrors'> = [
  { id: 'product', kind: 'text', width: WIDE, value: row => row.productName },
  { id: 'state', kind: 'word', width: WORD, hideBelow: 760, value: row => row.state },
  { id: 'sipState', kind: 'word', width: WORD, hideBelow: 560, value: row => row.sipState },
]
const PRODUCT_DATE = { ...CREATED, id: 'lastUpdate' } as const

const FEATURE: Columns<'features'> = [
  { id: 'product', kind: 'text', width: WIDE, value: row => row.providerId },
  { id: 'version', kind: 'count', width: '64px', hideBelow: 648, value: row => row.version },
  { id: 'urn', kind: 'text', value: row => row.urn },
]
const FEATURE_DATE: RecordColumn<FeatureRecord> = {
  id: 'lastUpdate',
  kind: 'date',
  width: DATE,
  isOrder: true,
  value: row => row.lastUpdate,
}

const pending = ({ disseminations }: FeatureRecord) => disseminations.filter(({ ackDate }) => ackDate === undefined)

const WORKER: Columns<'workerErrors'> = [
  { id: 'request', kind: 'text', width: WIDE, value: row => row.requestId },
  { id: 'status', kind: 'word', width: WORD, hideBelow: 592, value: row => row.status },
  { id: 'workerType', kind: 'text', width: TEXT, hideBelow: 900, value: row => row.workerType },
  { id: 'contentType', kind: 'text', width: TEXT, hideBelow: 760, value: row => row.contentType },
]

const OAIS: Columns<'oaisErrors'> = [
  // Requests that make others have no product of their own (docs/regards-api/actions.md 3.4).
  { id: 'product', kind: 'text', width: WIDE, value: row => row.providerId ?? `#${row.id}` },
  { id: 'requestType', kind: 'word', width: WORD, hideBelow: 760, value: row => row.type },
  { id: 'state', kind: 'word', value: row => row.state },
]

export const RECORD_COLUMNS: { readonly [L in RecordListId]: Columns<L> } = {
  chains: [
    { id: 'chain', kind: 'text', width: WIDE, value: row => row.label },
    { id: 'obstacle', kind: 'obstacle', width: 'minmax(134px, 2.4fr)', value: row => chainObstacle([row]) },
    { id: 'running', kind: 'flag', width: FIGURE, hideBelow: 640, value: row => row.running },
    { id: 'mode', kind: 'word', width: WORD, hideBelow: 760, value: row => row.mode },
    { id: 'lastActivation', kind: 'date', width: DATE, hideBelow: 480, value: row => row.lastActivationDate },
    { id: 'periodicity', kind: 'text', value: row => row.periodicity },
    { id: 'blockers', kind: 'texts', value: row => row.executionBlockers },
  ],
  productErrors: [...PRODUCT, CAUSED, PRODUCT_DATE],
  productsIncomplete: [...PRODUCT, PRODUCT_DATE],
  oaisProducts: [
    { id: 'product', kind: 'text', width: WIDE, value: row => row.providerId },
    { id: 'version', kind: 'count', width: '64px', hideBelow: 480, value: row => row.version },
    { id: 'state', kind: 'word', width: WORD, hideBelow: 640, value: row => row.state },
    { id: 'storages', kind: 'texts', width: TEXT, hideBelow: 760, value: row => row.storages },
    { id: 'lastUpdate', kind: 'date', width: DATE, hideBelow: 900, value: row => row.lastUpdate },
    { id: 'created', kind: 'date', width: DATE, isOrder: true, value: row => row.creationDate },
    { id: 'urn', kind: 'text', value: row => row.aipId },
  ],
  oaisErrors: [
    ...OAIS,
    { id: 'errorType', kind: 'word', width: WORD, hideBelow: 592, value: row => row.errorType },
    CAUSED,
    CREATED,
  ],
  oaisWaiting: [
    ...OAIS,
    { id: 'reason', kind: 'word', width: TEXT, hideBelow: 480, value: row => row.errorType },
    CREATED,
  ],
  features: [...FEATURE, FEATURE_DATE],
  featureErrors: [
    { id: 'product', kind: 'text', width: WIDE, value: row => row.providerId ?? row.urn ?? `#${row.id}` },
    { id: 'step', kind: 'word', width: WORD, hideBelow: 592, value: row => row.step },
    { id: 'requestType', kind: 'word', value: row => row.type },
    { id: 'state', kind: 'word', value: row => row.state },
    { id: 'urn', kind: 'text', value: row => row.urn },
    CAUSED,
    CREATED,
  ],
  workerErrors: [...WORKER, CAUSED, CREATED],
  workerWaiting: [...WORKER, CREATED],
  storages: [
    { id: 'storage', kind: 'text', width: 'minmax(56px, 1fr)', value: row => row.name },
    { id: 'kind', kind: 'word', width: WORD, hideBelow: 640, value: row => row.kind },
    {
      id: 'space',
      kind: 'space',
      width: 'minmax(140px, 2fr)',
      value: ({ used, limit }) => ({ used, limit }),
    },
    { id: 'used', kind: 'bytes', value: row => row.used },
    { id: 'limit', kind: 'bytes', value: row => row.limit },
    { id: 'files', kind: 'count', width: FIGURE, hideBelow: 560, value: row => row.files },
    { id: 'pendingFiles', kind: 'count', width: FIGURE, hideBelow: 980, value: row => row.pendingFiles },
    { id: 'storageErrors', kind: 'count', width: 'minmax(70px, 96px)', isError: true, value: row => row.storageErrors },
    {
      id: 'deletionErrors',
      kind: 'count',
      width: '112px',
      hideBelow: 820,
      isError: true,
      value: row => row.deletionErrors,
    },
    { id: 'activities', kind: 'words', width: TEXT, hideBelow: 900, value: row => row.activities },
  ],
  storageErrors: [
    { id: 'file', kind: 'text', width: WIDE, value: row => row.fileName },
    { id: 'requestType', kind: 'word', value: row => row.type },
    { id: 'status', kind: 'word', value: row => row.status },
    CAUSED,
  ],
  crawls: [
    { id: 'dataSource', kind: 'text', width: WIDE, value: row => row.label },
    { id: 'status', kind: 'word', width: WORD, value: row => row.status },
    { id: 'statusDate', kind: 'date', width: DATE, hideBelow: 480, value: row => row.statusDate },
    { id: 'duration', kind: 'duration', width: FIGURE, hideBelow: 760, value: row => row.duration },
    { id: 'saved', kind: 'count', width: FIGURE, hideBelow: 640, value: row => row.saved },
    { id: 'inError', kind: 'count', width: FIGURE, hideBelow: 560, isError: true, value: row => row.inError },
    { id: 'lastIngest', kind: 'date', width: DATE, hideBelow: 900, value: row => row.lastIngestDate },
    {
      ...{ id: 'nextIngest', kind: 'date', width: DATE, hideBelow: 1000, isPlanned: true },
      value: row => row.nextPlannedIngestDate,
    },
    { id: 'cause', kind: 'cause', value: row => row.cause },
  ],
  pendingDissemination: [
    ...FEATURE,
    {
      id: 'recipients',
      kind: 'texts',
      width: CAUSE,
      hideBelow: 572,
      value: row => pending(row).map(({ recipient }) => recipient),
    },
    {
      id: 'requested',
      kind: 'date',
      width: DATE,
      value: row => pending(row)[0]?.requestDate,
    },
    { ...FEATURE_DATE, hideBelow: 400 },
  ],
}

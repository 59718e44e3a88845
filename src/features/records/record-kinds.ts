/** The properties of each list beyond its columns: its step, whether its rows are errors, what the server can sort. */
import type { RecordListId } from '@/domain/record-list'
import type { StepId } from '@/domain/step-catalogue'

export interface RecordKind {
  /** The step it belongs to; undefined for lists that know no session. */
  readonly stepId: StepId | undefined
  /** Its rows have error texts: they are grouped by cause. */
  readonly hasCauses: boolean
  /** The server orders it by arrival: newest or oldest first. */
  readonly isSorted: boolean
  /** An empty list is a good sign. */
  readonly isGoodEmpty: boolean
  /** The server also finds and counts rows of similar names: of sessions or of sources. */
  readonly similar?: 'sessions' | 'sources'
}

const ERRORS = { hasCauses: true, isSorted: true, isGoodEmpty: true } as const
const WAITING = { hasCauses: false, isSorted: true, isGoodEmpty: true } as const
const PRODUCTS = { hasCauses: false, isSorted: true, isGoodEmpty: false } as const
const SIMILAR = { similar: 'sessions' } as const
const WHOLE = { hasCauses: false, isSorted: false, isGoodEmpty: false } as const

export const RECORD_KINDS = {
  chains: { stepId: 'scan', ...WHOLE, similar: 'sources' },
  productErrors: { stepId: 'scan', ...ERRORS, ...SIMILAR },
  productsIncomplete: { stepId: 'scan', ...WAITING, ...SIMILAR },
  oaisProducts: { stepId: 'oais', ...PRODUCTS, ...SIMILAR },
  oaisErrors: { stepId: 'oais', ...ERRORS },
  oaisWaiting: { stepId: 'oais', ...WAITING },
  features: { stepId: 'feature', ...PRODUCTS },
  featureErrors: { stepId: 'feature', ...ERRORS },
  workerErrors: { stepId: 'workers', ...ERRORS, ...SIMILAR },
  workerWaiting: { stepId: 'workers', ...WAITING, ...SIMILAR },
  storages: { stepId: undefined, ...WHOLE },
  // Of one storage, all sessions together; the server has no order for it (docs/regards-api/actions.md 3.8).
  storageErrors: { stepId: undefined, ...ERRORS, isSorted: false },
  crawls: { stepId: undefined, ...WHOLE },
  pendingDissemination: { stepId: 'fem_dissemination', ...WAITING },
} as const satisfies Record<RecordListId, RecordKind>

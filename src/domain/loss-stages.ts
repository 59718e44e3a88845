/** The stages of products and of files, as a table: which counters count at which stage, and what became of what did not get to the next. */
import type { RecordsView } from './record-list'
import type { StepType } from './session'
import type { StepId, Unit } from './step-catalogue'

/** What can have become of something between two stages. `deleted` is no loss: someone wanted it. */
export const LOSS_KINDS = ['errors', 'waiting', 'running', 'leftOut', 'deleted', 'unaccounted'] as const
export type LossKind = (typeof LOSS_KINDS)[number]

/** Properties of one step; their sum is what counts. */
export interface Counted {
  readonly stepId: StepId
  readonly properties: readonly string[]
}

interface StageCount extends Counted {
  /** Read where the session does not have the step. */
  readonly otherwise?: Counted
  /** It comes in here, not through the stage before. */
  readonly isEntry?: true
}

export interface PartDefinition extends Counted {
  readonly id: string
  readonly kind: Exclude<LossKind, 'unaccounted'>
  /** The list that explains it. */
  readonly opens?: RecordsView
  /** Another counter has some of the same things too: only what exceeds it belongs here, and no more than is missing. */
  readonly sharedWith?: Counted
  /** It counts these requests as well, which no stage counts: as many of it as there are of these may be theirs. */
  readonly mixedWith?: readonly string[]
  /** Refused before the step counted it as input. */
  readonly isBeforeInput?: true
}

export interface StageDefinition {
  readonly id: string
  readonly type: StepType
  readonly counts: readonly StageCount[]
  /** What became of what did not get here from the stage before. */
  readonly parts: readonly PartDefinition[]
  /** Not of the same things as the stage before: no difference is told. */
  readonly isNotCompared?: true
}

interface LaneDefinition {
  /** The unit of every stage and of every part. */
  readonly unit: Unit
  readonly stages: readonly StageDefinition[]
}

const STORAGE_OTHERS = ['copyRequests', 'deleteRequests'] as const

/**
 * Which property counts at which stage. The source of each row is docs/regards-api/sessions.md 6:
 * - scan (6.1): a product is in one of these states at a time. `chainRunning` counts jobs, `ingested` is part of `generatedProducts`: both are left out.
 * - oais (6.3): each request is for one product (docs/regards-api/actions.md 3.4). Post-processing comes after the product is stored.
 * - feature (6.4): only creations make products; a denied one is not among the granted requests.
 * - storage (6.5): files. One product may be stored in several places, so these are not the files of the acquisition.
 * - catalog (6.6): products.
 * Requests of the worker manager (6.2) and deliveries to recipients (6.7) are neither products nor files of the session.
 */
export const LOSS_LINE = {
  products: {
    unit: 'products',
    stages: [
      {
        id: 'acquired',
        type: 'ACQUISITION',
        counts: [
          {
            stepId: 'scan',
            properties: [
              ...['incomplete', 'invalid', 'complete', 'generationError'],
              ...['generatedProducts', 'ingestionFailed', 'canceled'],
            ],
          },
        ],
        parts: [],
      },
      {
        id: 'generated',
        type: 'ACQUISITION',
        counts: [{ stepId: 'scan', properties: ['generatedProducts', 'ingestionFailed'] }],
        parts: [
          {
            id: 'generationError',
            kind: 'errors',
            stepId: 'scan',
            properties: ['generationError'],
            opens: { list: 'productErrors' },
          },
          { id: 'invalid', kind: 'errors', stepId: 'scan', properties: ['invalid'], opens: { list: 'productErrors' } },
          { id: 'complete', kind: 'waiting', stepId: 'scan', properties: ['complete'] },
          {
            id: 'incomplete',
            kind: 'leftOut',
            stepId: 'scan',
            properties: ['incomplete'],
            opens: { list: 'productsIncomplete' },
          },
          { id: 'canceled', kind: 'leftOut', stepId: 'scan', properties: ['canceled'] },
        ],
      },
      {
        id: 'submitted',
        type: 'REFERENCING',
        counts: [
          {
            stepId: 'oais',
            properties: ['totalRequests'],
            otherwise: { stepId: 'scan', properties: ['generatedProducts'] },
          },
          {
            stepId: 'feature',
            properties: ['referencingRequests', 'deniedReferencingRequests'],
            isEntry: true,
          },
        ],
        parts: [
          {
            id: 'ingestionFailed',
            kind: 'errors',
            stepId: 'scan',
            properties: ['ingestionFailed'],
            opens: { list: 'productErrors' },
            sharedWith: { stepId: 'oais', properties: ['requestsErrors'] },
          },
        ],
      },
      {
        id: 'referenced',
        type: 'REFERENCING',
        counts: [
          { stepId: 'oais', properties: ['referencedProducts'] },
          { stepId: 'feature', properties: ['referencedProducts'] },
        ],
        parts: [
          {
            id: 'oaisErrors',
            kind: 'errors',
            stepId: 'oais',
            properties: ['requestsErrors'],
            opens: { list: 'oaisErrors' },
          },
          {
            id: 'featureErrors',
            kind: 'errors',
            stepId: 'feature',
            properties: ['inErrorReferencingRequests'],
            opens: { list: 'featureErrors', part: 'CREATION' },
          },
          {
            id: 'oaisWaiting',
            kind: 'waiting',
            stepId: 'oais',
            properties: ['productWaitVersionMode'],
            opens: { list: 'oaisWaiting' },
          },
          { id: 'oaisRunning', kind: 'running', stepId: 'oais', properties: ['requestsRunning'] },
          { id: 'featureRunning', kind: 'running', stepId: 'feature', properties: ['runningReferencingRequests'] },
          { id: 'ignored', kind: 'leftOut', stepId: 'oais', properties: ['ignoredProducts'] },
          {
            id: 'denied',
            kind: 'leftOut',
            stepId: 'feature',
            properties: ['deniedReferencingRequests'],
            isBeforeInput: true,
          },
          { id: 'oaisDeleted', kind: 'deleted', stepId: 'oais', properties: ['deletedProducts'] },
          { id: 'featureDeleted', kind: 'deleted', stepId: 'feature', properties: ['deletedProducts'] },
        ],
      },
      {
        id: 'indexed',
        type: 'DISSEMINATION',
        counts: [{ stepId: 'catalog', properties: ['indexed'] }],
        parts: [
          {
            id: 'indexedError',
            kind: 'errors',
            stepId: 'catalog',
            properties: ['indexedError'],
            opens: { list: 'crawls' },
          },
        ],
      },
    ],
  },
  files: {
    unit: 'files',
    stages: [
      {
        id: 'filesAcquired',
        type: 'ACQUISITION',
        counts: [{ stepId: 'scan', properties: ['filesAcquired'] }],
        parts: [],
      },
      {
        id: 'filesSubmitted',
        type: 'STORAGE',
        counts: [{ stepId: 'storage', properties: ['storeRequests', 'referenceRequests'] }],
        parts: [{ id: 'filesInvalid', kind: 'leftOut', stepId: 'scan', properties: ['filesInvalid'] }],
        isNotCompared: true,
      },
      {
        id: 'filesStored',
        type: 'STORAGE',
        counts: [{ stepId: 'storage', properties: ['storedFiles', 'referencedFiles'] }],
        parts: [
          {
            id: 'storageErrors',
            kind: 'errors',
            stepId: 'storage',
            properties: ['requestsErrors'],
            opens: { list: 'storageErrors' },
            mixedWith: STORAGE_OTHERS,
          },
          {
            id: 'storageRunning',
            kind: 'running',
            stepId: 'storage',
            properties: ['requestsRunning'],
            mixedWith: STORAGE_OTHERS,
          },
          { id: 'refused', kind: 'leftOut', stepId: 'storage', properties: ['requestsRefused'] },
          { id: 'filesDeleted', kind: 'deleted', stepId: 'storage', properties: ['deletedFiles'] },
        ],
      },
    ],
  },
} as const satisfies Record<string, LaneDefinition>

/** The rows of the table that take something off what came into this step. */
export function partsOfStep(stepId: string): readonly PartDefinition[] {
  return Object.values(LOSS_LINE)
    .flatMap<PartDefinition>(({ stages }) => stages.flatMap<PartDefinition>(({ parts }) => parts))
    .filter(part => part.stepId === stepId)
}

export type LaneId = keyof typeof LOSS_LINE
type Stages = (typeof LOSS_LINE)[LaneId]['stages'][number]
export type StageId = Stages['id']
/** `unaccounted` is what no counter explains. */
export type PartId = Stages['parts'][number]['id'] | 'unaccounted'

/** Where the products and the files of a session are lost: stages that follow each other, and what became of what did not get from one to the next. */
import type { RecordsView } from './record-list'
import type { Session, Step, StepType } from './session'
import type { StepId, Unit } from './step-catalogue'
import { STEP_CATALOGUE } from './step-catalogue'
import { own, signedSumOf } from './step-reading'

/** What can have become of something between two stages. `deleted` is no loss: someone wanted it. */
export const LOSS_KINDS = ['errors', 'waiting', 'running', 'leftOut', 'deleted', 'unaccounted'] as const
export type LossKind = (typeof LOSS_KINDS)[number]

/** Properties of one step; their sum is what counts. */
interface Counted {
  readonly stepId: StepId
  readonly properties: readonly string[]
}

interface StageCount extends Counted {
  /** Read where the session does not have the step. */
  readonly otherwise?: Counted
  /** It comes in here, not through the stage before. */
  readonly isEntry?: true
}

interface PartDefinition extends Counted {
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

interface StageDefinition {
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

export interface Stage {
  readonly id: StageId
  readonly type: StepType
  /** Undefined: the session does not have the step. */
  readonly value: number | undefined
  /** What came in here, and not through a stage before. */
  readonly entered: number
}

export interface LossPart {
  readonly id: PartId
  readonly kind: LossKind
  /** The type of its step; undefined for what no counter explains. */
  readonly type: StepType | undefined
  /** Below zero only where a counter is, or where more is counted than came in: the gap is marked then. */
  readonly value: number
  readonly opens?: RecordsView
}

/** Why the figures of a gap are to be read with care. */
export type Mark = 'excess' | 'negative' | 'unreadable' | 'mixed' | 'notCompared'

/** From one stage that the session has to the next one. */
export interface Gap {
  /** Undefined where nothing is counted before. */
  readonly from: Stage | undefined
  readonly to: Stage
  /** What was at the first and came in at the second, less what is at the second; undefined where that cannot be told. */
  readonly missing: number | undefined
  /** They add up to `missing`, where it is told. None of them is zero. */
  readonly parts: readonly LossPart[]
  /** What may be of other requests: in no sum. */
  readonly mixed: readonly LossPart[]
  readonly marks: readonly Mark[]
}

export interface Lane {
  /** The name of its unit, too. */
  readonly id: LaneId
  readonly stages: readonly Stage[]
  readonly gaps: readonly Gap[]
}

/** What is to be known of the figure of a stage itself. */
export function stageMarks({ value = 0 }: Stage): readonly Mark[] {
  if (Number.isNaN(value)) return ['unreadable']
  return value < 0 ? ['negative'] : []
}

type StepOf = (stepId: StepId) => Step | undefined

/** Undefined where the session does not have the step. */
function countIn(stepOf: StepOf, { stepId, properties }: Counted): number | undefined {
  const step = stepOf(stepId)
  return step && signedSumOf(step, properties)
}

const isBelowZero = (stepOf: StepOf, { stepId, properties }: Counted) => {
  const step = stepOf(stepId)
  return step !== undefined && properties.some(property => own(step, property) < 0)
}

function readStage(stepOf: StepOf, { id, type, counts }: StageDefinition & { readonly id: StageId }): Stage {
  const read = counts.map(count => ({
    isEntry: count.isEntry === true,
    value: countIn(stepOf, count) ?? (count.otherwise && countIn(stepOf, count.otherwise)),
  }))
  const sum = (of: typeof read) => of.reduce((total, { value }) => total + (value ?? 0), 0)
  return {
    id,
    type,
    value: read.every(({ value }) => value === undefined) ? undefined : sum(read),
    entered: sum(read.filter(({ isEntry }) => isEntry)),
  }
}

function readPart(
  stepOf: StepOf,
  { id, kind, sharedWith, opens, ...counted }: PartDefinition & { readonly id: PartId },
  missing: number | undefined,
): LossPart {
  const value = countIn(stepOf, counted) ?? 0
  const shared = sharedWith && (countIn(stepOf, sharedWith) ?? 0)
  return {
    id,
    kind,
    type: STEP_CATALOGUE[counted.stepId].type,
    value: shared === undefined ? value : Math.max(0, Math.min(value - Math.max(0, shared), missing ?? 0)),
    ...(opens && { opens }),
  }
}

/** How much of a part may be of other requests. */
function sharedOut(stepOf: StepOf, { stepId, mixedWith = [] }: PartDefinition, { value }: LossPart): number {
  const others = mixedWith.map(property => countIn(stepOf, { stepId, properties: [property] }) ?? 0)
  return Math.max(
    0,
    Math.min(
      value,
      others.reduce((sum, count) => sum + Math.max(0, count), 0),
    ),
  )
}

/** What no counter explains, unless all is explained. */
function unaccounted(missing: number | undefined, parts: readonly LossPart[]): readonly LossPart[] {
  const value = (missing ?? 0) - parts.reduce((sum, part) => sum + part.value, 0)
  if (missing === undefined || value === 0 || Number.isNaN(value)) return []
  return [{ id: 'unaccounted', kind: 'unaccounted', type: undefined, value }]
}

/** A stage with its row of the table. */
interface ReadStage {
  readonly definition: StageDefinition
  readonly stage: Stage
}

/** @param last the latest stage before it that the session has */
function readGap(stepOf: StepOf, { definition, stage: to }: ReadStage, last: ReadStage | undefined): Gap {
  const before = last?.stage
  const definitions = definition.parts as readonly (PartDefinition & { readonly id: PartId })[]
  const isCompared = definition.isNotCompared !== true
  const difference =
    isCompared && before?.value !== undefined && to.value !== undefined
      ? before.value + to.entered - to.value
      : undefined
  const isUnreadable = Number.isNaN(difference)
  const missing = isUnreadable ? undefined : difference
  const read = definitions.map(row => {
    const part = readPart(stepOf, row, missing)
    const uncertain = row.mixedWith === undefined ? 0 : sharedOut(stepOf, row, part)
    return { certain: { ...part, value: part.value - uncertain }, uncertain: { ...part, value: uncertain } }
  })
  const counted = read.map(({ certain }) => certain).filter(({ value }) => value !== 0)
  const parts = [...counted, ...unaccounted(missing, counted)]
  const mixed = read.map(({ uncertain }) => uncertain).filter(({ value }) => value !== 0)
  const counters: readonly Counted[] = [...(last?.definition.counts ?? []), ...definition.counts, ...definitions]
  const isOdd: Readonly<Record<Mark, boolean>> = {
    excess: (missing ?? 0) < 0 || parts.some(({ id, value }) => id === 'unaccounted' && value < 0),
    negative: counters.some(counter => isBelowZero(stepOf, counter)),
    unreadable: isUnreadable || [...parts, ...mixed].some(({ value }) => Number.isNaN(value)),
    mixed: mixed.length > 0,
    notCompared: !isCompared && before !== undefined && to.value !== undefined,
  }
  return { from: before, to, missing, parts, mixed, marks: MARKS.filter(mark => isOdd[mark]) }
}

const MARKS = ['excess', 'negative', 'unreadable', 'mixed', 'notCompared'] as const satisfies readonly Mark[]

function readLane(stepOf: StepOf, id: LaneId): Lane {
  const { stages } = LOSS_LINE[id]
  const read = stages.map(definition => ({ definition, stage: readStage(stepOf, definition) }))
  const gaps = read.flatMap((one, place) => {
    const last = read.slice(0, place).findLast(({ stage }) => stage.value !== undefined)
    const gap = readGap(stepOf, one, last)
    const isBetween = last !== undefined && one.stage.value !== undefined
    return isBetween || gap.parts.length + gap.mixed.length > 0 ? [gap] : []
  })
  return { id, stages: read.map(({ stage }) => stage), gaps }
}

/** Both lanes of a session; a step that it does not have leaves its stages undefined, never zero. */
export function lossLine({ steps }: Pick<Session, 'steps'>): readonly [products: Lane, files: Lane] {
  const stepOf: StepOf = stepId => steps.find(step => step.stepId === stepId)
  return [readLane(stepOf, 'products'), readLane(stepOf, 'files')]
}

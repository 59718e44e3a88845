/** Where the products and the files of a session are lost: stages that follow each other, and what became of what did not get from one to the next. */
import type { Counted, LaneId, LossKind, PartDefinition, PartId, StageDefinition, StageId } from './loss-stages'
import { LOSS_LINE } from './loss-stages'
import type { RecordsView } from './record-list'
import type { Session, Step, StepType } from './session'
import type { StepId } from './step-catalogue'
import { STEP_CATALOGUE } from './step-catalogue'
import { own, signedSumOf } from './step-reading'

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

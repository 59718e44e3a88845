/** What the loss line comes to in one sentence: how many arrived, of how many, and what became of the others. */
import type { Gap, Lane } from './loss-line'
import type { LaneId, LossKind, StageId } from './loss-stages'
import { LOSS_KINDS, partsOfStep } from './loss-stages'
import type { Step, StepType } from './session'
import { sumOf } from './step-reading'

/** The types of the steps where it happened: one, or the two it happened between. */
type Place = readonly [StepType] | readonly [StepType, StepType]

export interface Loss {
  /** `excess` is what is counted beyond what came in; `mixed` are errors that may be of other requests. */
  readonly kind: LossKind | 'excess' | 'mixed'
  readonly value: number
  readonly unit: LaneId
  readonly place: Place
}

/** The stages that a lane can end with. */
const LAST_STAGES = ['submitted', 'referenced', 'indexed', 'filesStored'] as const satisfies readonly StageId[]
type LastStage = (typeof LAST_STAGES)[number]

/** How the sentence begins. */
export type SummaryHead =
  | { readonly kind: 'none' }
  /** A counter of the lane is below zero or no number. */
  | { readonly kind: 'untold'; readonly unit: LaneId }
  /** The session has the catalogue only: nothing to compare. */
  | { readonly kind: 'only'; readonly last: number }
  | { readonly kind: 'zero'; readonly unit: LaneId }
  /** Stages that contradict each other, or several ways in: what came in is the figure of no stage. */
  | { readonly kind: 'arrived'; readonly unit: LaneId; readonly stage: LastStage; readonly last: number }
  | {
      readonly kind: 'all' | 'of'
      readonly unit: LaneId
      readonly stage: LastStage
      readonly last: number
      readonly total: number
    }

export interface LossSummary {
  readonly head: SummaryHead
  readonly losses: readonly Loss[]
  /** Some counter is below zero or no number: what it should tell is missing here. */
  readonly isOdd: boolean
}

function placeOf({ from, to }: Gap): Place {
  return from === undefined || from.type === to.type ? [to.type] : [from.type, to.type]
}

/** Parts above zero; those below are not told as losses, the gap says what is wrong with them. */
function lossesOf({ id: unit, gaps }: Lane): readonly Loss[] {
  const all = gaps.flatMap<Loss>(gap => {
    const parts = gap.parts.map<Loss>(({ kind, value, type }) => {
      const place: Place = type === undefined ? placeOf(gap) : [type]
      return value < 0 && kind === 'unaccounted'
        ? { kind: 'excess', value: -value, unit, place }
        : { kind, value, unit, place }
    })
    const mixed = gap.mixed.flatMap<Loss>(({ kind, value, type }) =>
      kind === 'errors' && type !== undefined ? [{ kind: 'mixed', value, unit, place: [type] }] : [],
    )
    return [...parts, ...mixed]
  })
  return added(all.filter(({ value }) => value > 0))
}

const KINDS: readonly Loss['kind'][] = [...LOSS_KINDS, 'mixed', 'excess']

/** One for each kind and place, the kinds in their order. */
function added(losses: readonly Loss[]): readonly Loss[] {
  const sums = new Map<string, Loss>()
  for (const loss of losses) {
    const key = [loss.kind, ...loss.place].join(' ')
    sums.set(key, { ...loss, value: loss.value + (sums.get(key)?.value ?? 0) })
  }
  return [...sums.values()].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
}

/** Stages that are compared with each other: the last ones of the lane. */
function comparedStages({ stages, gaps }: Lane) {
  const used = stages.filter(({ value }) => value !== undefined)
  const apart = gaps.findLast(({ marks }) => marks.includes('notCompared'))
  return apart === undefined ? used : used.slice(used.indexOf(apart.to))
}

function headOf(lane: Lane): SummaryHead {
  const { id: unit, gaps } = lane
  const stages = comparedStages(lane)
  const first = stages[0]?.value
  const end = stages.at(-1)
  const stage = LAST_STAGES.find(id => id === end?.id)
  if (first === undefined || end?.value === undefined || stage === undefined) return { kind: 'none' }
  if (!stages.every(({ value }) => value !== undefined && value >= 0)) return { kind: 'untold', unit }
  const last = end.value
  if (stages.length === 1) return { kind: 'only', last }
  // Each thing counts once, where it came in.
  const entered = stages.slice(1).reduce((sum, one) => sum + one.entered, 0)
  const surplus = gaps.reduce((sum, { missing }) => sum + Math.max(0, -(missing ?? 0)), 0)
  const total = first + entered + surplus
  if (!stages.some(({ value }) => value === total)) return { kind: 'arrived', unit, stage, last }
  return total === 0 ? { kind: 'zero', unit } : { kind: last === total ? 'all' : 'of', unit, stage, last, total }
}

/** The sentence of both lanes: products lead, where there are any; of the files only what is lost is told then. */
export function summaryOf([products, files]: readonly [products: Lane, files: Lane]): LossSummary {
  const head = headOf(products)
  return {
    head: head.kind === 'none' ? headOf(files) : head,
    losses: [...lossesOf(products), ...lossesOf(files)],
    isOdd: [products, files].some(({ gaps }) =>
      gaps.some(({ marks }) => marks.includes('negative') || marks.includes('unreadable')),
    ),
  }
}

/** What a step has in error and waiting besides what the loss line counts. */
export interface Outside {
  readonly stepId: string
  readonly errors: number
  readonly waiting: number
}

/** What the sentence does not tell: steps of other units, and requests that bring no product, such as updates. */
export function outsideOf(steps: readonly Step[]): readonly Outside[] {
  return steps.flatMap(step => {
    const { stepId, state } = step
    const beyond = (kind: 'errors' | 'waiting') => {
      const told = partsOfStep(stepId).filter(part => part.kind === kind)
      return Math.max(0, state[kind] - sumOf(step, [...new Set(told.flatMap(({ properties }) => properties))]))
    }
    const [errors, waiting] = [beyond('errors'), beyond('waiting')]
    return errors > 0 || waiting > 0 ? [{ stepId, errors, waiting }] : []
  })
}

/** What the loss line comes to in one sentence: how many arrived, of how many, and what became of the others. */
import type { Gap, Lane, LossKind, StageId } from './loss-line'
import { LOSS_KINDS } from './loss-line'
import type { StepType } from './session'
import type { Unit } from './step-catalogue'

/** The types of the steps where it happened: one, or the two it happened between. */
export type Place = readonly [StepType] | readonly [StepType, StepType]

export interface Loss {
  /** `excess` is what is counted beyond what came in; `mixed` are errors counted together with those of other requests. */
  readonly kind: LossKind | 'excess' | 'mixed'
  readonly value: number
  readonly unit: Unit
  readonly place: Place
}

/** How the sentence begins. */
export type SummaryHead =
  | { readonly kind: 'none' }
  /** A counter of the lane is below zero or no number. */
  | { readonly kind: 'untold'; readonly unit: Unit }
  /** The session has one stage only: nothing to compare. */
  | { readonly kind: 'only'; readonly unit: Unit; readonly stage: StageId; readonly last: number }
  | {
      readonly kind: 'all' | 'of'
      readonly unit: Unit
      readonly stage: StageId
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
function lossesOf({ unit, gaps }: Lane): readonly Loss[] {
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
  const { unit, gaps } = lane
  const stages = comparedStages(lane)
  const first = stages[0]?.value
  const last = stages.at(-1)
  if (first === undefined || last?.value === undefined) return { kind: 'none' }
  const told = { unit, stage: last.id, last: last.value }
  if (!stages.every(({ value }) => value !== undefined && value >= 0)) return { kind: 'untold', unit }
  if (stages.length === 1) return { kind: 'only', ...told }
  // Each thing counts once, where it came in.
  const entered = stages.slice(1).reduce((sum, stage) => sum + stage.entered, 0)
  const surplus = gaps.reduce((sum, { missing }) => sum + Math.max(0, -(missing ?? 0)), 0)
  const total = first + entered + surplus
  return { kind: last.value === total ? 'all' : 'of', ...told, total }
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

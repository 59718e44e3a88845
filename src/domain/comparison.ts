/** Two sessions side by side: their counters, and the causes of their errors. Pure. */
import type { CauseGroup } from './causes'
import { errorLists } from './error-lists'
import type { Session, Step } from './session'
import type { GroupDefinition, Unit } from './step-catalogue'
import { inCatalogueOrder, stepDefinition } from './step-catalogue'
import { readEachGroup, readGroup, readUnknownCounters } from './step-reading'

/** A counter of a step: of its flow, of its state, of a group of its card, or one that is not known. */
export type CounterId =
  | { readonly kind: 'flow'; readonly id: 'in' | 'out'; readonly unit: Unit | undefined }
  | { readonly kind: 'state'; readonly id: 'errors' | 'waiting' | 'running' }
  | { readonly kind: 'property'; readonly group: string; readonly id: string; readonly name: string | undefined }
  | { readonly kind: 'other'; readonly id: string }

export interface CounterRow {
  readonly counter: CounterId
  /** Undefined: the session does not have the step, or not this counter. */
  readonly before: number | undefined
  readonly now: number | undefined
  /** Undefined where one of them is no number. */
  readonly difference: number | undefined
}

export interface StepComparison {
  readonly stepId: string
  /** The session does not have the step. */
  readonly isAbsent: { readonly before: boolean; readonly now: boolean }
  readonly changed: readonly CounterRow[]
  readonly same: readonly CounterRow[]
}

type Entry = readonly [counter: CounterId, value: number]

/** Every counter of a step, as its card has them. */
function countersOf(step: Step): readonly Entry[] {
  const definition = stepDefinition(step.stepId)
  const flow = definition?.flow
  const flows: readonly Entry[] =
    flow === null
      ? []
      : [
          [{ kind: 'flow', id: 'in', unit: flow?.in }, step.inputRelated],
          [{ kind: 'flow', id: 'out', unit: flow?.out }, step.outputRelated],
        ]
  const states = (['errors', 'waiting', 'running'] as const).map((id): Entry => [{ kind: 'state', id }, step.state[id]])
  const groups: Readonly<Record<string, GroupDefinition>> = definition?.groups ?? {}
  const properties = Object.entries(groups).flatMap(([group, of]): readonly Entry[] =>
    of.each === undefined
      ? readGroup(step, of).map(({ property: { id }, value }) => [
          { kind: 'property', group, id, name: undefined },
          value,
        ])
      : readEachGroup(step, of).flatMap(({ name, readings }) =>
          readings.map(({ property: { id }, value }): Entry => [{ kind: 'property', group, id, name }, value]),
        ),
  )
  const others = readUnknownCounters(step).map(({ name, value }): Entry => [{ kind: 'other', id: name }, value])
  return [...flows, ...states, ...properties, ...others]
}

function rowOf(counter: CounterId, before: number | undefined, now: number | undefined): CounterRow {
  const difference = (now ?? 0) - (before ?? 0)
  return { counter, before, now, difference: Number.isNaN(difference) ? undefined : difference }
}

/** Counters that are not there count 0, as on the cards. */
const isSame = ({ before = 0, now = 0 }: CounterRow) => Object.is(before, now)

function compareStep(stepId: string, before: Step | undefined, now: Step | undefined): StepComparison {
  const keyed = (step: Step | undefined) =>
    new Map(
      (step === undefined ? [] : countersOf(step)).map(([counter, value]) => [
        JSON.stringify(counter),
        { counter, value },
      ]),
    )
  const [was, is] = [keyed(before), keyed(now)]
  const rows = [...new Map([...was, ...is])].map(([key, { counter }]) =>
    rowOf(counter, was.get(key)?.value, is.get(key)?.value),
  )
  return {
    stepId,
    isAbsent: { before: before === undefined, now: now === undefined },
    changed: rows.filter(row => !isSame(row)),
    same: rows.filter(isSame),
  }
}

/** The steps that either has, in the order data flows through them. */
export function compareSteps(before: Session, now: Session): readonly StepComparison[] {
  const find = ({ steps }: Session, id: string) => steps.find(({ stepId }) => stepId === id)
  const ids = [...new Set([...before.steps, ...now.steps].map(({ stepId }) => stepId))]
  return inCatalogueOrder(ids.map(stepId => ({ stepId }))).map(({ stepId }) =>
    compareStep(stepId, find(before, stepId), find(now, stepId)),
  )
}

/** Steps with errors of which REGARDS has no list by session. */
export function stepsWithoutList(sessions: readonly Session[]): readonly string[] {
  const failing = sessions.flatMap(({ steps }) => steps.filter(({ state }) => state.errors > 0))
  const listed = new Set(sessions.flatMap(errorLists).map(({ stepId }) => stepId))
  return [...new Set(inCatalogueOrder(failing).map(({ stepId }) => stepId))].filter(stepId => !listed.has(stepId))
}

/** The causes of one list, as far as it was read. */
export interface ReadCauses {
  readonly groups: readonly CauseGroup[]
  /** Errors that were grouped. */
  readonly read: number
  /** Errors there are. */
  readonly total: number
  readonly isComplete: boolean
}

/** `notRead` in place of new or gone: the other list was not read to its end. */
type CauseChange = 'new' | 'gone' | 'more' | 'fewer' | 'same' | 'notRead'

export interface CauseComparison {
  readonly pattern: string
  readonly before: number
  readonly now: number
  readonly difference: number
  readonly change: CauseChange
}

function changeOf(counts: { before: number; now: number }, before: ReadCauses, now: ReadCauses): CauseChange {
  if (counts.before === 0) return before.isComplete ? 'new' : 'notRead'
  if (counts.now === 0) return now.isComplete ? 'gone' : 'notRead'
  return counts.now === counts.before ? 'same' : counts.now > counts.before ? 'more' : 'fewer'
}

/** The causes of both, the largest difference first. */
export function compareCauses(before: ReadCauses, now: ReadCauses): readonly CauseComparison[] {
  const counted = (read: ReadCauses) => new Map(read.groups.map(({ pattern, count }) => [pattern, count]))
  const [was, is] = [counted(before), counted(now)]
  return [...new Set([...is.keys(), ...was.keys()])]
    .map(pattern => {
      const counts = { before: was.get(pattern) ?? 0, now: is.get(pattern) ?? 0 }
      return { pattern, ...counts, difference: counts.now - counts.before, change: changeOf(counts, before, now) }
    })
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference) || b.now - a.now)
}

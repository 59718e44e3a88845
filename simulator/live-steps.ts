/** The steps of a session, made from its recipe the first time something happens to them. */
import { Tally } from './counters'
import type { Item } from './items'
import type { LiveStep, SessionRecord, StepRecipe } from './records'
import { shownSteps, tallyOf } from './records'
import type { Sort } from './step-items'
import { itemsOf } from './step-items'

const recipeOf = (record: SessionRecord, stepId: string): StepRecipe | undefined =>
  record.recipe.find(step => step.stepId === stepId)

/** Whether a session has such a step, folded already or not. */
export function hasStep(record: SessionRecord, stepId: string): boolean {
  return record.live?.has(stepId) === true || recipeOf(record, stepId) !== undefined
}

/** The step as its microservice knows it; without a recipe it begins now, with nothing. */
export function liveStep(record: SessionRecord, stepId: string, now: number): LiveStep {
  record.shown ??= shownSteps(record)
  record.live ??= new Map()
  const known = record.live.get(stepId)
  if (known !== undefined) return known
  const recipe = recipeOf(record, stepId)
  const updatedAt = record.shown.find(shown => shown.stepId === stepId)?.updatedAt ?? now
  const items = recipe === undefined ? [] : itemsOf(record, recipe, updatedAt)
  const step: LiveStep = {
    stepId,
    record,
    tally: recipe === undefined || record.isPurged ? new Tally(stepId) : tallyOf(recipe).copy(),
    items,
    updatedAt,
    nextItem: items.length,
    reported: undefined,
  }
  record.live.set(stepId, step)
  return step
}

/** A purged session keeps its items; their counts are lost, and only new events count. */
export function forgetFigures(record: SessionRecord, now: number): void {
  for (const { stepId } of record.recipe) liveStep(record, stepId, now)
  record.isPurged = true
  record.isListed = false
  record.shown = []
  record.flags = 0
  record.updatedAt = undefined
  for (const step of record.live?.values() ?? []) {
    step.tally = new Tally(step.stepId)
    step.reported = undefined
  }
}

/** Reads the items of some kinds without creating the step. */
export function peekItems(record: SessionRecord, stepId: string, wants: (sort: Sort) => boolean): readonly Item[] {
  const live = record.live?.get(stepId)
  if (live !== undefined) return live.items.filter(wants)
  const recipe = recipeOf(record, stepId)
  if (recipe?.batches.some(wants) !== true) return []
  const shown = shownSteps(record).find(step => step.stepId === stepId)
  return itemsOf(record, recipe, shown?.updatedAt ?? record.createdAt, wants)
}

/** What a step has counted in a property so far, folded or not. */
export function countedIn(record: SessionRecord, stepId: string, property: string): number {
  const recipe = recipeOf(record, stepId)
  const tally = record.live?.get(stepId)?.tally ?? (recipe && !record.isPurged ? tallyOf(recipe) : undefined)
  return tally?.properties.get(property) ?? 0
}

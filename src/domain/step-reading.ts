/** Applies a catalogue row to a step's raw properties: values, tones, names of an `each` group, leftovers. */
import type { Step } from './session'
import type { Condition, GroupDefinition, PropertyDefinition, StepDefinition, Tone } from './step-catalogue'
import { relaunchOf, stepDefinition } from './step-catalogue'

export interface Reading {
  readonly property: PropertyDefinition
  readonly value: number
  readonly tone: Tone
}

/** One name of an `each` group (a worker type, a recipient) and its measures. */
interface NamedReadings {
  readonly name: string
  readonly readings: readonly Reading[]
}

interface UnknownCounter {
  readonly name: string
  readonly value: number
}

/** One figure that `state.errors` is made of. */
interface ErrorPart {
  readonly propertyId: string
  /** The worker type it belongs to. */
  readonly name: string | undefined
  readonly value: number
}

/** Splits `<name>.<measure>` at the LAST dot, since names may hold dots themselves (docs/regards-api/sessions.md 6.2, 6.7). */
function splitMeasure(text: string): { name: string; measure: string } | undefined {
  const dot = text.lastIndexOf('.')
  return dot <= 0 || dot === text.length - 1 ? undefined : { name: text.slice(0, dot), measure: text.slice(dot + 1) }
}

/** The part of a property's name that an `each` group reads, or undefined when it belongs to another group. */
function insideEach(each: string, propertyName: string): string | undefined {
  const prefix = each.slice(0, -1)
  return propertyName.startsWith(prefix) ? propertyName.slice(prefix.length) : undefined
}

/** A sum of several counters: REGARDS publishes no such figure. */
export function isDerived({ sum }: PropertyDefinition): boolean {
  return sum !== undefined && sum.length > 1
}

function toneOf(property: PropertyDefinition, value: number): Tone {
  return value === 0 ? 'muted' : (property.tone ?? 'plain')
}

function read(property: PropertyDefinition, valueOf: (id: string) => number): Reading {
  const value = (property.sum ?? [property.id]).reduce((total, id) => total + valueOf(id), 0)
  return { property, value, tone: toneOf(property, value) }
}

/** A raw property as it was published; an absent one counts 0. */
export const own = (step: Step, name: string): number =>
  Object.hasOwn(step.properties, name) ? (step.properties[name] ?? 0) : 0

/** The figures of a simple group, in catalogue order; an absent property counts 0. */
export function readGroup(step: Step, group: GroupDefinition): readonly Reading[] {
  return group.properties.map(property => read(property, id => own(step, id)))
}

/** The lines of an `each` group, by exact name in alphabetical order (docs/regards-api/previous-dashboard-defects.md 25 and 26). */
export function readEachGroup(step: Step, group: GroupDefinition): readonly NamedReadings[] {
  const each = group.each
  if (each === undefined) return []
  const measures = rawMeasures(group)
  const byName = new Map<string, Map<string, number>>()
  for (const [property, value] of Object.entries(step.properties)) {
    const split = splitMeasure(insideEach(each, property) ?? '')
    if (split === undefined || !measures.has(split.measure)) continue
    const line = byName.get(split.name) ?? new Map<string, number>()
    byName.set(split.name, line.set(split.measure, value))
  }
  return [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, line]) => ({ name, readings: group.properties.map(p => read(p, id => line.get(id) ?? 0)) }))
}

function rawMeasures(group: GroupDefinition): ReadonlySet<string> {
  return new Set(group.properties.flatMap(property => property.sum ?? [property.id]))
}

function isRead(definition: StepDefinition, propertyName: string): boolean {
  return Object.values(definition.groups).some(group => {
    if (group.each === undefined) return rawMeasures(group).has(propertyName)
    const split = splitMeasure(insideEach(group.each, propertyName) ?? '')
    return split !== undefined && rawMeasures(group).has(split.measure)
  })
}

/** What the publisher counts and no group shows: all of it for an unknown step. Alphabetical. */
export function readUnknownCounters(step: Step): readonly UnknownCounter[] {
  const definition = stepDefinition(step.stepId)
  return Object.entries(step.properties)
    .filter(([name]) => definition === undefined || !isRead(definition, name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({ name, value }))
}

/** Raw properties whose names match `pattern`; a leading star stands for any name before the last dot. */
function matching(step: Step, pattern: string): readonly number[] {
  if (!pattern.startsWith('*.')) return [own(step, pattern)]
  const measure = pattern.slice(2)
  return Object.entries(step.properties)
    .filter(([name]) => splitMeasure(name)?.measure === measure)
    .map(([, value]) => value)
}

/** The sum of these raw properties; a negative or unreadable one counts 0. */
export function sumOf(step: Step, patterns: readonly string[]): number {
  return patterns.flatMap(pattern => matching(step, pattern)).reduce((total, n) => total + (n > 0 ? n : 0), 0)
}

/** The sum of these raw properties as they are: below zero where they are, no number where one is none. */
export function signedSumOf(step: Step, patterns: readonly string[]): number {
  return patterns.flatMap(pattern => matching(step, pattern)).reduce((total, n) => total + n, 0)
}

/** Whether the condition of an action holds for this step now. */
export function holds(condition: Condition | undefined, step: Step): boolean {
  if (condition === undefined) return true
  if (condition === 'errors') return step.state.errors > 0
  if (condition === 'waiting') return step.state.waiting > 0
  return condition.positive.some(pattern => matching(step, pattern).some(value => value > 0))
}

/** How many items in error a relaunch of this step can restart; 0 when it has none (docs/regards-api/actions.md 2). */
export function relaunchableCount(step: Step): number {
  const action = relaunchOf(step.stepId)
  if (action === undefined || !holds(action.when, step)) return 0
  return action.counts?.reduce((total, id) => total + Math.max(0, own(step, id)), 0) ?? step.state.errors
}

/** Items of a step that are running or were relaunched; jobs where the step counts jobs. Never negative. */
export function workingCount(step: Step): number {
  const onTheirWay = (stepDefinition(step.stepId)?.alsoWorking ?? []).flatMap(pattern => matching(step, pattern))
  return [step.state.running, ...onTheirWay].reduce((total, n) => total + (n > 0 ? n : 0), 0)
}

/** What the badge of a step's errors is made of, largest first: raw properties and names of lines that feed it (docs/regards-api/previous-dashboard-defects.md 29). */
export function errorBreakdown(step: Step): readonly ErrorPart[] {
  const groups: readonly GroupDefinition[] = Object.values(stepDefinition(step.stepId)?.groups ?? {})
  return groups
    .flatMap(group => {
      const raw = group.properties.filter(p => p.tone === 'error' && (p.sum === undefined || p.sum.length === 1))
      const ids = new Set(raw.map(p => p.id))
      const keep = (name: string | undefined) => (r: Reading) =>
        ids.has(r.property.id) && r.value > 0 ? [{ propertyId: r.property.id, name, value: r.value }] : []
      return group.each === undefined
        ? readGroup(step, group).flatMap(keep(undefined))
        : readEachGroup(step, group).flatMap(line => line.readings.flatMap(keep(line.name)))
    })
    .sort((a, b) => b.value - a.value)
}

/** Losses REGARDS does not call errors: refused, denied, ignored, cancelled, incomplete, invalid files. */
export function setAsideCount(steps: readonly Step[]): number {
  return steps.reduce((total, step) => {
    const groups: readonly GroupDefinition[] = Object.values(stepDefinition(step.stepId)?.groups ?? {})
    const readings = groups.filter(group => group.each === undefined).flatMap(group => readGroup(step, group))
    return total + readings.reduce((sum, r) => sum + (r.property.tone === 'setAside' && r.value > 0 ? r.value : 0), 0)
  }, 0)
}

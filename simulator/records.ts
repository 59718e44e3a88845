/** Sources and sessions as rs-admin stores them, and the live steps of a session, created at the first event. */
import type { Counters } from '@/domain/session'
import { STEP_TYPES, Tally } from './counters'
import type { Batch, Item } from './items'
import { contributions } from './items'

/** What a step is made of at the start of a world. */
export interface StepRecipe {
  readonly stepId: string
  readonly batches: readonly Batch[]
  /** Properties that went up and down again: present at 0. */
  readonly zeros?: readonly string[]
}

export type SessionRecipe = readonly StepRecipe[]

/** How relaunched work ends: by chance (mostly well), as scripted, or well for the first n items. */
export type Fate = 'mostly' | 'all' | 'none' | number

/** A step as rs-admin last saw it. */
export interface ShownStep {
  readonly stepId: string
  readonly tally: Tally
  readonly updatedAt: number
  readonly registeredAt: number
}

/** A step as its microservice knows it. */
export interface LiveStep {
  readonly stepId: string
  readonly record: SessionRecord
  /** Starts anew when the session is purged; the items stay. */
  tally: Tally
  readonly items: Item[]
  updatedAt: number
  nextItem: number
  /** The last fold of the microservice, on its way to rs-admin. */
  reported: ShownStep | undefined
}

export interface SessionRecord {
  /** The id of its row in rs-admin: another one when it comes back after a purge. */
  id: number
  /** The permanent number and name for its items. */
  readonly serial: number
  readonly source: string
  readonly name: string
  createdAt: number
  updatedAt: number | undefined
  readonly recipe: SessionRecipe
  fate: Fate
  /** rs-admin knows it: false between its first event and the first folding. */
  isListed: boolean
  /** Purged in rs-admin; the other services keep its items. */
  isPurged: boolean
  /** Which counters of which kind are above 0, as bits: 1 errors, 2 waiting, 4 running. */
  flags: number
  /** Both absent until the first event: most of 100 000 sessions are never read in detail. */
  shown: readonly ShownStep[] | undefined
  live: Map<string, LiveStep> | undefined
}

/** One step type of a source, added up over its sessions. */
interface Aggregate {
  readonly id: number
  readonly type: string
  totalIn: number
  totalOut: number
  readonly state: { -readonly [Name in keyof Counters]: number }
}

export interface SourceRecord {
  readonly name: string
  readonly sessions: SessionRecord[]
  readonly aggregates: Map<string, Aggregate>
  /** As of its last fold: a purge takes the counters and leaves these (docs/regards-api/measured.md 7). */
  flags: number
  updatedAt: number | undefined
}

/** An acquisition chain; its label is the source of its sessions, and nothing makes labels unique (docs/regards-api/actions.md 3.2). */
export interface Chain {
  readonly id: number
  readonly label: string
  enabled: boolean
  locked: boolean
  deletionPending: boolean
  executionBlockers: readonly string[]
  readonly mode: 'AUTO' | 'MANUAL'
  activatedAt: number | undefined
}

/** A data source that rs-dam crawls into the catalogue; it belongs to no session (docs/regards-api/actions.md 3.9). */
export interface Crawl {
  readonly id: string
  readonly label: string
  /** The source of its products; absent: an external database. */
  readonly stepId?: 'oais' | 'feature'
  status: 'NEW' | 'STARTED' | 'FINISHED' | 'FINISHED_WITH_WARNINGS' | 'ERROR' | 'NOT_FINISHED' | 'INACTIVE'
  statusAt: number
  ingestedAt?: number
  plannedAt?: number
  /** Milliseconds. */
  duration?: number
  saved?: number
  inError?: number
  stackTrace?: string
}

const tallies = new WeakMap<StepRecipe, Tally>()

/** The figures of a recipe, without making its items; recipes are shared, so are the answers. */
export function tallyOf(recipe: StepRecipe): Tally {
  const known = tallies.get(recipe)
  if (known !== undefined) return known
  const tally = new Tally(recipe.stepId)
  for (const batch of recipe.batches) {
    const item = { ...batch, about: batch.about ?? '', files: batch.files ?? 1 }
    for (const [property, count] of contributions(item)) tally.add(property, count * batch.count)
  }
  for (const property of recipe.zeros ?? []) tally.add(property, 0)
  tallies.set(recipe, tally)
  return tally
}

/** What rs-admin shows of a session. */
export function shownSteps(record: SessionRecord): readonly ShownStep[] {
  if (record.shown !== undefined) return record.shown
  const updated = record.updatedAt ?? record.createdAt
  return record.recipe.map((recipe, place) => {
    // Steps end one after the other; the last one to report dates the session.
    const updatedAt = updated - place * 137_000
    return { stepId: recipe.stepId, tally: tallyOf(recipe), updatedAt, registeredAt: updatedAt + 5000 }
  })
}

/** The flags of docs/regards-api/sessions.md 1.4, as bits. */
export function flagsOf(states: Iterable<Readonly<Counters>>): number {
  let flags = 0
  for (const { errors, waiting, running } of states)
    flags |= (errors > 0 ? 1 : 0) | (waiting > 0 ? 2 : 0) | (running > 0 ? 4 : 0)
  return flags
}

/** Looks at the steps of a recipe without making an array: 100 000 sessions go through here at the start. */
export function recipeFlags(recipe: SessionRecipe): number {
  let flags = 0
  for (const step of recipe) flags |= flagsOf([tallyOf(step).state])
  return flags
}

/** Adds (or takes away, `sign` -1) a step's figures to the sums of its source. */
export function addToSource(source: SourceRecord, tally: Tally, sign: 1 | -1, nextId: () => number): void {
  const type = STEP_TYPES[tally.stepId] ?? 'ACQUISITION'
  let aggregate = source.aggregates.get(type)
  if (aggregate === undefined) {
    aggregate = { id: nextId(), type, totalIn: 0, totalOut: 0, state: { errors: 0, waiting: 0, running: 0 } }
    source.aggregates.set(type, aggregate)
  }
  aggregate.totalIn += sign * tally.inputRelated
  aggregate.totalOut += sign * tally.outputRelated
  for (const name of ['errors', 'waiting', 'running'] as const) aggregate.state[name] += sign * tally.state[name]
}

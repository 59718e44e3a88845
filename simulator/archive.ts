/** The data of one project: sources, sessions, chains, and the only way to change a work item. */
import type { SessionRef } from '@/domain/session'
import type { Item } from './items'
import { contributions } from './items'
import { hasStep, liveStep } from './live-steps'
import { Random } from './random'
import type { Chain, Crawl, Fate, LiveStep, SessionRecipe, SessionRecord, SourceRecord } from './records'
import { addToSource, recipeFlags, tallyOf } from './records'
import { Register } from './register'
import { Folding } from './snapshot'
import { newItem } from './step-items'
import { Storages } from './storages'
import type { Timeline } from './timeline'

interface NewSession extends SessionRef {
  readonly recipe: SessionRecipe
  readonly createdAt?: number
  /** Undefined: a session without a date in rs-admin. */
  readonly updatedAt?: number | undefined
  readonly fate?: Fate
}

export class Archive {
  readonly sources = new Map<string, SourceRecord>()
  readonly sessions: SessionRecord[] = []
  readonly chains: Chain[] = []
  readonly storages: Storages
  /** What rs-dam crawls, started or not. */
  readonly crawls: Crawl[] = []
  readonly timeline: Timeline
  readonly seed: string
  readonly random: Random
  /** Increases whenever a list may have changed. */
  version = 0
  /** The default outcome of relaunched work. */
  fate: Fate = 'mostly'
  readonly register = new Register()
  readonly #folding: Folding
  #lastId = 0

  constructor(timeline: Timeline, seed: string) {
    this.timeline = timeline
    this.seed = seed
    this.random = new Random(seed)
    this.storages = new Storages(this)
    this.#folding = new Folding(this)
  }

  get now(): number {
    return this.timeline.now
  }

  readonly nextId = (): number => ++this.#lastId

  source(name: string): SourceRecord {
    let source = this.sources.get(name)
    if (source === undefined) {
      source = { name, sessions: [], aggregates: new Map(), flags: 0, updatedAt: undefined }
      this.sources.set(name, source)
      this.version++
    }
    return source
  }

  /** An existing session: rs-admin already shows all of it. */
  addSession({ source: sourceName, name, recipe, ...rest }: NewSession): SessionRecord {
    const record = this.#newRecord(sourceName, name, recipe, rest)
    const source = this.source(sourceName)
    record.isListed = true
    record.flags = recipeFlags(recipe)
    this.storages.take(record)
    source.sessions.push(record)
    if (record.updatedAt !== undefined) source.updatedAt = Math.max(source.updatedAt ?? 0, record.updatedAt)
    for (const step of recipe) addToSource(source, tallyOf(step), 1, this.nextId)
    source.flags |= record.flags
    return record
  }

  /** A session not listed yet, or no longer: it is listed when its first events have been folded. */
  openSession(ref: SessionRef, fate?: Fate): SessionRecord {
    const forgotten = this.register.purged(ref)
    if (forgotten !== undefined) return forgotten
    const record = this.#newRecord(ref.source, ref.name, [], { fate: fate ?? this.fate, createdAt: this.now })
    record.shown = []
    record.live = new Map()
    return record
  }

  /** An empty step for work to come. */
  openStep(record: SessionRecord, stepId: string): void {
    this.#step(record, stepId)
  }

  addChain(label: string, settings: Partial<Omit<Chain, 'id' | 'label'>> = {}): Chain {
    const chain: Chain = {
      id: 100 + this.chains.length,
      label,
      enabled: true,
      locked: false,
      deletionPending: false,
      executionBlockers: [],
      mode: 'MANUAL',
      activatedAt: this.now - 7_200_000,
      ...settings,
    }
    this.chains.push(chain)
    return chain
  }

  /** The row appears: its creation date is later than its first events (docs/regards-api/measured.md 7). */
  readonly list = (record: SessionRecord): void => {
    if (record.isPurged) {
      record.id = this.nextId()
      this.register.add(record)
    }
    record.isListed = true
    record.createdAt = this.now
    this.source(record.source).sessions.push(record)
  }

  find({ source, name }: SessionRef): SessionRecord | undefined {
    return this.sources.get(source)?.sessions.find(record => record.name === name)
  }

  /** The work items of a step; made from its recipe the first time they are needed one by one. */
  items(record: SessionRecord, stepId: string): readonly Item[] {
    return hasStep(record, stepId) ? this.#step(record, stepId).items : []
  }

  /** A new work item, with its `INC` events. */
  addItem(record: SessionRecord, stepId: string, item: Pick<Item, 'kind' | 'status'> & Partial<Item>): Item {
    const step = this.#step(record, stepId)
    const made = newItem(step, this.now, item)
    if (stepId === 'storage') this.storages.move(record, undefined, made)
    step.items.push(made)
    for (const [property, count] of contributions(made)) step.tally.add(property, count)
    this.#changed(step)
    return made
  }

  /** Another status: `DEC` for the old counters, `INC` for the new ones, nothing for unchanged ones (docs/regards-api/sessions.md 5). */
  change(record: SessionRecord, stepId: string, item: Item, status: string, about = item.about): void {
    if (item.status === status && item.about === about) return
    const step = this.#step(record, stepId)
    const difference = new Map<string, number>()
    const collect = (sign: number) => {
      for (const [property, count] of contributions(item))
        difference.set(property, (difference.get(property) ?? 0) + sign * count)
    }
    collect(-1)
    if (stepId === 'storage') this.storages.move(record, item, { kind: item.kind, status })
    item.status = status
    item.about = about
    item.updatedAt = this.now
    collect(1)
    for (const [property, change] of difference) if (change !== 0) step.tally.add(property, change)
    this.#changed(step)
  }

  /** The one `VALUE` event there is: rs-dam forgets a step and everything it counted (docs/regards-api/sessions.md 5). */
  resetStep(record: SessionRecord, stepId: string): void {
    const step = this.#step(record, stepId)
    step.items.length = 0
    step.tally.reset()
    this.#changed(step)
  }

  /** Whether the next relaunched item of a session ends well. */
  drawFate(record: SessionRecord): boolean {
    if (record.fate === 'mostly') return this.random.chance(0.8)
    if (typeof record.fate === 'string') return record.fate === 'all'
    if (record.fate === 0) return false
    record.fate -= 1
    return true
  }

  /** Frees this many bytes in a storage location by raising its limit; it must have one. */
  makeRoom(storageName: string, bytes: number): void {
    const location = this.storages.find(storageName)
    if (location?.limit === undefined) throw new Error(`No limited storage ${storageName} in this world`)
    location.limit += bytes
  }

  #newRecord(
    source: string,
    name: string,
    recipe: SessionRecipe,
    { createdAt, updatedAt, fate }: Omit<NewSession, keyof SessionRef | 'recipe'>,
  ): SessionRecord {
    const id = this.nextId()
    const record: SessionRecord = {
      id,
      serial: id,
      source,
      name,
      createdAt: createdAt ?? this.now - 21_600_000,
      updatedAt,
      recipe,
      fate: fate ?? this.fate,
      isListed: false,
      isPurged: false,
      flags: 0,
      shown: undefined,
      live: undefined,
    }
    this.sessions.push(record)
    this.register.add(record)
    this.version++
    return record
  }

  #step(record: SessionRecord, stepId: string): LiveStep {
    return liveStep(record, stepId, this.now)
  }

  #changed(step: LiveStep): void {
    step.updatedAt = this.now
    this.#folding.note(step)
  }
}

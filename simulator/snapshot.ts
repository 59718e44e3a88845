/** Why rs-admin is late: each microservice folds its events every 5 s, then rs-admin folds the steps every 2 s (docs/regards-api/sessions.md 3). */
import type { LiveStep, SessionRecord, ShownStep, SourceRecord } from './records'
import { addToSource, flagsOf } from './records'
import type { Timeline } from './timeline'

const SERVICE_FOLDING = 5000
const ADMIN_FOLDING = 2000

/** What folding needs of the holdings it keeps up to date. */
interface Holdings {
  readonly timeline: Timeline
  readonly source: (name: string) => SourceRecord
  /** Gives a session its row. */
  readonly list: (record: SessionRecord) => void
  readonly nextId: () => number
  version: number
}

export class Folding {
  readonly #archive: Holdings
  /** Steps with events that their microservice has not folded yet. */
  readonly #eventful = new Set<LiveStep>()
  /** Steps that rs-admin has received and not folded yet. */
  readonly #received = new Set<LiveStep>()

  constructor(archive: Holdings) {
    this.#archive = archive
  }

  /** A step has new events: it will be seen, later. */
  note(step: LiveStep): void {
    if (this.#eventful.size === 0) this.#archive.timeline.atNextBeat(SERVICE_FOLDING, () => this.#foldInServices())
    this.#eventful.add(step)
  }

  #foldInServices(): void {
    const { timeline } = this.#archive
    if (this.#received.size === 0) timeline.atNextBeat(ADMIN_FOLDING, () => this.#foldInAdmin())
    for (const step of this.#eventful) {
      const { stepId, tally, updatedAt } = step
      step.reported = { stepId, tally: tally.copy(), updatedAt, registeredAt: timeline.now + 150 }
      this.#received.add(step)
    }
    this.#eventful.clear()
  }

  #foldInAdmin(): void {
    for (const step of this.#received) if (step.reported !== undefined) this.#show(step.record, step.reported)
    this.#received.clear()
    this.#archive.version++
  }

  #show(record: SessionRecord, step: ShownStep): void {
    const source = this.#archive.source(record.source)
    if (!record.isListed) this.#archive.list(record)
    const shown = record.shown ?? []
    const before = shown.find(({ stepId }) => stepId === step.stepId)
    if (before !== undefined) addToSource(source, before.tally, -1, this.#archive.nextId)
    addToSource(source, step.tally, 1, this.#archive.nextId)
    record.shown = before === undefined ? [...shown, step] : shown.map(other => (other === before ? step : other))
    record.flags = flagsOf(record.shown.map(({ tally }) => tally.state))
    record.updatedAt = Math.max(record.updatedAt ?? 0, step.updatedAt)
    source.flags = flagsOf([...source.aggregates.values()].map(({ state }) => state))
    source.updatedAt = Math.max(source.updatedAt ?? 0, step.updatedAt)
  }
}

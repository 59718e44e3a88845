/** What each storage space holds: counted from the storage steps of all sessions, and kept up with every change. */
import type { Item, ItemKind } from './items'
import { hash } from './random'
import type { SessionRecord } from './records'
import type { StorageLocation } from './storage-locations'
import { COPIES, ELSEWHERE, USUAL, usualLocations } from './storage-locations'
import type { Timeline } from './timeline'

/** A storage is measured so often (docs/regards-api/actions.md 3.8); what it does and what failed is known at once. */
const MONITORING = 600_000

interface Holdings {
  readonly sessions: readonly SessionRecord[]
  readonly timeline: Timeline
}

interface Holding {
  files: number
  /** Stored ones only: a referenced file takes no room. */
  bytes: number
}

interface Ledger extends Holding {
  /** File requests by kind and status. */
  readonly requests: Map<string, number>
}

type Counted = Pick<Item, 'kind' | 'status'>

export class Storages {
  readonly locations = usualLocations()
  readonly #holdings: Holdings
  /** By source. */
  readonly #homes = new Map<string, string>()
  /** Absent until requested: most test worlds never need it. */
  #ledgers: Map<string, Ledger> | undefined
  #monitored = new Map<string, Holding>()
  #isMonitoringDue = false

  constructor(holdings: Holdings) {
    this.#holdings = holdings
  }

  /** Another storage space; it must not exist yet. */
  open(location: StorageLocation): void {
    this.locations.push(location)
  }

  find(name: string): StorageLocation | undefined {
    return this.locations.find(location => location.name === name)
  }

  /** Gives a storage space a limit of which it uses such a share: 1 is full to the last byte. */
  limit(name: string, share: number): void {
    const location = this.find(name)
    if (location === undefined) throw new Error(`No storage ${name} in this world`)
    location.limit = Math.ceil(this.held(name).bytes / share / 1024) * 1024
    location.firstLimit = location.limit
  }

  /** From now on, and before that, files of these sources are kept there. */
  keep(name: string, sources: readonly string[]): void {
    for (const source of sources) this.#homes.set(source, name)
    this.#ledgers = undefined
  }

  /** Where a file of a source is, by what was asked for it. */
  homeOf(source: string, kind: ItemKind): string {
    if (kind === 'REFERENCE') return ELSEWHERE
    return kind === 'COPY' ? COPIES : (this.#homes.get(source) ?? USUAL)
  }

  /** Whether one more file of this source fits. */
  hasRoom(source: string): boolean {
    const location = this.find(this.homeOf(source, 'STORAGE'))
    if (location?.limit === undefined || location.limit === 0) return true
    return this.held(location.name).bytes + fileBytes(source) <= location.limit
  }

  /** What is there now; `monitored` is what rs-storage says of it. */
  held(name: string): Holding {
    return this.#ledgerOf(name)
  }

  /** As of the last measurement, at most ten minutes ago. */
  monitored(name: string): Holding {
    this.#open()
    return this.#monitored.get(name) ?? { files: 0, bytes: 0 }
  }

  /** Measures all of them now. */
  monitor(): void {
    this.#monitored = new Map([...this.#open()].map(([name, { files, bytes }]) => [name, { files, bytes }] as const))
  }

  requests(name: string, kind: ItemKind, status: string): number {
    return this.#ledgerOf(name).requests.get(`${kind} ${status}`) ?? 0
  }

  /** A file request of a session changes from one status to another; undefined: it was, or is, none. */
  move({ source }: SessionRecord, before: Counted | undefined, after: Counted | undefined): void {
    if (before !== undefined) this.#count(source, before, -1)
    if (after !== undefined) this.#count(source, after, 1)
    if (this.#isMonitoringDue) return
    this.#isMonitoringDue = true
    this.#holdings.timeline.atNextBeat(MONITORING, () => {
      this.#isMonitoringDue = false
      this.monitor()
    })
  }

  /** Everything a session holds comes with it. */
  take(record: SessionRecord): void {
    if (this.#ledgers !== undefined) this.#countAll(record)
  }

  /** Opens the books: counts every session once. */
  #open(): Map<string, Ledger> {
    if (this.#ledgers !== undefined) return this.#ledgers
    const ledgers = new Map<string, Ledger>()
    this.#ledgers = ledgers
    for (const { name, passing = { files: 0, bytes: 0 } } of this.locations)
      ledgers.set(name, { ...passing, requests: new Map() })
    for (const record of this.#holdings.sessions) this.#countAll(record)
    this.monitor()
    return ledgers
  }

  #ledgerOf(name: string): Ledger {
    const ledgers = this.#open()
    let ledger = ledgers.get(name)
    if (ledger === undefined) {
      ledger = { files: 0, bytes: 0, requests: new Map() }
      ledgers.set(name, ledger)
    }
    return ledger
  }

  /** A step whose items were not read yet is counted line by line, so that 100 000 sessions take a moment. */
  #countAll({ source, live, recipe }: SessionRecord): void {
    const items = live?.get('storage')?.items
    if (items !== undefined) for (const item of items) this.#count(source, item, 1)
    else
      for (const { stepId, batches } of recipe)
        if (stepId === 'storage') for (const batch of batches) this.#count(source, batch, batch.count)
  }

  #count(source: string, { kind, status }: Counted, change: number): void {
    const ledger = this.#ledgerOf(this.homeOf(source, kind))
    const key = `${kind} ${status}`
    ledger.requests.set(key, (ledger.requests.get(key) ?? 0) + change)
    if (status !== 'SUCCESS' || (kind !== 'STORAGE' && kind !== 'REFERENCE')) return
    ledger.files += change
    if (kind === 'STORAGE') ledger.bytes += change * fileBytes(source)
  }
}

/** Files of one source are all of one size, some megabytes to a quarter of a gigabyte. */
const fileBytes = (source: string): number => 1_048_576 + (hash(source) % 250_000_000)

/** Which sessions there are: by the id of their row, by the number of their items, and those that were purged. */
import type { SessionRef } from '@/domain/session'
import type { SessionRecord } from './records'

export class Register {
  readonly #byId = new Map<number, SessionRecord>()
  /** Sessions that were purged once: the services still hold their items. */
  readonly #purged: SessionRecord[] = []

  add(record: SessionRecord): void {
    this.#byId.set(record.id, record)
  }

  /** The row is deleted, its content is not. */
  purge(record: SessionRecord): void {
    this.#byId.delete(record.id)
    if (!record.isPurged) this.#purged.push(record)
  }

  /** The row rs-admin shows under this id. */
  byId(id: number): SessionRecord | undefined {
    const record = this.#byId.get(id)
    return record?.isListed === true ? record : undefined
  }

  /** The session whose items have this number, listed or not. */
  bySerial(serial: number): SessionRecord | undefined {
    const record = this.#byId.get(serial)
    return record?.serial === serial ? record : this.#purged.find(purged => purged.serial === serial)
  }

  /** A session of these names that is purged in rs-admin. */
  purged(ref: SessionRef): SessionRecord | undefined {
    return this.#purged.find(({ source, name }) => source === ref.source && name === ref.name)
  }
}

/** A sorted list of the server, read at single places: it must not change meanwhile. */
import { ServiceError } from '@/domain/service-error'
import type { Page } from '@/domain/session'
import { isUnreadable } from '@/domain/session'

/** One page of a list, as a service gives it. */
export type AskPage<R> = (page: number, size: number) => Promise<Page<R>>

/** Rows changed places between two requests: the first answer is no longer valid. */
class RowsMoved extends Error {}

export const isRowsMoved = (error: unknown): boolean => error instanceof RowsMoved

/** Thrown when rows have moved. */
export const rowsMoved = (): Error => new RowsMoved()

/**
 * Runs a read that needs an unchanged list; once more when the list changed.
 * @throws ServiceError `unreadable` when it changed again: a deletion must not guess
 */
export async function holdingStill<T>(service: string, work: () => Promise<T>): Promise<T> {
  for (const isLast of [false, true]) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof RowsMoved)) throw error
      if (isLast) break
    }
  }
  throw new ServiceError({ service, reason: 'unreadable', carriedToken: true })
}

/** The rows of a list read so far, by their places. */
export class SortedRows<R extends object> {
  /** Questions sent so far. */
  questions = 0
  readonly #service: string
  readonly #ask: AskPage<R>
  readonly #known = new Map<number, R>()
  #total: number | undefined

  constructor(service: string, ask: AskPage<R>) {
    this.#service = service
    this.#ask = ask
  }

  /** How many rows the list has. */
  async total(): Promise<number> {
    if (this.#total === undefined) await this.page(0, 1)
    return this.#total ?? 0
  }

  /** Rows looked at so far. */
  known(): Iterable<readonly [place: number, row: R]> {
    return this.#known
  }

  /** The row at this place of the list; reads the page of this size around it when it is not known yet. */
  async at(place: number, size: number): Promise<R> {
    if (!this.#known.has(place)) await this.page(Math.floor(place / size), size)
    const row = this.#known.get(place)
    if (row === undefined) throw rowsMoved()
    return row
  }

  /** Every row was read: no further request is needed. */
  get isWhole(): boolean {
    return this.#known.size === this.#total
  }

  /**
   * Looks at a page.
   * @throws ServiceError also for a row that cannot be read: it might belong to another session
   */
  async page(page: number, size: number): Promise<readonly R[]> {
    this.questions++
    const { entries, total } = await this.#ask(page, size)
    const rows = entries.map(entry => {
      if (isUnreadable(entry)) {
        throw new ServiceError({ service: this.#service, reason: 'unreadable', carriedToken: true })
      }
      return entry
    })
    this.#total ??= total
    const due = Math.max(0, Math.min(size, total - page * size))
    // With an unexpected number of rows, their places are unknown.
    if (total !== this.#total || rows.length !== due) throw rowsMoved()
    for (const [n, row] of rows.entries()) this.#known.set(page * size + n, row)
    return rows
  }
}

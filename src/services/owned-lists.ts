/** The two lists that also hold rows of similar names, and the places of the rows of exactly one session (docs/regards-api/measured.md 1.3). */
import type { PairCount, Reach } from '@/domain/deletion-reach'
import { mostFirst } from '@/domain/deletion-reach'
import { ServiceError } from '@/domain/service-error'
import type { SessionRef } from '@/domain/session'
import { sessionKey } from '@/domain/session'
import type { OwnedRow } from './own-rows'
import { SIZE } from './record-page'
import { groupsOf } from './row-groups'
import type { OwnedProduct } from './rs-ingest'
import { findOwnedProducts } from './rs-ingest'
import type { OwnedRequest } from './rs-worker-manager'
import { findOwnedRequests } from './rs-worker-manager'
import { isOf } from './session-names'
import type { AskPage } from './sorted-rows'
import { SortedRows, holdingStill, isRowsMoved, rowsMoved } from './sorted-rows'

/** A list the server fills by substrings of a session's names. */
export interface OwnedList<R extends OwnedRow> {
  readonly service: string
  readonly pageSize: number
  /** By source, session, id. */
  readonly bySession: (ref: SessionRef, signal?: AbortSignal) => AskPage<R>
  /** By id, for a service that may not sort by names; absent where that was measured. */
  readonly byId?: (ref: SessionRef, signal?: AbortSignal) => AskPage<R>
  readonly identityOf: (row: R) => string | number
}

/** Products carry a whole document each. */
export const PRODUCTS: OwnedList<OwnedProduct> = {
  service: 'rs-ingest',
  pageSize: SIZE.heavy,
  bySession: (ref, signal) => (page, size) => findOwnedProducts(ref, page, size, signal),
  identityOf: ({ aipId }) => aipId,
}

export const REQUESTS: OwnedList<OwnedRequest> = {
  service: 'rs-worker-manager',
  pageSize: 1000,
  bySession: (ref, signal) => (page, size) => findOwnedRequests(ref, page, size, 'bySession', signal),
  byId: (ref, signal) => (page, size) => findOwnedRequests(ref, page, size, 'byId', signal),
  identityOf: ({ id }) => id,
}

/** The maximum number of pages read from a list that cannot be sorted. */
const MOST_PAGES = 20

/** Called after each page with the rows read so far; returns false to end the reading. */
export type OnRead = (done: number, total: number) => boolean

/** Reads the list sorted, or, where the server cannot sort so (docs/regards-api/README.md 5: a fault of its own), without. */
async function inOrderOr<R extends OwnedRow, T>(
  list: OwnedList<R>,
  inOrder: () => Promise<T>,
  inNone: (byId: NonNullable<OwnedList<R>['byId']>) => Promise<T>,
): Promise<T> {
  try {
    return await holdingStill(list.service, inOrder)
  } catch (error) {
    const { byId } = list
    if (byId === undefined || !(error instanceof ServiceError) || error.status !== 500) throw error
    return holdingStill(list.service, () => inNone(byId))
  }
}

/** The rows from one place to another, page after page; undefined when the reading was ended. */
async function read<R extends object>(
  rows: SortedRows<R>,
  size: number,
  { start, end }: { readonly start: number; readonly end: number },
  onRead: OnRead = () => true,
): Promise<readonly R[] | undefined> {
  const found: R[] = []
  for (let page = Math.floor(start / size); page * size < end; page++) {
    const first = page * size
    const some = await rows.page(page, size)
    found.push(...some.slice(Math.max(0, start - first), end - first))
    if (!onRead(found.length, end - start)) return undefined
  }
  return found
}

/** By reading; the own ones are not known when the list is longer than what is read. */
async function countByReading<R extends OwnedRow>(rows: SortedRows<R>, size: number, ref: SessionRef): Promise<Reach> {
  const total = await rows.total()
  const end = Math.min(total, size * MOST_PAGES)
  const pairs = new Map<string, PairCount>()
  for (const { source, session: name } of (await read(rows, size, { start: 0, end })) ?? []) {
    const one = { source, name }
    pairs.set(sessionKey(one), { ref: one, count: (pairs.get(sessionKey(one))?.count ?? 0) + 1 })
  }
  const own = pairs.get(sessionKey(ref))?.count ?? 0
  pairs.delete(sessionKey(ref))
  const isCut = end < total
  return { own: isCut ? undefined : own, others: mostFirst([...pairs.values()]), othersTotal: end - own, isCut }
}

/**
 * The sessions of the rows that the server finds for this session.
 * @throws ServiceError also for an unreadable row, and for a list that keeps changing
 */
export function reachIn<R extends OwnedRow>(list: OwnedList<R>, ref: SessionRef, signal?: AbortSignal): Promise<Reach> {
  const inOrder = async (): Promise<Reach> => {
    const rows = new SortedRows(list.service, list.bySession(ref, signal))
    const { total, own, others, isCut } = await groupsOf(rows, ref, list.pageSize)
    const named = others.reduce((sum, { count }) => sum + count, 0)
    return {
      ...{ own: own?.count, others: mostFirst(others), isCut },
      othersTotal: own === undefined ? named : total - own.count,
    }
  }
  return inOrderOr(list, inOrder, byId =>
    countByReading(new SortedRows(list.service, byId(ref, signal)), list.pageSize, ref),
  )
}

/**
 * The rows of exactly this session, each once.
 * @returns undefined when the reading was ended by `onRead`
 * @throws ServiceError also for an unreadable row, for a list that keeps changing, and `tooLarge` for one
 * in which the session's own rows are not found
 */
export function ownRowsIn<R extends OwnedRow>(
  list: OwnedList<R>,
  ref: SessionRef,
  onRead?: OnRead,
  signal?: AbortSignal,
): Promise<readonly R[] | undefined> {
  const tooLarge = () => new ServiceError({ service: list.service, reason: 'tooLarge', carriedToken: true })
  const eachOnce = (own: readonly R[]) => {
    if (new Set(own.map(list.identityOf)).size !== own.length) throw rowsMoved()
    return own
  }
  /** The places of its rows now, and rows read before, which come first. */
  const readOn = async (before: readonly R[]): Promise<readonly R[] | undefined> => {
    const rows = new SortedRows(list.service, list.bySession(ref, signal))
    const { own } = await groupsOf(rows, ref, list.pageSize, true)
    if (own === undefined) throw tooLarge()
    const found = [...before]
    const end = own.start + own.count
    try {
      for (let start = own.start + found.length; start < end; start = own.start + found.length) {
        const page = Math.floor(start / list.pageSize)
        const first = page * list.pageSize
        const some = (await rows.page(page, list.pageSize)).slice(start - first, end - first)
        if (some.some(row => !isOf(row, ref))) throw rowsMoved()
        found.push(...some)
        if (onRead?.(found.length, own.count) === false) return undefined
      }
    } catch (error) {
      // Rows of others were added or removed before its own: its own rows are unchanged.
      if (isRowsMoved(error) && found.length > before.length) return readOn(found)
      throw error
    }
    if (found.length !== own.count) throw rowsMoved()
    return eachOnce(found)
  }
  const inOrder = () => readOn([])
  return inOrderOr(list, inOrder, async byId => {
    const rows = new SortedRows(list.service, byId(ref, signal))
    const total = await rows.total()
    if (total > list.pageSize * MOST_PAGES) throw tooLarge()
    const found = await read(rows, list.pageSize, { start: 0, end: total }, onRead)
    return found && eachOnce(found.filter(row => isOf(row, ref)))
  })
}

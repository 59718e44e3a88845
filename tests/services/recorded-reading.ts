/** What the tests of recorded answers read with: rows that can all be read, and the words of a refusal. */
import { expect } from 'vitest'
import type { RecordListId, RecordListParams, RecordRows } from '@/domain/record-list'
import type { ServiceError } from '@/domain/service-error'
import type { Page, Unreadable } from '@/domain/session'
import { isUnreadable } from '@/domain/session'
import { findRecords } from '@/services/record-lists'
import * as admin from '@/services/rs-admin'
import { failureOf } from './with-gateway'
export const ORBIT = { source: 'orbit-1', name: 'day-1' }
/** A product of exactly that session, as listed. */
export const PRODUCT = {
  aipId: 'URN:AIP:DATA:demo:00000000-0000-0000-0000-000000000000:V1',
  source: 'orbit-1',
  session: 'day-1',
}
export const of = (source: string, name: string) => ({ source, name })

export function readable<T extends object>({ entries }: Page<T>): readonly T[] {
  expect(entries.filter((entry: T | Unreadable) => isUnreadable(entry))).toEqual([])
  return entries.filter((entry): entry is T => !isUnreadable(entry))
}

export const names = async <T extends { readonly name: string }>(page: Promise<Page<T>>) => {
  const found = await page
  return { names: readable(found).map(({ name }) => name), total: found.total }
}
export const sources = (question: Parameters<typeof admin.findSources>[0]) => names(admin.findSources(question, 0))
export const ofOrbit = (question: Parameters<typeof admin.findSessions>[0] = {}, page = 0) =>
  names(admin.findSessions({ source: 'orbit-1', ...question }, page))

export async function list<L extends RecordListId>(id: L, more: Partial<RecordListParams> = {}) {
  const page = await findRecords(id, { ref: ORBIT, direction: 'asc', ...more }, 0)
  return { rows: readable<RecordRows[L]>(page), received: page.received, total: page.total }
}
export const keysOf = async (id: RecordListId, more: Partial<RecordListParams> = {}) => {
  const { rows, received, total } = await list(id, more)
  return [rows.map(({ key }) => Number(key)), received, total]
}
export const refusal = async (call: Promise<unknown>): Promise<Partial<ServiceError>> => {
  const { status, messages, detail, isNotFound, isForbidden } = await failureOf(call)
  return { status, messages, detail, isNotFound, isForbidden }
}
export const says = (status: number, ...messages: readonly unknown[]) => ({ status, messages, detail: undefined })
export const DENIED = { ...says(403, 'Access is denied'), isForbidden: true }
export const UNEXPECTED = expect.stringMatching(/^An unexpected error occurred.* Cause: \w+, message: ./) as unknown
export const MODEL = 'The model M has no attribute cloudCover\nsecond line of the cause'
export const CHECKSUM = (n: number) =>
  `The checksum of file prod-${n}.dat differs from the one announced\nsecond line of the cause`

export type Reader = () => Promise<void> | void

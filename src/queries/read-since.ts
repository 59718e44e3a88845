/** Reads sessions from the one that was updated last, and stops where the time that is asked for ends. */
import type { SeenMark, Updated } from '@/domain/changes'
import { comparedFrom } from '@/domain/changes'
import type { SessionListParams } from '@/domain/list-params'
import { LOOKED_THROUGH } from '@/domain/list-params'
import type { Session, Unreadable } from '@/domain/session'
import { isUnreadable } from '@/domain/session'
import { findSessions } from '@/services/rs-admin'

/** Rows of one page. */
const SINCE_PAGE = 200

interface SinceReading {
  /** Each once, the latest first; those without a date, which REGARDS gives first, with them. */
  readonly entries: readonly (Session | Unreadable)[]
  /** Sessions that match the question, whatever their dates. */
  readonly total: number
  /** The limit was reached before the end. */
  readonly isCut: boolean
}

/**
 * @param from the oldest date asked for, in milliseconds; undefined for all
 * @param most rows read at most
 */
export async function readSince(
  question: Omit<SessionListParams, 'sort'>,
  from: number | undefined,
  most: number,
  signal?: AbortSignal,
): Promise<SinceReading> {
  const entries: (Session | Unreadable)[] = []
  const ids = new Set<number>()
  let read = 0
  for (let page = 0; ; page++) {
    const answer = await findSessions(question, page, signal, SINCE_PAGE)
    for (const entry of answer.entries) {
      if (isUnreadable(entry)) {
        entries.push(entry)
        continue
      }
      const { id, lastUpdateDate } = entry
      const isBefore = from !== undefined && lastUpdateDate !== undefined && Date.parse(lastUpdateDate) < from
      if (isBefore) return { entries, total: answer.total, isCut: false }
      // A row that was updated meanwhile pushed others to the next page.
      if (!ids.has(id)) entries.push(entry)
      ids.add(id)
    }
    read += answer.entries.length
    if (answer.entries.length === 0 || read >= answer.total) return { entries, total: answer.total, isCut: false }
    if (read >= most) return { entries, total: answer.total, isCut: true }
  }
}

export const readable = (entries: readonly (Session | Unreadable)[]): readonly Session[] =>
  entries.flatMap(entry => (isUnreadable(entry) ? [] : [entry]))

/** Sessions that may have changed since a mark, up to 1,000. */
export async function readUpdated(
  question: Omit<SessionListParams, 'sort'>,
  mark: SeenMark,
  signal?: AbortSignal,
): Promise<Updated> {
  const { entries, total, isCut } = await readSince(question, comparedFrom(mark), LOOKED_THROUGH, signal)
  return { rows: readable(entries), total, isCut }
}

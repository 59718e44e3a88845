/** Reads sessions from the one that was updated last, and stops where the time that is asked for ends. */
import type { SeenMark, Updated } from '@/domain/changes'
import { comparedFrom } from '@/domain/changes'
import type { SessionListParams } from '@/domain/list-params'
import { LOOKED_THROUGH } from '@/domain/list-params'
import type { Page, Session, Unreadable } from '@/domain/session'
import { isUnreadable } from '@/domain/session'
import { inTheirOrder, sessionRules } from '@/domain/union'
import { findSessions } from '@/services/rs-admin'

/** Rows of one page. */
const SINCE_PAGE = 200
/** Pages read again at most because rows moved. */
const MOST_AGAIN = 4

type Question = Omit<SessionListParams, 'sort'>
type Entry = Session | Unreadable

interface SinceReading {
  /** Each once, the latest first; those without a date, which REGARDS gives first, with them. */
  readonly entries: readonly Entry[]
  /** Sessions that match the question, whatever their dates. */
  readonly total: number
  /** The limit was reached before the end. */
  readonly isCut: boolean
  /** Rows moved faster than they could be read: some may be missing. */
  readonly isMoved: boolean
}

const timeOf = ({ lastUpdateDate }: Session) => Date.parse(lastUpdateDate ?? '')

/** What was read so far: each session as it was last seen. */
interface Found {
  readonly sessions: Map<number, Session>
  readonly unreadable: Unreadable[]
  /** In the order of the answers, while no page is read again. */
  readonly inOrder: Entry[]
}

/** @returns whether a row had been there before, and whether one was that is the same still */
function take(
  { sessions }: Found,
  rows: readonly Session[],
): { readonly isRepeated: boolean; readonly isMet: boolean } {
  let [isRepeated, isMet] = [false, false]
  for (const row of rows) {
    const before = sessions.get(row.id)
    if (before !== undefined) isRepeated = true
    // Rows without a date are always at the top: they tell nothing.
    if (before !== undefined && row.lastUpdateDate !== undefined && timeOf(before) === timeOf(row)) isMet = true
    sessions.set(row.id, row)
  }
  return { isRepeated, isMet }
}

/** A session that would be on the first pages by its date, and is not, is gone. */
function leaveOutGone({ sessions }: Found, top: readonly Session[]): void {
  const there = new Set(top.map(({ id }) => id))
  const oldest = top.reduce(
    (least, row) => (Number.isNaN(timeOf(row)) ? least : Math.min(least, timeOf(row))),
    Infinity,
  )
  for (const [id, row] of sessions) if (!there.has(id) && timeOf(row) > oldest) sessions.delete(id)
}

/**
 * Rows that moved are at the top: it is read again down to where it was known, and so is a page that lost rows to the
 * one before.
 * @param shrunk pages that others had gone from when the next one was read
 * @returns the sessions there are, and whether some may be missing all the same
 */
async function readAgain(
  found: Found,
  ask: (page: number) => Promise<Page<Session>>,
  shrunk: readonly number[],
  { total, isEnd }: { readonly total: number; readonly isEnd: boolean },
): Promise<{ readonly total: number; readonly isMoved: boolean }> {
  let latest = total
  let left = MOST_AGAIN
  const again = async (page: number) => {
    const answer = await ask(page)
    left--
    latest = answer.total
    const rows = readable(answer.entries)
    return { rows, isShort: answer.entries.length < SINCE_PAGE, ...take(found, rows) }
  }
  const isMissing = () => isEnd && found.sessions.size + found.unreadable.length < latest
  for (const page of shrunk) if (left > 1) await again(page)
  let isSettled = false
  while (left > 0 && !isSettled) {
    const top: Session[] = []
    let isKnown = false
    for (let page = 0; left > 0 && !isKnown; page++) {
      const { rows, isMet, isShort } = await again(page)
      top.push(...rows)
      isKnown = isMet || isShort
    }
    if (isKnown) leaveOutGone(found, top)
    isSettled = isKnown && !isMissing()
  }
  return { total: latest, isMoved: !isSettled || shrunk.length >= MOST_AGAIN }
}

/**
 * @param from the oldest date asked for, in milliseconds; undefined for all
 * @param most rows read at most
 */
export async function readSince(
  question: Question,
  from: number | undefined,
  most: number,
  signal?: AbortSignal,
): Promise<SinceReading> {
  const found: Found = { sessions: new Map(), unreadable: [], inOrder: [] }
  const ask = (page: number) => findSessions(question, page, signal, SINCE_PAGE)
  const isBefore = (entry: Entry) => !isUnreadable(entry) && from !== undefined && timeOf(entry) < from
  const shrunk: number[] = []
  let [read, page, hasMoved] = [0, 0, false]
  let before: number | undefined
  for (; ; page++) {
    const { entries, total } = await ask(page)
    if (before !== undefined && total !== before) hasMoved = true
    if (before !== undefined && total < before) shrunk.push(page - 1)
    before = total
    const end = entries.findIndex(isBefore)
    const rows = end === -1 ? entries : entries.slice(0, end)
    found.inOrder.push(...rows)
    found.unreadable.push(...rows.filter(isUnreadable))
    if (take(found, readable(rows)).isRepeated) hasMoved = true
    read += entries.length
    const isEnd = end === -1 && (entries.length === 0 || read >= total)
    const isCut = end === -1 && !isEnd && read >= most
    if (end === -1 && !isEnd && !isCut) continue
    if (isEnd && found.sessions.size + found.unreadable.length < total) hasMoved = true
    if (!hasMoved) return { entries: found.inOrder, total, isCut, isMoved: false }
    const moved = await readAgain(found, ask, shrunk, { total, isEnd })
    // Rows that were read again stand elsewhere now; one page may have held some that are older.
    const all = [...found.unreadable, ...found.sessions.values()].filter(entry => !isBefore(entry))
    const sorted = inTheirOrder(all, [], sessionRules()).entries
    return { ...moved, entries: sorted.slice(0, most), isCut: isCut || sorted.length > most }
  }
}

export const readable = (entries: readonly Entry[]): readonly Session[] =>
  entries.flatMap(entry => (isUnreadable(entry) ? [] : [entry]))

/** Sessions that may have changed since a mark, up to 1,000. */
export async function readUpdated(question: Question, mark: SeenMark, signal?: AbortSignal): Promise<Updated> {
  const { entries, total, isCut, isMoved } = await readSince(question, comparedFrom(mark), LOOKED_THROUGH, signal)
  return { rows: readable(entries), total, isCut, isMoved }
}

/** Reads sources or sessions to their end for a file: with the filters and the order of the list, by the rules of all files. */
import type { CsvRow, ListColumn } from '@/domain/list-csv'
import { SESSION_CSV, SOURCE_CSV, orderedRows, readingOrder } from '@/domain/list-csv'
import type { SessionListParams, SessionListQuestion, SourceListParams, SourceListQuestion } from '@/domain/list-params'
import type { RecordPage } from '@/domain/record-list'
import type { Looked, Page, Session, Source } from '@/domain/session'
import { isUnreadable } from '@/domain/session'
import { findSessions, findSources } from '@/services/rs-admin'
import { sessionsInStates, sourcesInStates } from './union'
import type { AskPage, WholeReading } from './whole-reading'
import { readWholeList } from './whole-reading'

/** Which list, and what it is asked. */
export type ListQuestion =
  | { readonly kind: 'sources'; readonly question: SourceListQuestion }
  | { readonly kind: 'sessions'; readonly question: SessionListQuestion }

/** Rows of the first page. */
const FIRST_SIZE = 500
/** A session brings all its counters: with more of them, an answer could pass what is read of one (services/body.ts). */
const LARGEST_SIZE = 1000

/** A page as a file needs it: of each row its cells are kept, and nothing else. */
function fileRows<T extends Source | Session>(
  { entries, total }: Page<T>,
  columns: readonly ListColumn<T>[],
  keyOf: (row: T) => string,
  rankOf: (row: T) => CsvRow['rank'],
): RecordPage<CsvRow> {
  const rows = entries.map(entry =>
    isUnreadable(entry)
      ? entry
      : { key: keyOf(entry), cells: columns.map(({ value }) => value(entry)), rank: rankOf(entry) },
  )
  const keyAt = (place: number) => {
    const row = rows.at(place)
    return row === undefined || isUnreadable(row) ? undefined : row.key
  }
  const ends = [{ first: keyAt(0), last: keyAt(-1), count: rows.length }]
  return { entries: rows, total, received: rows.length, ends }
}

const dateRank = ({ lastUpdateDate }: Source | Session) =>
  lastUpdateDate === undefined ? undefined : Date.parse(lastUpdateDate)

const sizeOf = (size: number = FIRST_SIZE) => Math.min(size, LARGEST_SIZE)

function sourcesReading(question: SourceListParams) {
  const { server, afterwards } = readingOrder(question.sort)
  const rankOf = (source: Source) => {
    if (afterwards === undefined) return undefined
    return afterwards.property === 'nbSessions' ? source.sessionCount : dateRank(source)
  }
  const asked = { ...question, sort: server ?? { property: 'name', direction: 'asc' } } as const
  const ask: AskPage<CsvRow> = async (page, signal, size) =>
    fileRows(await findSources(asked, page, signal, sizeOf(size)), SOURCE_CSV, ({ name }) => name, rankOf)
  return { ask, afterwards }
}

function sessionsReading(question: SessionListParams) {
  const { server, afterwards } = readingOrder(question.sort)
  const rankOf = (session: Session) => (afterwards === undefined ? undefined : dateRank(session))
  const asked = { ...question, sort: server ?? { property: 'id', direction: 'asc' } } as const
  const ask: AskPage<CsvRow> = async (page, signal, size) =>
    fileRows(await findSessions(asked, page, signal, sizeOf(size)), SESSION_CSV, ({ id }) => String(id), rankOf)
  return { ask, afterwards }
}

/** A list read from its beginning to its end; `isPartial`: it was read for filters that REGARDS does not know, up to a limit. */
export type ListReading = WholeReading<CsvRow> & { readonly isPartial?: boolean; readonly looked?: Looked }

/** It is the beginning of the list; what else there is to say is in `looked`. */
const isPartly = ({ isCut, looked }: Page<object>) =>
  (isCut === true && looked?.ofRange === undefined) || looked?.read !== undefined

/** Several states are one page, in the order of the list, or the beginning of it (domain/union.ts). */
function unionReading<T extends Source | Session>(page: Page<T>, rows: RecordPage<CsvRow>): ListReading {
  const read = rows.entries.flatMap(entry => (isUnreadable(entry) ? [] : [entry]))
  return {
    rows: read,
    unreadable: rows.entries.length - read.length,
    received: rows.received,
    total: page.total,
    moved: 0,
    isCut: false,
    isPartial: isPartly(page),
    ...(page.looked && { looked: page.looked }),
  }
}

async function readUnion(list: ListQuestion, signal: AbortSignal): Promise<ListReading | undefined> {
  if (list.kind === 'sources') {
    const { state, ...others } = list.question
    if (typeof state !== 'object') return undefined
    const page = await sourcesInStates({ ...others, state }, signal)
    return unionReading(
      page,
      fileRows(
        page,
        SOURCE_CSV,
        ({ name }) => name,
        () => undefined,
      ),
    )
  }
  const { state, ...others } = list.question
  if (typeof state !== 'object') return undefined
  const page = await sessionsInStates({ ...others, state }, signal)
  return unionReading(
    page,
    fileRows(
      page,
      SESSION_CSV,
      ({ id }) => String(id),
      () => undefined,
    ),
  )
}

function pagesReading(list: ListQuestion) {
  const { state, ...others } = list.question
  const question = typeof state === 'string' ? { ...others, state } : others
  return list.kind === 'sources'
    ? sourcesReading(question as SourceListParams)
    : sessionsReading(question as SessionListParams)
}

/**
 * Reads the list to its end, or to 100,000 rows; a list in several states up to 2,000.
 * @throws ServiceError, or what the signal was aborted with
 */
export async function readList(
  list: ListQuestion,
  signal: AbortSignal,
  onProgress: (received: number, total: number) => void,
): Promise<ListReading> {
  const union = await readUnion(list, signal)
  if (union !== undefined) return union
  const { ask, afterwards } = pagesReading(list)
  const whole = await readWholeList(ask, signal, onProgress)
  return afterwards === undefined ? whole : { ...whole, rows: orderedRows(whole.rows, afterwards.direction) }
}

/** Reads the errors of two sessions and groups them by cause: only when asked to, a part of long lists, two lists at a time. */
import { queryOptions } from '@tanstack/react-query'
import { groupByCause } from '@/domain/causes'
import type { ReadCauses } from '@/domain/comparison'
import type { ErrorList } from '@/domain/error-lists'
import { errorLists } from '@/domain/error-lists'
import { receivedOn, rowsOn } from '@/domain/list-reading'
import type { RecordPage, RecordRows } from '@/domain/record-list'
import { ServiceError } from '@/domain/service-error'
import type { Session, SessionRef } from '@/domain/session'
import { findRecords } from '@/services/record-lists'
import { recentKeys } from './recent-keys'
import { readAgain } from './retry-policy'
import { twoAtATime } from './selected-sessions'

/** Errors of a list that are grouped, the newest. */
export const GROUPED = 1000
/** Rows received of a list, those of sessions with similar names included: they are no reason to go on for ever. */
const RECEIVED = 4000

export type ErrorListId = Pick<ErrorList, 'stepId' | 'list' | 'part'>

/** One list of both sessions. */
export interface CausesOfList extends ErrorListId {
  readonly before: ReadCauses
  readonly now: ReadCauses
  /** One of them could not be read. */
  readonly error: ServiceError | undefined
}

const NO_ERRORS: ReadCauses = { groups: [], read: 0, total: 0, isComplete: true }

interface Reading {
  readonly signal: AbortSignal
  /** Told errors read so far, and errors that are going to be read. */
  readonly onProgress: (read: number, total: number) => void
}

async function readCauses(
  { list, part, count }: ErrorList,
  ref: SessionRef,
  signal: AbortSignal,
  onRead: (rows: number) => void,
): Promise<ReadCauses> {
  const question = { ref, direction: 'desc', ...(part === undefined ? {} : { part }) } as const
  const pages: RecordPage<RecordRows[typeof list]>[] = []
  for (;;) {
    const page = await readAgain(() => findRecords(list, question, pages.length, signal), signal)
    pages.push(page)
    const { rows, own } = rowsOn(pages)
    const received = receivedOn(pages)
    onRead(Math.min(GROUPED, rows.length))
    const isEnd = page.received === 0 || received >= page.total
    if (!isEnd && rows.length < GROUPED && received < RECEIVED) continue
    const grouped = rows.slice(0, GROUPED)
    const isComplete = isEnd && grouped.length === rows.length
    // Rows of other sessions are in the total of the server: then the counter of the session is the better one.
    const total = isComplete ? rows.length : Math.max(rows.length, received === own ? page.total : count)
    return { groups: groupByCause(grouped), read: grouped.length, total, isComplete }
  }
}

/** The lists that either has errors in. */
export function listsOf(before: Session, now: Session): readonly ErrorListId[] {
  const found = [...errorLists(now), ...errorLists(before)]
  return [...new Map(found.map(({ stepId, list, part }) => [`${list} ${part}`, { stepId, list, part }])).values()]
}

interface Wanted extends Pick<Reading, 'onProgress'> {
  readonly before: Session
  readonly now: Session
  /** Those the user may read. */
  readonly lists: readonly ErrorListId[]
}

/** @throws ServiceError when the sign-in has ended, or what the signal was aborted with */
async function readComparison(wanted: Wanted & Reading): Promise<readonly CausesOfList[]> {
  const { before, now, lists, signal, onProgress } = wanted
  const sides = { before, now } as const
  const jobs = lists.flatMap(id =>
    (['before', 'now'] as const).flatMap(side => {
      const own = errorLists(sides[side]).find(({ list, part }) => list === id.list && part === id.part)
      return own === undefined ? [] : [{ side, own, read: 0 }]
    }),
  )
  const total = jobs.reduce((sum, { own }) => sum + Math.min(GROUPED, own.count), 0)
  const tell = () =>
    onProgress(
      Math.min(
        total,
        jobs.reduce((sum, { read }) => sum + read, 0),
      ),
      total,
    )
  const answers = new Map<object, ReadCauses | ServiceError>()
  // A lost sign-in stops all of it at once.
  const lost = new AbortController()
  const asking = AbortSignal.any([signal, lost.signal])
  tell()
  await twoAtATime(jobs, async job => {
    asking.throwIfAborted()
    const { source, name } = sides[job.side]
    try {
      const found = await readCauses(job.own, { source, name }, asking, rows => {
        job.read = rows
        tell()
      })
      answers.set(job, found)
    } catch (error) {
      asking.throwIfAborted()
      if (!(error instanceof ServiceError)) throw error
      if (error.isUnauthorised) {
        lost.abort(error)
        throw error
      }
      answers.set(job, error)
    }
    job.read = Math.min(GROUPED, job.own.count)
    tell()
  })
  return lists.map(id => {
    const of = (side: 'before' | 'now') => {
      const job = jobs.find(one => one.side === side && one.own.list === id.list && one.own.part === id.part)
      return (job && answers.get(job)) ?? NO_ERRORS
    }
    const [was, is] = [of('before'), of('now')]
    const error = [was, is].find(answer => answer instanceof ServiceError)
    return {
      ...id,
      before: was instanceof ServiceError ? NO_ERRORS : was,
      now: is instanceof ServiceError ? NO_ERRORS : is,
      error,
    }
  })
}

/**
 * For one dialog, and never kept.
 * @param round counts up each time it is to be read
 */
export function causeComparisonQuery(dialog: string, round: number, wanted: Wanted) {
  const { before, now } = wanted
  // eslint-disable-next-line @tanstack/query/exhaustive-deps -- a round is about the two sessions as they were when it began
  return queryOptions({
    queryKey: recentKeys.causeComparison(dialog, before.id, now.id, round),
    queryFn: ({ signal }) => readComparison({ ...wanted, signal }),
    enabled: round > 0,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  })
}

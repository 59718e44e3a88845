/** Sessions with names near those of a link without a session: a few requests, each independent, only for such a link. */
import { queryOptions } from '@tanstack/react-query'
import { isAlike, nearestNames, nearestSessions, partsOf } from '@/domain/nearest-names'
import { ServiceError } from '@/domain/service-error'
import type { SessionListParams } from '@/domain/list-params'
import type { Session, SessionRef } from '@/domain/session'
import { LONGEST_NAME, isUnreadable, sessionKey } from '@/domain/session'
import { findSessionById, findSessionNames, findSessions, findSourceNames } from '@/services/rs-admin'
import { keys } from './keys'

/** The sessions the link may have meant, and whether REGARDS has its source. */
interface NearestSessions {
  readonly sessions: readonly (SessionRef & { readonly id: number })[]
  readonly isSourceKnown: boolean
}

const READ_AT_ONCE = 100
/** The maximum number of similar names that are looked up. */
const LOOKED_UP = 3

const isFindable = (text: string) => text !== '' && Array.from(text).length <= LONGEST_NAME

/** The first answer that holds names like this one. */
async function namesLike(
  asked: string,
  find: (part: string) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  for (const part of partsOf(asked)) {
    const near = nearestNames(asked, await find(part), LOOKED_UP)
    if (near.length > 0) return near
  }
  return []
}

async function findNearest(ref: SessionRef, id: number | undefined, signal: AbortSignal): Promise<NearestSessions> {
  const found = new Map<string, Session>()
  const keep = (session: Session) => void found.set(sessionKey(session), session)
  const search = async (question: SessionListParams) => {
    const { entries } = await findSessions(question, 0, signal, READ_AT_ONCE)
    for (const entry of entries) if (!isUnreadable(entry)) keep(entry)
    return entries.length > 0
  }
  if (id !== undefined) {
    try {
      keep(await findSessionById(id, signal))
    } catch (error) {
      if (!(error instanceof ServiceError) || !error.isNotFound) throw error
    }
  }
  const [name = '', ...others] = partsOf(ref.name)
  if (name !== '') await search({ name })
  const isSourceKnown = isFindable(ref.source) && (await search({ source: ref.source }))
  // Of a source with many sessions the newest alone have come so far.
  const half = others.find(part => part.length < name.length)
  if (isSourceKnown && half !== undefined) await search({ source: ref.source, name: half })
  const hasNear = () => [...found.values()].some(session => isAlike(ref.name, session.name))
  if (!hasNear())
    for (const near of await namesLike(ref.name, part => findSessionNames(part, signal))) await search({ name: near })
  if (!isSourceKnown)
    for (const source of await namesLike(ref.source, part => findSourceNames(part, signal))) await search({ source })
  const sessions = nearestSessionsOf(ref, [...found.values()])
  return { sessions, isSourceKnown }
}

const nearestSessionsOf = (ref: SessionRef, candidates: readonly Session[]) =>
  nearestSessions(ref, candidates).map(({ source, name, id }) => ({ source, name, id }))

/** @param id the one the link has beside the names, where it has one */
export function nearestSessionsQuery(ref: SessionRef, id: number | undefined) {
  return queryOptions({
    queryKey: keys.nearest(ref, id),
    queryFn: ({ signal }) => findNearest(ref, id, signal),
    // Suggestions only: no retry, and valid for a minute.
    retry: false,
    staleTime: 60_000,
    gcTime: 60_000,
  })
}

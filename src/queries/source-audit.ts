/** Checks of sources when idle: their sessions are added up, one source after the other. */
import type { Query } from '@tanstack/react-query'
import { useMemo } from 'react'
import { queryOptions, useQueries } from '@tanstack/react-query'
import { ServiceError } from '@/domain/service-error'
import type { Moment } from '@/domain/moment'
import { momentNow, passedSince } from '@/domain/moment'
import type { Source } from '@/domain/session'
import { totalCounters } from '@/domain/session'
import type { SourceAudit } from '@/domain/source-audit'
import { isUpToDate } from '@/domain/source-audit'
import { findSessions } from '@/services/rs-admin'
import { useConfiguration } from '@/stores/configuration'
import { perVisit } from '@/stores/credentials'
import { keys } from './keys'

/** The maximum age of the check of a source that keeps changing. One that does not change is checked once. */
const AGAIN_AFTER = 900_000
/** A few numbers of each source that was looked at, also while its row is out of view. */
const KEPT_FOR = 3_600_000
/** The first rows and the drawer's code come first. */
const IDLE = 2_000
/** The newest sessions of a source: nearly always all of them (docs/regards-api/sessions.md 3). */
const LOOKED_AT = 100
/** The pause after a failure: no extra requests in an outage. */
export const PAUSE = 60_000

/** The queue, and the time of the last failure; per user. */
const pace = perVisit<{ turn: Promise<unknown>; failedAt: Moment | undefined }>(() => ({
  turn: Promise.resolve(),
  failedAt: undefined,
}))

export const NOT_NOW = new ServiceError({ service: 'rs-admin', reason: 'aborted' })

/** One request at a time for the whole page. */
function inTurn<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const isGivenUp = () => signal.aborted
  const own = pace()
  const mine = own.turn.then(async () => {
    const { failedAt } = own
    if (isGivenUp() || (failedAt !== undefined && passedSince(failedAt) < PAUSE)) throw NOT_NOW
    try {
      return await ask()
    } catch (error) {
      if (!isGivenUp()) own.failedAt = momentNow()
      throw error
    }
  })
  own.turn = mine.catch(() => undefined)
  return mine
}

/** @throws ServiceError when it is given up meanwhile */
export const idle = (signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, IDLE)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(NOT_NOW)
    })
  })

export function sourceAuditQuery(name: string) {
  return queryOptions({
    queryKey: keys.sourceAudit(name),
    queryFn: async ({ signal }) => {
      await idle(signal)
      const page = await inTurn(() => findSessions({ source: name }, 0, signal, LOOKED_AT), signal)
      return (await import('@/domain/audit-source')).auditSource(page)
    },
    retry: false,
    staleTime: AGAIN_AFTER,
    gcTime: KEPT_FOR,
  })
}

type Audited = Query<SourceAudit, ServiceError, SourceAudit, ReturnType<typeof keys.sourceAudit>>

/** Checked once, and again only after a change of the source. */
function observedAudit(source: Source) {
  const isOutdated = ({ state: { data } }: Audited) => data !== undefined && !isUpToDate(data, source)
  return {
    ...sourceAuditQuery(source.name),
    staleTime: (query: Audited) => (isOutdated(query) ? AGAIN_AFTER : Infinity),
    refetchInterval: (query: Audited) => isOutdated(query) && AGAIN_AFTER,
  }
}

/** Its sessions are read where a source is Ok or has impossible figures. */
function isInQuestion({ steps, sessionCount }: Source): boolean {
  const { errors, waiting, running } = totalCounters(steps)
  const isOk = errors === 0 && waiting === 0 && running === 0 && sessionCount > 0
  return isOk || steps.some(({ totalOut }) => totalOut < 0)
}

/**
 * What their sessions say of sources, as far as it is known and config.json allows to ask.
 * @param sources those in view
 * @returns the same function as long as no answer comes
 */
export function useSourceAudits(sources: readonly Source[]): (source: Source) => SourceAudit | undefined {
  const isWanted = useConfiguration(({ sourceChecks }) => sourceChecks)
  const asked = isWanted ? sources.filter(isInQuestion) : []
  // React Query keeps the list itself as long as it says the same.
  const answered = useQueries({
    queries: asked.map(observedAudit),
    combine: results =>
      asked.flatMap(({ name }, place) => {
        const audit = results[place]?.data
        return audit === undefined ? [] : [{ name, audit }]
      }),
  })
  return useMemo(() => {
    const audits = new Map(answered.map(({ name, audit }) => [name, audit]))
    return ({ name }: Source) => audits.get(name)
  }, [answered])
}

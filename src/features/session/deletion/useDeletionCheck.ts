/** What a deletion would delete, by current counts of REGARDS: nothing is offered on older or unknown counts (docs/regards-api/measured.md 1). */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DeletionReach, DeletionWay, ExactPart } from '@/domain/deletion-reach'
import { countingFingerprint, deletionWay, exactParts } from '@/domain/deletion-reach'
import type { Session } from '@/domain/session'
import { sessionQuery } from '@/queries/board'
import { deletionReachQuery } from '@/queries/action-checks'
import { pageTime } from '@/stores/server-clock'

/** The result once both requests are answered. */
export interface DeletionPlan {
  readonly reach: DeletionReach
  readonly way: DeletionWay
  /** The exact deletions, where they are offered; empty otherwise. */
  readonly parts: readonly ExactPart[]
  /** Text that is equal only for the same counts of the same session. */
  readonly fingerprint: string
}

export interface DeletionCheck {
  /** The last answer; before the first one, the known session. */
  readonly session: Session
  /** When REGARDS last counted the session, in milliseconds of page time; undefined until it has, since the dialog is open. */
  readonly answeredAt: number | undefined
  readonly isAsking: boolean
  /** REGARDS did not answer the last time it was asked. */
  readonly hasFailed: boolean
  /** The session of this id is gone, even if another one has its name now. */
  readonly isGone: boolean
  /** undefined until the counts are known. */
  readonly plan: DeletionPlan | undefined
  readonly again: () => void
}

/** @param target the session as known when the dialog was opened */
export function useDeletionCheck(target: Session): DeletionCheck {
  const counted = useQuery({ ...sessionQuery(target, target.id), refetchOnMount: 'always', retry: false })
  const reached = useQuery({ ...deletionReachQuery(target), refetchOnMount: 'always' })
  const { data: now = target, dataUpdatedAt } = counted
  // A counter, not a date: the clock may be set while the dialog is open.
  const answers = useQueryClient().getQueryState(sessionQuery(target, target.id).queryKey)?.dataUpdateCount ?? 0
  const [answersBefore] = useState(answers)
  const answeredAt = answers > answersBefore ? pageTime(dataUpdatedAt) : undefined
  const isAsking = counted.isFetching || reached.isFetching
  const hasFailed = !isAsking && (counted.isError || reached.isError)
  const reach = reached.data
  const plan = () => {
    if (reach === undefined || answeredAt === undefined || hasFailed) return undefined
    const way = deletionWay(now, reach)
    const parts = way.kind === 'exact' ? exactParts(now, reach) : []
    return { reach, way, parts, fingerprint: countingFingerprint({ session: now, reach }) }
  }
  return {
    session: now,
    answeredAt,
    isAsking,
    hasFailed,
    isGone: counted.error?.isNotFound === true || now.id !== target.id,
    plan: plan(),
    again: () => void Promise.all([counted.refetch(), reached.refetch()]),
  }
}

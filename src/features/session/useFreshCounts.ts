/** The session as REGARDS counts it right now: a deletion is decided by nothing older (trust S21). */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { COUNTS_LAST, whatGoes } from '@/domain/deletion'
import type { ServiceError } from '@/domain/service-error'
import type { Session } from '@/domain/session'
import { session } from '@/queries/board'

export interface FreshCounts {
  /** As last answered; as known before until the first answer comes. */
  readonly session: Session
  /** When REGARDS last answered, in milliseconds; undefined until it has, since the dialog is open. */
  readonly answeredAt: number | undefined
  readonly isAsking: boolean
  /** Why REGARDS did not answer the last time it was asked. */
  readonly error: ServiceError | null
  readonly askAgain: () => void
  /**
   * Asks again when the answer is older than 10 s.
   * @returns false when what would go is no longer what the reader has seen
   * @throws ServiceError when REGARDS does not answer
   */
  readonly areAsSeen: () => Promise<boolean>
}

const goes = (counted: Session) => JSON.stringify(whatGoes(counted))

/** @param target the session as known when the dialog was opened */
export function useFreshCounts(target: Session): FreshCounts {
  const [openedAt] = useState(() => Date.now())
  const query = useQuery({ ...session(target, target.id), refetchOnMount: 'always', retry: false })
  const { data = target, dataUpdatedAt, error, isFetching, refetch } = query
  return {
    session: data,
    answeredAt: dataUpdatedAt >= openedAt ? dataUpdatedAt : undefined,
    isAsking: isFetching,
    error,
    askAgain: () => void refetch(),
    areAsSeen: async () => {
      if (error === null && Date.now() - dataUpdatedAt <= COUNTS_LAST) return true
      const { data: now } = await refetch({ throwOnError: true })
      return now !== undefined && now.canDelete && goes(now) === goes(data)
    },
  }
}

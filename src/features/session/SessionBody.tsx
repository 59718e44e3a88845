/** The cards of a session, followed while relaunched work drains or its products are deleted. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Session, SessionRef } from '@/domain/session'
import { keys } from '@/queries/keys'
import { useSessionPace } from '@/queries/useSessionPace'
import { DeletionProgress } from './deletion/DeletionProgress'
import { SessionCards } from './card/SessionCards'
import { useFollowing, useListsFollow } from './useFollowing'
import { useNow } from '@/ui/useNow'

interface Props {
  readonly sessionRef: SessionRef
  readonly session: Session
  /** When REGARDS last answered; 0 while the list row stands in. */
  readonly answeredAt: number
}

export function SessionBody({ sessionRef, session, answeredAt }: Props) {
  const queryClient = useQueryClient()
  const now = useNow(1000)
  const { phase, steps, deletion } = useFollowing(session, answeredAt, now)
  useSessionPace(sessionRef, phase)
  useListsFollow(session.lastUpdateDate, phase !== undefined)
  const askAgain = useCallback(() => void queryClient.invalidateQueries({ queryKey: keys.board }), [queryClient])
  return (
    <>
      {deletion !== undefined && (
        <DeletionProgress session={session} followed={deletion} now={now} onAskAgain={askAgain} />
      )}
      <SessionCards session={session} sessionRef={sessionRef} drains={steps} now={now} onAskAgain={askAgain} />
    </>
  )
}

/** The content of the drawer: the cards, or why there are none; old figures stay, with their age. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { ServiceError } from '@/domain/service-error'
import type { Session, SessionRef } from '@/domain/session'
import { useReasonWords } from '@/i18n/reason-words'
import { keys } from '@/queries/keys'
import { useOutage } from '@/queries/useOutage'
import { useSessionPace } from '@/queries/refresh-pace'
import { useCredentials } from '@/stores/credentials'
import { pageTime } from '@/stores/server-clock'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { StaleNotice } from '@/ui/StaleNotice'
import { useNow } from '@/ui/useNow'
import { CardSkeletons, SessionCards } from './card/SessionCards'
import { DeletionProgress } from './deletion/DeletionProgress'
import { Losses } from './loss/Losses'
import { NoSuchSession } from './NoSuchSession'
import { AgainstUsual } from './usual/AgainstUsual'
import { useFollowing, useListsFollow } from './useFollowing'

/** The state of the session's query. */
export interface SessionQuery {
  readonly data: Session | undefined
  readonly error: ServiceError | null
  /** When REGARDS last answered; 0 for never. */
  readonly dataUpdatedAt: number
  readonly isPlaceholderData: boolean
  readonly isFetching: boolean
  readonly refetch: () => Promise<unknown>
}

interface BodyProps {
  readonly sessionRef: SessionRef
  readonly session: Session
  /** When REGARDS last answered; 0 while the list row is used. */
  readonly answeredAt: number
}

/** The cards, followed while a relaunch or a deletion is running. */
function SessionBody({ sessionRef, session, answeredAt }: BodyProps) {
  const queryClient = useQueryClient()
  const now = useNow(1000)
  const { phase, steps, deletion } = useFollowing(session, answeredAt, now)
  useSessionPace(sessionRef, phase)
  useListsFollow(session.lastUpdateDate, phase !== undefined)
  const reload = useCallback(() => void queryClient.invalidateQueries({ queryKey: keys.board }), [queryClient])
  return (
    <>
      {deletion !== undefined && <DeletionProgress session={session} followed={deletion} now={now} onReload={reload} />}
      <AgainstUsual session={session} />
      <Losses session={session} />
      <SessionCards session={session} sessionRef={sessionRef} followed={steps} now={now} onReload={reload} />
    </>
  )
}

interface Props {
  readonly sessionRef: SessionRef | undefined
  /** The latest answer, or the list row until there is one. */
  readonly known: Session | undefined
  readonly query: SessionQuery
  /** The id that the link has. */
  readonly id: number | undefined
}

export function SessionContent({ sessionRef, known, query, id }: Props) {
  const { t } = useTranslation('session')
  const { error, dataUpdatedAt, isFetching } = query
  const isOutage = useOutage() !== undefined
  const reason = useReasonWords(useCredentials(({ identity }) => identity?.role))
  const retry = () => void query.refetch()
  if (error?.missing !== undefined) {
    // A link may be damaged: only a session that was shown here, or has an id in the link, is known to have existed.
    if (error.missing === 'id' || known !== undefined || sessionRef === undefined)
      return <EmptyState title={t('gone.title')} text={t('gone.text')} />
    return <NoSuchSession sessionRef={sessionRef} id={id} />
  }
  if (error === null && known === undefined) return <CardSkeletons label={t('loading')} />
  return (
    <>
      {error !== null &&
        (dataUpdatedAt > 0 ? (
          !isOutage && <StaleNotice since={pageTime(dataUpdatedAt)} reason={t('stale')} onRetry={retry} />
        ) : (
          <ErrorPanel
            title={t('failed')}
            reason={reason(error)}
            error={error}
            onRetry={retry}
            isRetrying={isFetching}
          />
        ))}
      {sessionRef !== undefined && known !== undefined && (
        <SessionBody sessionRef={sessionRef} session={known} answeredAt={query.isPlaceholderData ? 0 : dataUpdatedAt} />
      )}
    </>
  )
}

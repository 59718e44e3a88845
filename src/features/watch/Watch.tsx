/** The parts that watch, by what they are given: the button of a session, that of a selection, else the one of the top bar. */
import type { Session } from '@/domain/session'
import type { SeenSession } from '@/stores/selected-sessions'
import { WatchBar } from './WatchBar'
import { WatchSelection, WatchSession } from './WatchButtons'

export { watchList } from './begin'

interface Props {
  readonly session?: Session
  /** When REGARDS gave the figures of the session; 0 while the list row is used. */
  readonly answeredAt?: number
  readonly sessions?: readonly SeenSession[]
}

export function Watch({ session, answeredAt = 0, sessions }: Props) {
  if (session !== undefined) return <WatchSession session={session} answeredAt={answeredAt} />
  return sessions === undefined ? <WatchBar /> : <WatchSelection sessions={sessions} />
}

/** What REGARDS does not count, among the sessions that are loaded: those without a change for long, and those with products left out. */
import { useMemo } from 'react'
import { hasLeftOut, isStalled } from '@/domain/attention'
import type { Session } from '@/domain/session'
import { usePreferences } from '@/stores/preferences'
import { useServerNow } from '@/ui/useNow'

interface LoadedCounts {
  readonly read: number
  readonly stalled: number
  readonly leftOut: number
}

/** Looked at again so often, in milliseconds. */
const EVERY = 30_000

/** @param sessions undefined while none is loaded */
export function useLoadedCounts(sessions: readonly Session[] | undefined): LoadedCounts | undefined {
  const now = useServerNow(EVERY)
  const minutes = usePreferences(({ noNewsMinutes }) => noNewsMinutes)
  const leftOut = useMemo(() => sessions?.filter(hasLeftOut).length ?? 0, [sessions])
  const stalled = useMemo(
    () => sessions?.filter(session => isStalled(session, { now, minutes })).length ?? 0,
    [sessions, now, minutes],
  )
  return sessions && { read: sessions.length, stalled, leftOut }
}

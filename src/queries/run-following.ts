/** Follows the sessions of a run by their counters, until none is expected to move: from lists that are read anyway, else one by one. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { Run } from '@/domain/relaunch-run'
import { isSending } from '@/domain/relaunch-run'
import { isMoving } from '@/domain/run-progress'
import { ServiceError } from '@/domain/service-error'
import type { SessionRef } from '@/domain/session'
import { sessionKey } from '@/domain/session'
import { useCredentials } from '@/stores/credentials'
import { useRelaunchRun } from '@/stores/relaunch-run'
import { pageNow } from '@/stores/server-clock'
import { answeredSince } from './answered'
import { readSession } from './board'
import { tellRun } from './relaunch-run'

/** One session a second at most, and each of them so rarely, in milliseconds. */
const TICK = 1_000
const EACH = 10_000

type Moving = ReadonlyMap<string, { readonly ref: SessionRef; readonly id: number }>

function movingIn({ items }: Run): Moving {
  const now = pageNow()
  return new Map(items.filter(item => isMoving(item, now)).map(({ ref, id }) => [sessionKey(ref), { ref, id }]))
}

/** To be called once in the page, for as long as there is a run. */
export function useRunFollowing(): void {
  const queryClient = useQueryClient()
  const readAt = useRef(new Map<string, number>())
  const takenUntil = useRef(0)
  const isReading = useRef(false)

  const readOne = async (moving: Moving) => {
    const [key, one] =
      [...moving].sort(([a], [b]) => (readAt.current.get(a) ?? 0) - (readAt.current.get(b) ?? 0))[0] ?? []
    if (key === undefined || one === undefined) return
    if (pageNow() - (readAt.current.get(key) ?? 0) < EACH) return
    readAt.current.set(key, pageNow())
    isReading.current = true
    try {
      const session = await readSession(queryClient, one.ref, one.id)
      tellRun({ type: 'seen', session, at: pageNow() })
    } catch (error) {
      // Without an answer it is asked again in its turn.
      if (error instanceof ServiceError && error.isNotFound) tellRun({ type: 'gone', ref: one.ref })
    } finally {
      isReading.current = false
    }
  }

  const tick = useEffectEvent(() => {
    const { run } = useRelaunchRun.getState()
    if (run === undefined) return
    const moving = movingIn(run)
    const until = takenUntil.current
    takenUntil.current = pageNow()
    for (const [session, at] of moving.size === 0 ? [] : answeredSince(queryClient, until)) {
      const key = sessionKey(session)
      if (!moving.has(key)) continue
      readAt.current.set(key, Math.max(at, readAt.current.get(key) ?? 0))
      tellRun({ type: 'seen', session, at })
    }
    const isPaused = document.visibilityState === 'hidden' || useCredentials.getState().status !== 'signedIn'
    // What is being sent has the way.
    if (!isPaused && !isReading.current && !isSending(run)) void readOne(moving)
  })
  useEffect(() => {
    const timer = setInterval(() => tick(), TICK)
    return () => clearInterval(timer)
  }, [])
}

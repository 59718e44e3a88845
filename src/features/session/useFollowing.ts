/** Follows the actions on a session by its counters: relaunches in their cards, versioning decisions, deletions. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { SentAction } from '@/domain/action'
import { deletionSnapshot } from '@/domain/deletion'
import type { Phase, Figures, Snapshot } from '@/domain/relaunch-progress'
import { phaseOf, isExpected, sessionFigures, stepFigures } from '@/domain/relaunch-progress'
import type { Session } from '@/domain/session'
import type { RelaunchableStepId } from '@/domain/step-catalogue'
import type { ActionState } from '@/queries/actions'
import { sentAction, useFollowed } from '@/queries/actions'
import { endFollowing } from '@/queries/kept-actions'
import { keys } from '@/queries/keys'
import { pageTime } from '@/stores/server-clock'
import { useLastChange } from './useLastChange'

export interface Followed extends SentAction {
  readonly phase: Phase
  /** When an answer first showed the counters as they are. */
  readonly movedAt: number
}

/** The relaunch as shown in a card. */
export interface FollowedRelaunch extends Followed {
  readonly stepId: RelaunchableStepId
  readonly baseline: Figures | undefined
  readonly current: Figures
}

/** The same items may still be running: no counter has changed yet. */
export function isAtWork({ phase }: FollowedRelaunch): boolean {
  return phase === 'waiting'
}

/** How long a counter change may come from an action, in milliseconds: counters of a busy session change all day. */
const LONGEST = 15 * 60_000

/** The progress of a deletion of the session's products. */
export interface FollowedDeletion extends Followed {
  /** What is counted down from; undefined while the action is running. */
  readonly baseline: Session | undefined
}

interface Following {
  /** Counters may still change because of an action. */
  readonly phase: Phase | undefined
  readonly steps: readonly FollowedRelaunch[]
  /** The latest deletion. */
  readonly deletion: FollowedDeletion | undefined
}

/** The figures that show the progress of an action, by name. */
interface Measure<S extends Snapshot> {
  readonly name: string
  readonly of: (session: Session) => S | undefined
}

const WHOLE: Measure<Snapshot> = { name: 'session', of: sessionFigures }
const DELETION: Measure<Snapshot> = { name: 'deletion', of: deletionSnapshot }
const measureOfStep = (stepId: string): Measure<Figures> => ({
  name: `step ${stepId}`,
  of: ({ steps }) => {
    const step = steps.find(one => one.stepId === stepId)
    return step && stepFigures(step)
  },
})

/** The latest relaunch of each step. */
const latestRelaunches = (actions: readonly ActionState[]): ReadonlyMap<RelaunchableStepId, ActionState> =>
  new Map(actions.flatMap(state => (state.action.kind === 'relaunch' ? [[state.action.stepId, state]] : [])))

/**
 * The progress of the actions on this session, by its counters (docs/regards-api/sessions.md 3).
 * @param answeredAt when REGARDS last answered, as React Query dates it; 0 while a list row is used
 * @param now in page time
 */
export function useFollowing(session: Session, answeredAt: number, now: number): Following {
  const queryClient = useQueryClient()
  // A session that was created anew under the same name is another one.
  const actions = useFollowed(session).filter(
    ({ action, report }) =>
      (action.kind === 'deletion' ? action.id : (report?.baseline?.id ?? session.id)) === session.id,
  )
  const measures = [WHOLE, DELETION, ...session.steps.map(({ stepId }) => measureOfStep(stepId))]
  const fingerprints = measures.map(({ name, of }) => [name, of(session)?.fingerprint ?? ''] as const)
  const seen = useLastChange(Object.fromEntries(fingerprints), answeredAt)

  const follow = <S extends Snapshot>(action: ActionState, { name, of }: Measure<S>) => {
    const current = of(session)
    if (current === undefined) return []
    const sent = sentAction(action)
    const baseline = action.report?.baseline && of(action.report.baseline)
    const movedAt = pageTime(seen[name] ?? 0)
    const phase = phaseOf({ since: sent.since, baseline, current, movedAt }, now)
    return [{ ...sent, phase, movedAt, baseline, current, action }]
  }
  const followed = actions.flatMap(action => follow(action, action.action.kind === 'deletion' ? DELETION : WHOLE))
  const steps = [...latestRelaunches(actions)].flatMap(([stepId, action]) =>
    follow(action, measureOfStep(stepId)).map(one => ({ ...one, stepId })),
  )
  const deletion = followed.findLast(({ action }) => action.action.kind === 'deletion')

  const isLive = ({ since, phase, isSending }: Followed) => isSending || (isExpected(phase) && now - since < LONGEST)
  const ended = followed.filter(one => !isLive(one)).map(({ action }) => action)
  const endedNumbers = ended.map(({ number }) => number).join()
  useEffect(() => {
    for (const action of ended) endFollowing(queryClient, action)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the numbers stand for the actions
  }, [queryClient, endedNumbers])

  return {
    phase: followed
      .filter(isLive)
      .map(({ phase }) => phase)
      .find(isExpected),
    steps,
    deletion: deletion && { ...deletion, baseline: deletion.action.report?.baseline },
  }
}

/** While an action is followed, the rows of both lists follow the drawer: each time the session changes they are reloaded. */
export function useListsFollow(lastUpdateDate: string | undefined, isFollowing: boolean): void {
  const queryClient = useQueryClient()
  const shown = useRef(lastUpdateDate)
  useEffect(() => {
    if (shown.current === lastUpdateDate) return
    shown.current = lastUpdateDate
    if (!isFollowing) return
    void queryClient.invalidateQueries({
      queryKey: keys.board,
      predicate: ({ queryKey: [, kind] }) => kind === 'sources' || kind === 'sessions',
    })
  }, [queryClient, lastUpdateDate, isFollowing])
}

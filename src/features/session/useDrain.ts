/** Follows what was relaunched in a session: how far it has come, and the lists that show the same numbers. */
import { useEffect, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { Session } from '@/domain/session'
import type { RelaunchableStepId } from '@/domain/step-catalogue'
import { keys } from '@/queries/keys'
import type { DrainPhase, Figures } from '@/queries/refresh-pace'
import { drainPhase, sessionFigures, stepFigures } from '@/queries/refresh-pace'
import type { Relaunched } from '@/queries/useRelaunch'
import { useRelaunched } from '@/queries/useRelaunch'

/** What a card tells about its relaunch. */
export interface StepDrain {
  readonly stepId: RelaunchableStepId
  readonly since: number
  readonly isSending: boolean
  readonly phase: DrainPhase
  readonly baseline: Figures | undefined
  readonly current: Figures
  readonly movedAt: number
}

export interface SessionDrain {
  /** Of the latest relaunch, over all steps of the session; undefined when nothing was relaunched. */
  readonly phase: DrainPhase | undefined
  readonly steps: readonly StepDrain[]
}

/** When each step, and the session as a whole, was first seen with the counters it has. */
type Sightings = Readonly<Record<string, { readonly print: string; readonly at: number }>>

const WHOLE = ''

function figuresOf(session: Session): ReadonlyMap<string, Figures> {
  return new Map([
    [WHOLE, sessionFigures(session)],
    ...session.steps.map(step => [step.stepId, stepFigures(step)] as const),
  ])
}

/** The same object as long as nothing is new; what came from a list row counts as seen with the first own answer. */
function lookAgain(seen: Sightings, figures: ReadonlyMap<string, Figures>, answeredAt: number): Sightings {
  const isKnown = (key: string, print: string) => {
    const before = seen[key]
    return before?.print === print && (before.at > 0 || answeredAt === 0)
  }
  if ([...figures].every(([key, { print }]) => isKnown(key, print))) return seen
  return Object.fromEntries(
    [...figures].map(([key, { print }]) => [key, isKnown(key, print) ? seen[key] : { print, at: answeredAt }] as const),
  ) as Sightings
}

function stepDrain(
  { stepId, since, report }: Relaunched,
  figures: ReadonlyMap<string, Figures>,
  seen: Sightings,
  now: number,
): StepDrain | undefined {
  const current = figures.get(stepId)
  if (current === undefined) return undefined
  const before = report?.baseline.steps.find(step => step.stepId === stepId)
  const baseline = before && stepFigures(before)
  const movedAt = seen[stepId]?.at ?? 0
  const phase = drainPhase({ since, baseline, current, movedAt }, now)
  return { stepId, since, isSending: report === undefined, phase, baseline, current, movedAt }
}

/** How far the relaunches of this session have come (house.md 7). */
export function useDrain(session: Session, answeredAt: number, now: number): SessionDrain {
  const relaunched = useRelaunched(session)
  const figures = figuresOf(session)
  const [seen, setSeen] = useState<Sightings>({})
  const next = lookAgain(seen, figures, answeredAt)
  if (next !== seen) setSeen(next)

  const latest = relaunched.reduce<Relaunched | undefined>(
    (last, one) => (last === undefined || one.since > last.since ? one : last),
    undefined,
  )
  const whole = figures.get(WHOLE)
  const phase =
    latest === undefined || whole === undefined
      ? undefined
      : drainPhase(
          {
            since: latest.since,
            baseline: latest.report && sessionFigures(latest.report.baseline),
            current: whole,
            movedAt: next[WHOLE]?.at ?? 0,
          },
          now,
        )
  const steps = relaunched.flatMap(one => stepDrain(one, figures, next, now) ?? [])
  return { phase, steps }
}

/** While work drains, the rows of both lists follow the drawer: each time the session has moved they are asked again. */
export function useListsFollow(lastUpdateDate: string | undefined, isDraining: boolean): void {
  const queryClient = useQueryClient()
  const shown = useRef(lastUpdateDate)
  useEffect(() => {
    if (shown.current === lastUpdateDate) return
    shown.current = lastUpdateDate
    if (!isDraining) return
    void queryClient.invalidateQueries({
      queryKey: keys.board,
      predicate: ({ queryKey: [, kind] }) => kind === 'sources' || kind === 'sessions',
    })
  }, [queryClient, lastUpdateDate, isDraining])
}

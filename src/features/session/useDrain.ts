/** Follows what was relaunched in a session: how far it has come, and the lists that show the same numbers. */
import { useEffect, useRef } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { DrainPhase, Figures } from '@/domain/drain'
import { drainPhase, sessionFigures, stepFigures } from '@/domain/drain'
import type { Session } from '@/domain/session'
import type { RelaunchableStepId } from '@/domain/step-catalogue'
import { keys } from '@/queries/keys'
import type { Relaunched } from '@/queries/useRelaunch'
import { useRelaunched } from '@/queries/useRelaunch'
import { useSightings } from './useSightings'

/** What a card tells about its relaunch. */
export interface StepDrain {
  readonly stepId: RelaunchableStepId
  readonly since: number
  readonly isSending: boolean
  /** No answer said what became of it. */
  readonly isUnknown: boolean
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

const WHOLE = ''

function stepDrain(
  { stepId, since, report }: Relaunched,
  current: Figures | undefined,
  movedAt: number,
  now: number,
): StepDrain | undefined {
  if (current === undefined) return undefined
  const before = report?.baseline.steps.find(step => step.stepId === stepId)
  const baseline = before && stepFigures(before)
  const phase = drainPhase({ since, baseline, current, movedAt }, now)
  const isUnknown = report?.outcome.parts.every(({ outcome }) => outcome.kind === 'unknown') === true
  return { stepId, since, isSending: report === undefined, isUnknown, phase, baseline, current, movedAt }
}

/** How far the relaunches of this session have come (house.md 7). */
export function useDrain(session: Session, answeredAt: number, now: number): SessionDrain {
  const relaunched = useRelaunched(session)
  const whole = sessionFigures(session)
  const figures = new Map(session.steps.map(step => [step.stepId, stepFigures(step)]))
  const prints = Object.fromEntries([...figures].map(([stepId, { print }]) => [stepId, print] as const))
  const movedAt = useSightings({ ...prints, [WHOLE]: whole.print }, answeredAt)

  const latest = relaunched.reduce<Relaunched | undefined>(
    (last, one) => (last === undefined || one.since > last.since ? one : last),
    undefined,
  )
  const phase =
    latest &&
    drainPhase(
      {
        since: latest.since,
        baseline: latest.report && sessionFigures(latest.report.baseline),
        current: whole,
        movedAt: movedAt[WHOLE] ?? 0,
      },
      now,
    )
  const steps = relaunched.flatMap(one => stepDrain(one, figures.get(one.stepId), movedAt[one.stepId] ?? 0, now) ?? [])
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

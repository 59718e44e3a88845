/** The words of a step: title, groups and counters of a known one; a step of a newer REGARDS keeps its raw names. */
import { isKnownStep } from '@/domain/step-catalogue'
import type { CounterLabel } from './step-labels'
import { useWords } from './translation'

export interface StepWords {
  readonly title: string
  readonly groups: Readonly<Record<string, string>>
  readonly properties: Readonly<Record<string, CounterLabel>>
}

/** Words by step id. */
export function useStepWords(): (stepId: string) => StepWords {
  const steps = useWords('steps')
  return stepId => (isKnownStep(stepId) ? steps[stepId] : { title: stepId, groups: {}, properties: {} })
}

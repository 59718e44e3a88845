/** The words of a step: title, groups and counters of a known one; a step of a newer REGARDS keeps its raw names. */
import { useTranslation } from 'react-i18next'
import type { CounterLabel } from './step-labels'
import { isKnownStep } from '@/domain/step-catalogue'

export interface StepWords {
  readonly title: string
  readonly groups: Readonly<Record<string, string>>
  readonly properties: Readonly<Record<string, CounterLabel>>
}

/** Words by step id. */
export function useStepWords(): (stepId: string) => StepWords {
  const { t } = useTranslation('steps')
  return stepId =>
    isKnownStep(stepId) ? t(stepId, { returnObjects: true }) : { title: stepId, groups: {}, properties: {} }
}

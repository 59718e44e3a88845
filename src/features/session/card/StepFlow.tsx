/** The input and output of a step, each with its own unit. */
import { useTranslation } from '@/i18n/translation'
import type { Step } from '@/domain/session'
import type { Unit } from '@/domain/step-catalogue'
import { stepDefinition } from '@/domain/step-catalogue'
import { useFormat } from '@/i18n/format'
import { InfoTooltip } from '@/ui/InfoTooltip'
import styles from './card.module.css'

/** `900 files → 880 products`; nothing where input and output form no flow (docs/regards-api/sessions.md 6.7). */
export function StepFlow({ step }: { readonly step: Step }) {
  const { t } = useTranslation('session')
  const { count, exact } = useFormat()
  const flow = stepDefinition(step.stepId)?.flow
  if (flow === undefined || flow === null) return null
  const unit = (name: Unit, n: number) => t(`unit.${name}`, { count: Math.abs(n) })
  const whole = (n: number, name: Unit) => `${exact(n)} ${unit(name, n)}`
  const hint = t('flow.hint', {
    in: whole(step.inputRelated, flow.in),
    out: whole(step.outputRelated, flow.out),
  })
  return (
    <InfoTooltip hint={hint}>
      <span className={styles['flow']}>
        <span>
          {count(step.inputRelated)} <small>{unit(flow.in, step.inputRelated)}</small>
        </span>
        <span aria-hidden>→</span>
        <span>
          {count(step.outputRelated)} <small>{unit(flow.out, step.outputRelated)}</small>
        </span>
      </span>
    </InfoTooltip>
  )
}

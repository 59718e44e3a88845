/** Sessions with what is, or is not, relaunched of each. */
import { useTranslation } from '@/i18n/translation'
import type { PlannedStep, SessionPlan } from '@/domain/relaunch-preview'
import { isRelaunched } from '@/domain/relaunch-preview'
import { rightName } from '@/domain/rights'
import { sessionKey } from '@/domain/session'
import { relaunchOf } from '@/domain/step-catalogue'
import { useFormat } from '@/i18n/format'
import { isolate } from '@/i18n/isolate'
import { useStepWords } from '@/i18n/step-words'
import styles from './many.module.css'

/** What is relaunched of a step, or why nothing is. */
function useVerdictText(): (step: PlannedStep) => string {
  const { t } = useTranslation('many')
  const { exact } = useFormat()
  return ({ stepId, verdict, errors, taken }) => {
    const { kind } = verdict
    if (kind === 'right') return t('preview.verdict.right', { right: rightName(verdict.right) })
    if (kind === 'chain') return t(`preview.verdict.chain.${verdict.obstacle.kind}`)
    if (kind === 'unchecked') return t('preview.verdict.unchecked', { figure: exact(taken) })
    if (kind !== 'relaunched') return t(`preview.verdict.${kind}`)
    if (taken === errors) return t('preview.verdict.relaunched', { count: taken, figure: exact(taken) })
    const { most } = relaunchOf(stepId) ?? {}
    const figures = { figure: exact(taken), total: exact(errors) }
    return most !== undefined && taken === most
      ? t('preview.verdict.limited', { ...figures, limit: exact(most) })
      : t('preview.verdict.some', figures)
  }
}

interface Props {
  readonly name: string
  readonly plans: readonly SessionPlan[]
}

export function PlanList({ name, plans }: Props) {
  const { t } = useTranslation('many')
  const verdictText = useVerdictText()
  const step = useStepWords()
  return (
    <ol className={styles['sessions']} aria-label={name} tabIndex={0}>
      {plans.map(({ session, steps }) => (
        <li key={sessionKey(session)}>
          {t('run.row', { source: isolate(session.source), session: isolate(session.name) })}
          {steps.length === 0 && <div className={styles['step']}>{t('preview.noErrors')}</div>}
          <ul className={styles['steps']}>
            {steps.map(one => (
              <li className={styles['step']} key={one.stepId} data-tone={isRelaunched(one) ? undefined : 'off'}>
                <span>{step(one.stepId).title}</span>
                <span>{verdictText(one)}</span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

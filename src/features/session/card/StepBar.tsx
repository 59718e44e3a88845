/** The thin bar of a card: what is done, running, waiting and in error, as shares of what the step counts. */
import { useTranslation } from '@/i18n/translation'
import type { Step } from '@/domain/session'
import { stepDefinition } from '@/domain/step-catalogue'
import { useFormat } from '@/i18n/format'
import styles from './card.module.css'

type Part = 'done' | 'running' | 'waiting' | 'errors'

/** How far a step is; jobs are shown, but are no share of the items. */
export function StepBar({ step }: { readonly step: Step }) {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  const runsJobs = stepDefinition(step.stepId)?.runsJobs === true
  const counts: Readonly<Record<Part, number>> = {
    done: Math.max(0, step.outputRelated),
    running: Math.max(0, step.state.running),
    waiting: Math.max(0, step.state.waiting),
    errors: Math.max(0, step.state.errors),
  }
  const shares = (['done', 'running', 'waiting', 'errors'] as const).filter(
    part => counts[part] > 0 && !(part === 'running' && runsJobs),
  )
  const total = shares.reduce((sum, part) => sum + counts[part], 0)
  const figures = {
    done: exact(counts.done),
    running: exact(counts.running),
    waiting: exact(counts.waiting),
    errors: exact(counts.errors),
  }
  const isEmpty = total === 0 && counts.running === 0
  const text = isEmpty ? t('bar.empty') : t(runsJobs ? 'bar.jobsText' : 'bar.text', figures)
  return (
    <div
      className={styles['bar']}
      role="progressbar"
      aria-label={t('bar.name')}
      aria-valuemin={0}
      aria-valuemax={Math.max(1, total)}
      aria-valuenow={counts.done}
      aria-valuetext={text}
      title={text}
    >
      {shares.map(part => (
        <div key={part} data-part={part} style={{ flexGrow: counts[part] }} />
      ))}
    </div>
  )
}

/** A lane of the loss line: its stages from the top, each as long as what it counts, split into what goes on and what does not. */
import { useId } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { Gap, Lane, Mark, Stage } from '@/domain/loss-line'
import { stageMarks } from '@/domain/loss-line'
import { useFormat } from '@/i18n/format'
import { InfoTooltip } from '@/ui/InfoTooltip'
import { LossParts } from './LossParts'

interface BarProps {
  readonly stage: Stage
  readonly gap: Gap | undefined
  /** What the longest stage counts. */
  readonly most: number
}

/** For the eye alone: the words beside it say the same. */
function Bar({ stage: { value = 0 }, gap, most }: BarProps) {
  const parts = gap?.missing === undefined ? [] : gap.parts.filter(part => part.value > 0)
  const lost = parts.reduce((sum, part) => sum + part.value, 0)
  const on = Math.max(0, value - lost)
  return (
    <div data-track aria-hidden>
      {value > 0 && (
        <div data-bar style={{ width: `${(value / most) * 100}%` }}>
          {on > 0 && <div data-part="on" style={{ flexGrow: on }} />}
          {parts.map(part => (
            <div key={part.id} data-part={part.kind} style={{ flexGrow: part.value }} />
          ))}
        </div>
      )}
    </div>
  )
}

/** What is to be known of the figures of a row, each once. */
const marksOf = (stage: Stage, gaps: readonly Gap[]): readonly Mark[] => [
  ...new Set([...stageMarks(stage), ...gaps.flatMap(({ marks }) => marks)]),
]

export function LossLane({ lane: { id: unit, stages, gaps } }: { readonly lane: Lane }) {
  const { t } = useTranslation('loss')
  const { exact, count } = useFormat()
  const id = useId()
  const most = Math.max(1, ...stages.map(({ value = 0 }) => value).filter(value => value > 0))
  return (
    <div data-lane={unit}>
      <h4 id={id}>{t(`lane.${unit}`)}</h4>
      <ol aria-labelledby={id}>
        {stages.map(stage => {
          // What did not get from here to the next stage; where nothing is counted before a stage, what belongs to it.
          const own = gaps.filter(({ from, to }) => (from ?? to).id === stage.id)
          const into = gaps.find(({ from, to }) => from !== undefined && to.id === stage.id)
          return (
            <li key={stage.id} data-stage={stage.id}>
              <InfoTooltip hint={t(`stageHint.${stage.id}`)}>{t(`stage.${stage.id}`)}</InfoTooltip>
              {stage.value === undefined ? (
                <span data-unused>{t('notUsed')}</span>
              ) : (
                <>
                  <strong title={exact(stage.value)}>{count(stage.value)}</strong>
                  <Bar stage={stage} gap={own.find(({ from }) => from !== undefined)} most={most} />
                  <LossParts gaps={own} entered={into === undefined ? 0 : stage.entered} marks={marksOf(stage, own)} />
                </>
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

/** The counters of two sessions side by side, those that are identical folded away. */
import { useMemo, useState } from 'react'
import type { CounterId, CounterRow, StepComparison } from '@/domain/comparison'
import { compareSteps } from '@/domain/comparison'
import type { Session } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { isolate, nameText } from '@/i18n/isolate'
import { signed } from '@/i18n/signed'
import { useStepWords } from '@/i18n/step-words'
import { useTranslation } from '@/i18n/translation'
import { Name } from '@/ui/Name'
import { PlainButton } from '@/ui/PlainButton'
import { Table } from './parts'

/** What a counter is called on its card, with its group where two have the same name. */
function useCounterWords(): (stepId: string, counter: CounterId) => string {
  const { t } = useTranslation('session')
  const words = useStepWords()
  return (stepId, counter) => {
    if (counter.kind === 'state') return t(`usual.compare.state.${counter.id}`)
    if (counter.kind === 'other') return isolate(counter.id)
    if (counter.kind === 'flow') {
      const label = t(`usual.compare.flow.${counter.id}`)
      if (counter.unit === undefined) return label
      return t('usual.ofName', { label, name: t(`unit.${counter.unit}`, { count: 2 }) })
    }
    const { properties, groups } = words(stepId)
    const label = properties[counter.id]?.label ?? counter.id
    return t('usual.ofName', {
      label,
      name: counter.name === undefined ? (groups[counter.group] ?? counter.group) : isolate(counter.name),
    })
  }
}

interface HeadProps {
  readonly before: Session
  readonly now: Session
}

export function SessionHeads({ before, now }: HeadProps) {
  const { t } = useTranslation('session')
  const { date } = useFormat()
  const created = ({ creationDate }: Session) =>
    creationDate !== undefined && <small>{t('usual.compare.created', { date: date(creationDate) })}</small>
  return (
    <>
      <th scope="col">
        <Name text={before.name} mayBeEmpty />
        {created(before)}
      </th>
      <th scope="col">
        {t('usual.compare.this', { session: isolate(nameText(now.name)) })}
        {created(now)}
      </th>
    </>
  )
}

interface StepProps {
  readonly step: StepComparison
  readonly hasSame: boolean
}

function StepRows({ step, hasSame }: StepProps) {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  const { title } = useStepWords()(step.stepId)
  const words = useCounterWords()
  const said = (n: number | undefined, isAbsent: boolean) =>
    n === undefined ? isAbsent ? <i>{t('usual.compare.absent')}</i> : exact(0) : exact(n)
  const line = (row: CounterRow, isSame: boolean) => (
    <tr key={JSON.stringify(row.counter)} data-quiet={isSame || undefined}>
      <th scope="row">{words(step.stepId, row.counter)}</th>
      <td>{said(row.before, step.isAbsent.before)}</td>
      <td>{said(row.now, step.isAbsent.now)}</td>
      <td>{row.difference === undefined ? exact(NaN) : signed(row.difference, exact)}</td>
    </tr>
  )
  if (step.changed.length === 0 && !hasSame) return null
  return (
    <tbody>
      <tr data-group>
        <th scope="rowgroup" colSpan={4}>
          {title}
        </th>
      </tr>
      {step.changed.map(row => line(row, false))}
      {hasSame && step.same.map(row => line(row, true))}
    </tbody>
  )
}

export function CompareCounters({ before, now }: HeadProps) {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  const [hasSame, setSame] = useState(false)
  const steps = useMemo(() => compareSteps(before, now), [before, now])
  const same = steps.reduce((sum, step) => sum + step.same.length, 0)
  const isAllSame = steps.every(step => step.changed.length === 0)
  return (
    <section aria-label={t('usual.compare.counters')}>
      {isAllSame && <p>{t('usual.compare.noDifference')}</p>}
      {(hasSame || !isAllSame) && (
        <Table aria-label={t('usual.compare.counters')}>
          <thead>
            <tr>
              <th scope="col">{t('usual.compare.counter')}</th>
              <SessionHeads before={before} now={now} />
              <th scope="col">{t('usual.compare.difference')}</th>
            </tr>
          </thead>
          {steps.map(step => (
            <StepRows key={step.stepId} step={step} hasSame={hasSame} />
          ))}
        </Table>
      )}
      {same > 0 && (
        <PlainButton aria-expanded={hasSame} onClick={() => setSame(!hasSame)}>
          {hasSame ? t('usual.compare.hideSame') : t('usual.compare.showSame', { count: same, figure: exact(same) })}
        </PlainButton>
      )}
    </section>
  )
}

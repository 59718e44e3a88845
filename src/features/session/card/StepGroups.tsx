/** The property groups of a step: label and figure, one table per group of names, and unknown counters. */
import { useTranslation } from '@/i18n/translation'
import type { Step } from '@/domain/session'
import type { GroupDefinition } from '@/domain/step-catalogue'
import { stepDefinition } from '@/domain/step-catalogue'
import type { Reading } from '@/domain/step-reading'
import { isDerived, readEachGroup, readGroup, readUnknownCounters } from '@/domain/step-reading'
import { useFormat } from '@/i18n/format'
import { usePreferences } from '@/stores/preferences'
import { PlainButton } from '@/ui/PlainButton'
import { TonedList } from '@/ui/TonedList'
import { TonedMatrix } from '@/ui/TonedMatrix'
import type { StepWords } from '@/i18n/step-words'
import { useStepWords } from '@/i18n/step-words'
import styles from './card.module.css'

/** The explanation of a figure: what it counts, then what is unusual about it now. */
function useHint(): (hint: string, value: number) => string {
  const { t } = useTranslation('session')
  const { count, exact } = useFormat()
  return (hint, value) => {
    const abbreviated = count(value) === exact(value) ? [] : [`${exact(value)}.`]
    const odd = Number.isNaN(value) ? [t('unreadable')] : value < 0 ? [t('negative')] : []
    return [...abbreviated, hint, ...odd].join(' ')
  }
}

interface GroupProps {
  readonly step: Step
  readonly group: GroupDefinition
  readonly title: string
  readonly words: StepWords
  /** Counters that are zero are shown too. */
  readonly hasZeros: boolean
}

function SimpleGroup({ step, group, title, words, hasZeros }: GroupProps) {
  const hint = useHint()
  const { count } = useFormat()
  const readings = readGroup(step, group).filter(({ value }) => hasZeros || value !== 0)
  const items = readings.map(({ property, value, tone }) => ({
    key: property.id,
    label: words.properties[property.id]?.label ?? property.id,
    hint: hint(words.properties[property.id]?.hint ?? '', value),
    figure: count(value),
    tone,
    isPart: property.partOf !== undefined,
    isDerived: isDerived(property),
  }))
  return items.length === 0 ? null : <TonedList title={title} items={items} />
}

type EachLine = ReturnType<typeof readEachGroup>[number]

const isZeroMeasure = (lines: readonly EachLine[], id: string) =>
  lines.every(({ readings }) => readings.every(({ property, value }) => property.id !== id || value === 0))

function EachGroup({ step, group, title, words, hasZeros }: GroupProps) {
  const { t } = useTranslation('session')
  const hint = useHint()
  const { count } = useFormat()
  const lines = readEachGroup(step, group)
  if (lines.length === 0) return null
  // A measure that is zero for every name folds like a counter.
  const isShown = (id: string) => hasZeros || !isZeroMeasure(lines, id)
  const cell = ({ property, value, tone }: Reading) => ({
    key: property.id,
    figure: count(value),
    tone,
    hint: hint('', value),
  })
  return (
    <TonedMatrix
      title={title}
      nameHeader={t('name')}
      columns={group.properties
        .filter(({ id }) => isShown(id))
        .map(property => ({
          key: property.id,
          label: words.properties[property.id]?.label ?? property.id,
          hint: words.properties[property.id]?.hint ?? '',
          isDerived: isDerived(property),
        }))}
      rows={lines.map(({ name, readings }) => ({
        name,
        cells: readings.filter(({ property }) => isShown(property.id)).map(cell),
      }))}
    />
  )
}

function UnknownCounters({ step }: { readonly step: Step }) {
  const { t } = useTranslation('session')
  const hint = useHint()
  const { count } = useFormat()
  const counters = readUnknownCounters(step)
  if (counters.length === 0) return null
  const items = counters.map(({ name, value }) => ({
    key: name,
    label: name,
    hint: hint(t('otherHint'), value),
    figure: count(value),
    tone: value === 0 ? ('muted' as const) : ('plain' as const),
    isPart: false,
    isDerived: false,
  }))
  return <TonedList title={t('otherCounters')} items={items} />
}

/** How many counters fold: those of the simple groups that are zero, and the measures that are zero for every name. */
function zerosOf(step: Step, groups: readonly GroupDefinition[]): number {
  const each = (group: GroupDefinition) => {
    const lines = readEachGroup(step, group)
    return lines.length === 0 ? [] : group.properties.filter(({ id }) => isZeroMeasure(lines, id))
  }
  const simple = (group: GroupDefinition) => readGroup(step, group).filter(({ value }) => value === 0)
  return groups.flatMap<unknown>(group => (group.each === undefined ? simple(group) : each(group))).length
}

interface ZerosButtonProps {
  readonly zeros: number
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function ZerosButton({ zeros, isOpen, onToggle }: ZerosButtonProps) {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  return (
    <PlainButton className={styles['zeros'] ?? ''} aria-expanded={isOpen} onClick={onToggle}>
      {t('zeros', { count: zeros, figure: exact(zeros) })}
    </PlainButton>
  )
}

/** Counters that are zero fold into one line, which opens in place; the choice is remembered for this type of card. */
export function StepGroups({ step }: { readonly step: Step }) {
  const opened = usePreferences(({ zeros: types }) => types)
  const set = usePreferences(preferences => preferences.set)
  const hasZeros = opened.includes(step.type)
  const toggle = () => set({ zeros: hasZeros ? opened.filter(type => type !== step.type) : [...opened, step.type] })
  const words = useStepWords()(step.stepId)
  const groups: readonly (readonly [string, GroupDefinition])[] = Object.entries(
    stepDefinition(step.stepId)?.groups ?? {},
  )
  const zeros = zerosOf(
    step,
    groups.map(([, group]) => group),
  )
  return (
    <>
      <div className={styles['counters']}>
        {groups.map(([id, group]) => {
          const Group = group.each === undefined ? SimpleGroup : EachGroup
          return (
            <Group
              key={id}
              step={step}
              group={group}
              title={words.groups[id] ?? id}
              words={words}
              hasZeros={hasZeros}
            />
          )
        })}
        <UnknownCounters step={step} />
      </div>
      {zeros > 0 && <ZerosButton zeros={zeros} isOpen={hasZeros} onToggle={toggle} />}
    </>
  )
}

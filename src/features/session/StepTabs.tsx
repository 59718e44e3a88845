/** The tabs of a card whose type has several steps; arrows move, and each tab tells its errors. */
import ButtonBase from '@mui/material/ButtonBase'
import { styled } from '@mui/material/styles'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Step } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { useStepWords } from './step-words'

const List = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  marginBottom: 8,
  borderBottom: `1px solid ${(theme.vars ?? theme).palette.divider}`,
}))

const Tab = styled(ButtonBase)(({ theme }) => ({
  ...theme.typography.body2,
  minHeight: 28,
  padding: '4px 10px',
  gap: 6,
  borderBottom: '2px solid transparent',
  color: (theme.vars ?? theme).palette.text.secondary,
  '&[aria-selected=true]': {
    color: (theme.vars ?? theme).palette.text.primary,
    borderBottomColor: (theme.vars ?? theme).palette.primary.main,
  },
  '&:focus-visible': { outline: `2px solid ${(theme.vars ?? theme).palette.primary.main}`, outlineOffset: -2 },
  '& b': { color: (theme.vars ?? theme).palette.error.main },
}))

interface Props {
  /** The step type's word. */
  readonly type: string
  readonly idPrefix: string
  readonly steps: readonly Step[]
  readonly selected: string
  readonly onSelect: (stepId: string) => void
}

export const tabId = (prefix: string, place: number) => `${prefix}-tab-${place}`
export const panelId = (prefix: string) => `${prefix}-panel`

export function StepTabs({ type, idPrefix, steps, selected, onSelect }: Props) {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  const words = useStepWords()
  const place = steps.findIndex(({ stepId }) => stepId === selected)

  const onKeyDown = (event: KeyboardEvent) => {
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: place - 1,
      ArrowRight: place + 1,
      Home: 0,
      End: steps.length - 1,
    }
    const target = targets[event.key]
    if (target === undefined) return
    const next = (target + steps.length) % steps.length
    event.preventDefault()
    onSelect(steps[next]?.stepId ?? selected)
    document.getElementById(tabId(idPrefix, next))?.focus()
  }

  return (
    <List role="tablist" aria-label={t('tabs', { type })} onKeyDown={onKeyDown}>
      {steps.map(({ stepId, state: { errors } }, index) => {
        const { title } = words(stepId)
        const isSelected = stepId === selected
        return (
          <Tab
            key={stepId}
            id={tabId(idPrefix, index)}
            role="tab"
            aria-selected={isSelected}
            aria-controls={isSelected ? panelId(idPrefix) : undefined}
            aria-label={errors > 0 ? t('tabErrors', { title, errors: exact(errors) }) : undefined}
            tabIndex={isSelected ? 0 : -1}
            onClick={() => onSelect(stepId)}
          >
            {title}
            {errors > 0 && <b>{exact(errors)}</b>}
          </Tab>
        )
      })}
    </List>
  )
}

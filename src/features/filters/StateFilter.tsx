/** All / Ok / Error / Running / Waiting, in the server's own words underneath (docs/regards-api/sessions.md 1.1). */
import { useTranslation } from 'react-i18next'
import type { StateFilter as State } from '@/domain/session'
import { STATE_FILTERS } from '@/domain/session'
import type { NamedThing } from '@/queries/names'
import { SelectField } from '@/ui/SelectField'

const CHOICES = ['all', 'ok', 'errors', 'running', 'waiting'] as const

interface Props {
  readonly kind: NamedThing
  readonly value: State | undefined
  readonly onChange: (state: State | undefined) => void
}

export function StateFilter({ kind, value, onChange }: Props) {
  const { t } = useTranslation('board')
  return (
    <SelectField
      label={t(`state.${kind}`)}
      value={value ?? 'all'}
      options={CHOICES.map(choice => ({ value: choice, label: t(`states.${choice}`) }))}
      onChange={choice => onChange(STATE_FILTERS.find(state => state === choice))}
    />
  )
}

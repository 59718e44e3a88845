/** A choice among few: the browser's own select, known to every keyboard, telephone and screen reader. */
import { styled } from '@mui/material/styles'
import { useId } from 'react'
import { visuallyHidden } from './visually-hidden'

export const fieldStyle = {
  height: 32,
  minWidth: 0,
  padding: '0 8px',
  font: 'inherit',
  fontSize: '0.8125rem',
  borderRadius: 6,
} as const

const Select = styled('select')(({ theme }) => ({
  ...fieldStyle,
  color: theme.vars.palette.text.primary,
  backgroundColor: theme.vars.palette.background.paper,
  // A border that says "field" has to be seen: 3:1.
  border: `1px solid ${theme.vars.palette.text.secondary}`,
  '&:focus-visible': { outline: `2px solid ${theme.vars.palette.primary.main}`, outlineOffset: 0 },
}))

interface Props<V extends string> {
  readonly label: string
  readonly value: V
  readonly options: readonly { readonly value: V; readonly label: string }[]
  readonly onChange: (value: V) => void
  readonly isLabelHidden?: boolean
}

export function SelectField<V extends string>({ label, value, options, onChange, isLabelHidden = true }: Props<V>) {
  const id = useId()
  return (
    <>
      <label htmlFor={id} style={isLabelHidden ? visuallyHidden : undefined}>
        {label}
      </label>
      <Select
        id={id}
        value={value}
        title={isLabelHidden ? label : undefined}
        onChange={event => {
          const chosen = options.find(option => option.value === event.target.value)
          if (chosen !== undefined) onChange(chosen.value)
        }}
      >
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </>
  )
}

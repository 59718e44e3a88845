/** A choice among few: the native select, usable by keyboard, phone and screen reader. */
import { useId } from 'react'
import styles from './fields.module.css'
import hidden from './hidden.module.css'

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
      <label htmlFor={id} className={isLabelHidden ? hidden['spoken'] : undefined}>
        {label}
      </label>
      <select
        className={styles['field']}
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
      </select>
    </>
  )
}

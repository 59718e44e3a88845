/** A labelled text field of the sign-in forms. */
import { styled } from '@mui/material/styles'
import type { InputHTMLAttributes, Ref } from 'react'
import { useId } from 'react'

const Label = styled('label')({ display: 'block', fontSize: '0.8125rem', fontWeight: 600, marginBottom: 4 })

const Input = styled('input')(({ theme }) => ({
  width: '100%',
  height: 40,
  padding: '0 12px',
  font: 'inherit',
  fontSize: '1rem',
  borderRadius: 6,
  color: theme.vars.palette.text.primary,
  backgroundColor: theme.vars.palette.background.paper,
  border: `1px solid ${theme.vars.palette.text.secondary}`,
  '&:focus-visible': { outline: `2px solid ${theme.vars.palette.primary.main}` },
  '&[aria-invalid=true]': { borderColor: theme.vars.palette.error.main },
}))

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string
  readonly ref?: Ref<HTMLInputElement>
}

export function Field({ label, ref, ...input }: Props) {
  const id = useId()
  return (
    <div>
      <Label htmlFor={id}>{label}</Label>
      <Input id={id} ref={ref} required {...input} />
    </div>
  )
}

/** A labelled text field of the sign-in forms. */
import { styled } from '@mui/material/styles'
import type { InputHTMLAttributes, Ref } from 'react'
import { useId } from 'react'
import { TextInput } from '@/ui/TextInput'

const Label = styled('label')({ display: 'block', fontSize: '0.8125rem', fontWeight: 600, marginBottom: 4 })

const Input = styled(TextInput)(({ theme }) => ({
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

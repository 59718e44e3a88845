/** A button that says why it cannot be pressed: never hidden, always reachable, its reason on hover, on focus and to be heard. */
import Button from '@mui/material/Button'
import type { ButtonProps } from '@mui/material/Button'
import { useId } from 'react'
import { Explained } from './Explained'
import { visuallyHidden } from './visually-hidden'

interface Props extends Omit<ButtonProps, 'disabled'> {
  /** Why it cannot be pressed now; undefined when it can. */
  readonly reason: string | undefined
}

export function ReasonedButton({ reason, onClick, sx, ...props }: Props) {
  const id = useId()
  if (reason === undefined) return <Button onClick={onClick} {...(sx === undefined ? {} : { sx })} {...props} />
  return (
    <Explained hint={reason} isFocusable={false}>
      <Button
        {...props}
        aria-disabled
        aria-describedby={id}
        sx={{ color: 'text.secondary', borderColor: 'divider', cursor: 'not-allowed' }}
      />
      <span id={id} style={visuallyHidden}>
        {reason}
      </span>
    </Explained>
  )
}

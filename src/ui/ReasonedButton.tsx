/** A button that says why it cannot be pressed: never hidden, always reachable, its reason on hover, on focus and to be heard. */
import Button from '@mui/material/Button'
import type { ButtonProps } from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useId } from 'react'
import { Explained } from './InfoTooltip'
import { visuallyHidden } from './visually-hidden'

interface Props extends Omit<ButtonProps, 'disabled'> {
  /** Why it cannot be pressed now; undefined when it can. */
  readonly reason: string | undefined
}

const Root = styled(Button)(({ theme }) => ({
  '&[aria-disabled=true]': {
    color: (theme.vars ?? theme).palette.text.secondary,
    borderColor: (theme.vars ?? theme).palette.divider,
    cursor: 'not-allowed',
  },
})) as typeof Button

export function ReasonedButton({ reason, onClick, ...props }: Props) {
  const id = useId()
  const isHeldUp = reason !== undefined
  return (
    <Explained hint={reason ?? ''} isFocusable={false} isSteady>
      <Root
        {...props}
        aria-disabled={isHeldUp}
        aria-describedby={isHeldUp ? id : undefined}
        onClick={isHeldUp ? undefined : onClick}
      />
      {isHeldUp && (
        <span id={id} style={visuallyHidden}>
          {reason}
        </span>
      )}
    </Explained>
  )
}

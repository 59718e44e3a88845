/** A button that says why it cannot be pressed: never hidden, always reachable, its reason on hover, on focus and to be heard. */
import Button from '@mui/material/Button'
import type { ButtonProps } from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useId } from 'react'
import { InfoTooltip } from './InfoTooltip'
import hidden from './hidden.module.css'

interface Props extends Omit<ButtonProps, 'disabled'> {
  /** Why it cannot be pressed now; undefined when it can. */
  readonly reason: string | undefined
}

const Root = styled(Button)(({ theme }) => ({
  '&[aria-disabled=true]': {
    color: theme.vars.palette.text.secondary,
    borderColor: theme.vars.palette.divider,
    cursor: 'not-allowed',
  },
})) as typeof Button

export function ReasonedButton({ reason, onClick, ...props }: Props) {
  const id = useId()
  const isBlocked = reason !== undefined
  return (
    <InfoTooltip hint={reason ?? ''} isFocusable={false} isSteady>
      <Root
        {...props}
        aria-disabled={isBlocked}
        aria-describedby={isBlocked ? id : undefined}
        onClick={isBlocked ? undefined : onClick}
      />
      {isBlocked && (
        <span id={id} className={hidden['spoken']}>
          {reason}
        </span>
      )}
    </InfoTooltip>
  )
}

/** A disabled button that explains why: never hidden, focusable, its reason on hover, on focus and for screen readers. */
import type { ComponentProps } from 'react'
import { useId } from 'react'
import { InfoTooltip } from './InfoTooltip'
import { PlainButton } from './PlainButton'
import hidden from './hidden.module.css'

interface Props extends Omit<ComponentProps<typeof PlainButton>, 'disabled'> {
  /** Why it is disabled; undefined when it is enabled. */
  readonly reason: string | undefined
}

export function ReasonedButton({ reason, onClick, ...props }: Props) {
  const id = useId()
  const isBlocked = reason !== undefined
  return (
    <InfoTooltip hint={reason ?? ''} isFocusable={false} isSteady>
      <PlainButton
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

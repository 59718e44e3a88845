/** A button that explains why it is disabled, or what to know before: never hidden, focusable, its words on hover, on focus and for screen readers. */
import type { ComponentProps } from 'react'
import { useId } from 'react'
import { InfoTooltip } from './InfoTooltip'
import { PlainButton } from './PlainButton'
import hidden from './hidden.module.css'

interface Props extends Omit<ComponentProps<typeof PlainButton>, 'disabled'> {
  /** Why it is disabled; undefined when it is enabled. */
  readonly reason: string | undefined
  /** What to know before it is pressed. */
  readonly note?: string | undefined
}

export function ReasonedButton({ reason, note, onClick, ...props }: Props) {
  const id = useId()
  const isBlocked = reason !== undefined
  const said = reason ?? note
  return (
    <InfoTooltip hint={said ?? ''} isFocusable={false} isSteady>
      <PlainButton
        {...props}
        aria-disabled={isBlocked}
        aria-describedby={said === undefined ? undefined : id}
        onClick={isBlocked ? undefined : onClick}
      />
      {said !== undefined && (
        <span id={id} className={hidden['spoken']}>
          {said}
        </span>
      )}
    </InfoTooltip>
  )
}

/** A small icon button: its name is announced, and shown on hover. */
import type { ComponentProps } from 'react'
import { Icon } from './Icon'
import { PlainButton } from './PlainButton'

interface Props extends Omit<ComponentProps<typeof PlainButton>, 'name' | 'children'> {
  readonly name: string
  readonly icon: ComponentProps<typeof Icon>['name']
}

export function NamedIconButton({ name, icon, ...props }: Props) {
  return (
    <PlainButton look="inherited" aria-label={name} title={name} {...props}>
      <Icon name={icon} />
    </PlainButton>
  )
}

/** The button of the first screen, without MUI's code. */
import type { ComponentProps } from 'react'
import styles from './PlainButton.module.css'

interface Props extends ComponentProps<'button'> {
  /** `framed` has a border, `inherited` the colour of the text around it. */
  readonly look?: 'plain' | 'framed' | 'inherited'
}

export function PlainButton({ look = 'plain', className = '', ...props }: Props) {
  return <button type="button" data-look={look} className={`${styles['button']} ${className}`} {...props} />
}

/** Nothing to show; an absence of errors looks good. */
import type { ReactNode } from 'react'
import { Icon } from './Icon'
import styles from './messages.module.css'

interface Props {
  readonly title: ReactNode
  readonly text?: ReactNode
  readonly isGood?: boolean
  readonly action?: ReactNode
}

export function EmptyState({ title, text, isGood = false, action }: Props) {
  return (
    <div className={styles['empty']}>
      {isGood && <Icon name="check" />}
      <p>{title}</p>
      {text !== undefined && <div className={styles['emptyText']}>{text}</div>}
      {action}
    </div>
  )
}

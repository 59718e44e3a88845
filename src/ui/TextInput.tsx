/** The one-line field of forms and confirmations; its label is its neighbour's. */
import type { ComponentProps } from 'react'
import styles from './fields.module.css'

export function TextInput({ className = '', ...props }: ComponentProps<'input'>) {
  return <input className={`${styles['field']} ${styles['large']} ${className}`} {...props} />
}

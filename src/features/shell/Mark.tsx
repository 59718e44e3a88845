/** The mark of the dashboard, the same as in public/favicon.svg; with a red point while sessions are in error. */
import { useSessionsInError } from '@/queries/state-counts'
import styles from './shell.module.css'

/** Not read out: the title of the page and the list say the number. */
export function Mark() {
  const hasErrors = (useSessionsInError(false) ?? 0) > 0
  return (
    <svg className={styles['mark']} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="7" />
      <path d="M6 20a10 10 0 0 1 20 0M16 5v3" />
      <circle cx="16" cy="20" r="3" />
      {hasErrors && <circle className={styles['markErrors']} cx="24" cy="8" r="7" />}
    </svg>
  )
}

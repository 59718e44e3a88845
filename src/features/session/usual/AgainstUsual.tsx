/** The place of what is far from the usual, above the cards; its code follows the drawer. */
import { Suspense, lazy } from 'react'
import { loadMessages } from '@/i18n/i18n'
import { ErrorBoundary } from '@/ui/ErrorBoundary'
import type { AgainstProps } from './Against'
import styles from './usual.module.css'

const Against = lazy(async () => {
  const [part] = await Promise.all([import('./Against'), loadMessages(['session'])])
  return { default: part.Against }
})

export function AgainstUsual(props: AgainstProps) {
  return (
    <div className={styles['usual']}>
      <ErrorBoundary>
        <Suspense>
          <Against {...props} />
        </Suspense>
      </ErrorBoundary>
    </div>
  )
}

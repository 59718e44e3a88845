/** The place of what is far from the usual, above the cards; its code follows the drawer. */
import { Suspense, lazy } from 'react'
import { loadMessages } from '@/i18n/i18n'
import { ErrorBoundary } from '@/ui/ErrorBoundary'
import { adoptStyles } from '@/ui/adopt-styles'
import type { AgainstProps } from './Against'
import sheet from './usual.css?inline'

// Not with the first script, which has the styles of all modules.
adoptStyles(sheet)

const Against = lazy(async () => {
  const [part] = await Promise.all([import('./Against'), loadMessages(['session'])])
  return { default: part.Against }
})

export function AgainstUsual(props: AgainstProps) {
  return (
    <div className="against-usual">
      <ErrorBoundary>
        <Suspense>
          <Against {...props} />
        </Suspense>
      </ErrorBoundary>
    </div>
  )
}

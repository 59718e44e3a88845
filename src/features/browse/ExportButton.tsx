/** Saves a list as a CSV file; while that goes on, the same button cancels it. */
import { Suspense, useState } from 'react'
import { loadMessages } from '@/i18n/i18n'
import { useTranslation } from '@/i18n/translation'
import type { ListQuestion } from '@/queries/list-file'
import { ErrorBoundary } from '@/ui/ErrorBoundary'
import { Icon } from '@/ui/Icon'
import { PlainButton } from '@/ui/PlainButton'
import { lazyPart } from '@/ui/lazy-mui'
import { useSteadyClick } from '@/ui/useSteadyClick'
import type { ListExportProps } from './ListExport'
import styles from './pane.module.css'

const ListExport = lazyPart<ListExportProps>(async () => {
  const [{ ListExport: progress }] = await Promise.all([
    import('./ListExport'),
    loadMessages(['listCsv', 'records', 'steps']),
  ])
  return { default: progress }
})

export function ExportButton({ list }: { readonly list: ListQuestion }) {
  const { t } = useTranslation('board')
  const [isRunning, setRunning] = useState(false)
  const name = t(isRunning ? `exportCancel.${list.kind}` : `export.${list.kind}`)
  return (
    <span className={styles['export']}>
      {isRunning && (
        <ErrorBoundary>
          <Suspense>
            <ListExport list={list} onEnd={() => setRunning(false)} />
          </Suspense>
        </ErrorBoundary>
      )}
      <PlainButton
        className={styles['exportButton'] ?? ''}
        look="inherited"
        aria-label={name}
        title={name}
        onClick={useSteadyClick(isRunning, () => setRunning(!isRunning))}
      >
        <Icon name={isRunning ? 'close' : 'download'} />
        {isRunning && t('exportStop')}
      </PlainButton>
    </span>
  )
}

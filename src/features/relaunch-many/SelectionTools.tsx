/** What can be done with the sessions that are selected, and how to select all that match. */
import type { ComponentType } from 'react'
import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { SessionListQuestion } from '@/domain/list-params'
import { isUnfinished } from '@/domain/relaunch-run'
import type { Session } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { loadMessages } from '@/i18n/i18n'
import { useMissingRightText } from '@/i18n/missing-right'
import { useMissingDeletion } from '@/queries/rights'
import { useRelaunchRun } from '@/stores/relaunch-run'
import { MOST_SELECTED, clearSelection, seeSessions, useSelectedSessions } from '@/stores/selected-sessions'
import type { SeenSession } from '@/stores/selected-sessions'
import { PlainButton } from '@/ui/PlainButton'
import { ReasonedButton } from '@/ui/ReasonedButton'
import { lazyPart } from '@/ui/lazy-mui'
import { useCopy } from '@/ui/useCopy'
import { useSteadyClick } from '@/ui/useSteadyClick'
import type { DeletionDialog } from './deletion-dialog'
import { PreviewDialog } from './PreviewDialog'
import type { SelectionExportProps } from './SelectionExport'
import { RemovalBar } from './RemovalBar'
import styles from './many.module.css'
import { useReadAll } from './useReadAll'

export interface SelectionToolsProps {
  readonly question: SessionListQuestion
  /** What the list shows, with when it was answered. */
  readonly rows: readonly Session[]
  readonly answeredAt: number
  readonly total: number | undefined
  readonly Deletion: DeletionDialog
  /** The button that watches them. */
  readonly Watch: ComponentType<{ readonly sessions: readonly SeenSession[] }>
}

const SelectionExport = lazyPart<SelectionExportProps>(async () => {
  const [{ SelectionExport: progress }] = await Promise.all([
    import('./SelectionExport'),
    loadMessages(['listCsv', 'records', 'steps']),
  ])
  return { default: progress }
})

/** Saves the selected sessions as a file; while that goes on, the same button cancels it. */
function ExportTool({
  selected,
  none,
}: {
  readonly selected: readonly SeenSession[]
  readonly none: string | undefined
}) {
  const { t } = useTranslation('many')
  const [isRunning, setRunning] = useState(false)
  return (
    <>
      <ReasonedButton
        reason={isRunning ? undefined : none}
        onClick={useSteadyClick(isRunning, () => setRunning(!isRunning))}
      >
        {t(isRunning ? 'bar.csvCancel' : 'bar.csv')}
      </ReasonedButton>
      {isRunning && (
        <Suspense>
          <SelectionExport selected={selected.map(({ session }) => session)} onEnd={() => setRunning(false)} />
        </Suspense>
      )}
    </>
  )
}

/** How many are selected, and reading all that match. */
function Count({
  question,
  total,
  count,
}: Pick<SelectionToolsProps, 'question' | 'total'> & { readonly count: number }) {
  const { t } = useTranslation('many')
  const { t: tCommon } = useTranslation('common')
  const { exact } = useFormat()
  const { progress, start, cancel } = useReadAll(question)
  const figure = exact(count)
  const known = progress?.figures
  const reading =
    known === undefined ? tCommon('loading') : t('bar.reading', { read: exact(known.read), total: exact(known.total) })
  const text =
    count === 0 ? t('bar.none') : count >= MOST_SELECTED ? t('bar.full', { figure }) : t('bar.count', { count, figure })
  return (
    <>
      <span role="status">{text}</span>
      {progress === undefined ? (
        total !== undefined &&
        total > 0 && <PlainButton onClick={start}>{t('bar.all', { figure: exact(total) })}</PlainButton>
      ) : (
        <>
          <span>{reading}</span>
          <PlainButton onClick={cancel}>{t('bar.cancel')}</PlainButton>
        </>
      )}
    </>
  )
}

export function SelectionTools(props: SelectionToolsProps) {
  const { question, rows, answeredAt, total, Deletion, Watch } = props
  const { t } = useTranslation('many')
  const { exact } = useFormat()
  const sessions = useSelectedSessions(selection => selection.sessions)
  const isRunning = useRelaunchRun(({ run }) => run !== undefined && isUnfinished(run))
  const [isAsking, setAsking] = useState(false)
  const [removal, setRemoval] = useState<readonly SeenSession[]>()
  const copy = useCopy()
  const selected = [...sessions.values()]
  const count = selected.length
  const mayDelete = count === 0 || selected.some(({ session }) => session.canDelete)
  const deletionRefusal = useMissingRightText(useMissingDeletion(mayDelete))
  const none = count === 0 ? t('bar.first') : undefined
  useEffect(() => seeSessions(rows, answeredAt), [rows, answeredAt])
  const names = () => selected.map(({ session: { source, name } }) => `${source}\t${name}`).join('\n')
  return (
    <>
      <div className={styles['bar']} role="group" aria-label={t('bar.name')}>
        <Count question={question} total={total} count={count} />
        <ReasonedButton
          look="framed"
          aria-haspopup="dialog"
          reason={none ?? (isRunning ? t('bar.running') : undefined)}
          onClick={() => setAsking(true)}
        >
          {t('bar.relaunch')}
        </ReasonedButton>
        <ReasonedButton reason={none} onClick={() => copy(names(), t('bar.copied', { count, figure: exact(count) }))}>
          {t('bar.copy')}
        </ReasonedButton>
        <ExportTool selected={selected} none={none} />
        <Suspense>
          <Watch sessions={selected} />
        </Suspense>
        <ReasonedButton
          className={styles['danger'] ?? ''}
          reason={deletionRefusal ?? none}
          onClick={() => setRemoval(selected)}
        >
          {t('bar.remove')}
        </ReasonedButton>
        {count > 0 && <PlainButton onClick={clearSelection}>{t('bar.clear')}</PlainButton>}
      </div>
      {removal !== undefined && (
        <RemovalBar targets={removal} Deletion={Deletion} onEnd={() => setRemoval(undefined)} />
      )}
      {isAsking && <PreviewDialog selected={selected} onClose={() => setAsking(false)} />}
    </>
  )
}

export { PreviewDialog }

/** The last sessions of a source: in its row, and above the list of its sessions. */
import { useMemo } from 'react'
import { pulseOf } from '@/domain/pulse'
import type { Session } from '@/domain/session'
import { useTranslation } from '@/i18n/translation'
import { useRecentSessions, withRows } from '@/queries/recent-sessions'
import type { SparseList } from '@/queries/useSparseList'
import { PlainButton } from '@/ui/PlainButton'
import { adoptStyles } from '@/ui/adopt-styles'
import { MarksInRow, MarksOfSource } from './PulseMarks'
import sheet from './pulse.css?inline'
import { useSeen } from './useSeen'

// Not with the first script, which has the styles of all modules.
adoptStyles(sheet)

const NONE: readonly Session[] = []

interface RowProps {
  readonly source: string
  readonly date: string | undefined
}

export function RowPulse({ source, date }: RowProps) {
  const [place, isSeen] = useSeen()
  const { recent } = useRecentSessions(source, date, isSeen)
  const marks = useMemo(() => pulseOf(recent?.sessions ?? NONE), [recent])
  return (
    <span className="pulse-cell" ref={place}>
      {marks.length > 0 && <MarksInRow source={source} marks={marks} />}
    </span>
  )
}

interface HeadProps {
  readonly source: string
  /** Its sessions, or those of them that a filter lets through. */
  readonly list: SparseList<Session>
}

/** The list has the newest figures of what it holds. */
export function HeadPulse({ source, list }: HeadProps) {
  const { t } = useTranslation('pulse')
  const { recent, error, retry } = useRecentSessions(source, null, true)
  const rows = list.isPrevious ? NONE : list.rows
  const marks = useMemo(
    () =>
      recent === undefined
        ? []
        : pulseOf(
            withRows(
              recent.sessions,
              rows.filter(row => row.source === source),
            ),
          ),
    [recent, rows, source],
  )
  return (
    <span className="pulse-head">
      {marks.length > 0 && <MarksOfSource source={source} marks={marks} />}
      {marks.length === 0 && error !== null && (
        <PlainButton title={t('failed')} onClick={retry}>
          {t('again')}
        </PlainButton>
      )}
    </span>
  )
}

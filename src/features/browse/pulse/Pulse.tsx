/** The last sessions of a source: in its row, and above the list of its sessions. */
import { useMemo } from 'react'
import { pulseOf } from '@/domain/pulse'
import type { ServiceError } from '@/domain/service-error'
import type { Session } from '@/domain/session'
import { useTranslation } from '@/i18n/translation'
import { useRecentSessions, withRows } from '@/queries/recent-sessions'
import type { SparseList } from '@/queries/useSparseList'
import { useOutage } from '@/queries/useOutage'
import { usePreferences } from '@/stores/preferences'
import { PlainButton } from '@/ui/PlainButton'
import { MarksInRow, MarksOfSource } from './PulseMarks'
import { useSeen } from './useSeen'
import styles from './pulse.module.css'

const NONE: readonly Session[] = []

interface RowProps {
  readonly source: string
  /** When it last changed. */
  readonly date: string | undefined
}

function RowPulse({ source, date }: RowProps) {
  const [place, isSeen] = useSeen()
  const { recent } = useRecentSessions(source, date, isSeen)
  const marks = useMemo(() => pulseOf(recent?.sessions ?? NONE), [recent])
  return (
    <span className={styles['cell']} ref={place}>
      {marks.length > 0 && <MarksInRow source={source} marks={marks} />}
    </span>
  )
}

interface HeadProps {
  readonly source: string
  /** Its sessions, or those of them that a filter lets through. */
  readonly list: SparseList<Session>
}

/** Not asked again for who is signed out: the page says so. */
const isAskedAgain = ({ meaning: { word } }: ServiceError) => word !== 'signedOut' && word !== 'notSent'

/** The list has the newest figures of what it holds. */
function HeadPulse({ source, list }: HeadProps) {
  const { t } = useTranslation('session')
  const { recent, error, retry } = useRecentSessions(source, null, true)
  const isOutage = useOutage() !== undefined
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
    <span className={styles['head']}>
      {marks.length > 0 && <MarksOfSource source={source} marks={marks} />}
      {marks.length === 0 && error !== null && isAskedAgain(error) && !isOutage && (
        <PlainButton title={t('usual.pulse.failed')} onClick={retry}>
          {t('usual.pulse.again')}
        </PlainButton>
      )}
    </span>
  )
}

/** In a row, which dates its source; above a list, which has its sessions. */
export type PulseProps = RowProps | (Omit<HeadProps, 'source'> & { readonly source: string | undefined })

export function Pulse(props: PulseProps) {
  const isWanted = usePreferences(({ pulse }) => pulse)
  if (!isWanted) return null
  if (!('list' in props)) return <RowPulse {...props} />
  const { source, list } = props
  return source !== undefined && <HeadPulse key={source} source={source} list={list} />
}

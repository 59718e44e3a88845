/** One action: when, what and on which session, how it ended and what the counters did. */
import { Link } from 'react-router-dom'
import type { JournalOutcome } from '@/domain/journal'
import { useFormat } from '@/i18n/format'
import { Name } from '@/ui/Name'
import type { ToneName } from '@/ui/tones'
import tones from '@/ui/tones.module.css'
import { boardLink } from '@/url/board-url'
import type { JournalLine } from './journal-words'
import styles from './journal.module.css'

const TONES: Readonly<Record<JournalOutcome, ToneName>> = {
  accepted: 'plain',
  partial: 'waiting',
  refused: 'error',
  unknown: 'waiting',
  notSent: 'error',
  nothing: 'muted',
  sending: 'running',
}

interface Props {
  readonly line: JournalLine
  /** The session of the entry is opened. */
  readonly onOpen: () => void
}

export function JournalRow({ line, onOpen }: Props) {
  const { date } = useFormat()
  const { entry, what, outcome, outcomeText, details, counters } = line
  const { at, session } = entry
  return (
    <li className={styles['row']}>
      <div className={styles['when']}>
        <time dateTime={at}>{date(at)}</time>
      </div>
      <div>
        <p className={styles['what']}>{what}</p>
        {session !== undefined && (
          <p>
            <Link
              to={boardLink({
                source: session.source,
                session: session.name,
                ...(session.id === undefined ? {} : { id: session.id }),
              })}
              onClick={onOpen}
            >
              <Name text={session.source} /> / <Name text={session.name} mayBeEmpty />
            </Link>
          </p>
        )}
      </div>
      <div>
        <p>
          <span className={`${styles['outcome']} ${tones['tone']}`} data-tone={TONES[outcome]}>
            {outcomeText}
          </span>
          {details.map(detail => (
            <span key={detail}>
              {' · '}
              <bdi>{detail}</bdi>
            </span>
          ))}
        </p>
        {counters !== '' && <p className={styles['counters']}>{counters}</p>}
      </div>
    </li>
  )
}

/** The sessions with a cause, most errors first: each name opens the session with its list at this cause. */
import { styled } from '@mui/material/styles'
import { Link } from 'react-router-dom'
import type { BoardView } from '@/domain/board-view'
import { selectSession, showRecords } from '@/domain/board-view'
import { causeKey } from '@/domain/causes'
import type { CausePlace, IncidentCause } from '@/domain/incident'
import type { Session } from '@/domain/session'
import { sessionKey } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { useTranslation } from '@/i18n/translation'
import { Name } from '@/ui/Name'
import { boardAddress } from '@/url/board-url'
import { usePlaceText } from './incident-words'

const List = styled('ul')(({ theme }) => ({
  margin: 0,
  padding: 0,
  listStyle: 'none',
  columns: '26em auto',
  columnGap: 24,
  '& li': { breakInside: 'avoid', padding: '2px 0' },
  '& a': { color: theme.vars.palette.primary.main },
  '& span': { color: theme.vars.palette.text.secondary },
}))

interface Props {
  readonly cause: IncidentCause
  readonly view: BoardView
}

export function CauseSessions({ cause: { pattern, sessions }, view }: Props) {
  const { t } = useTranslation('incident')
  const { exact } = useFormat()
  const placeText = usePlaceText()
  const name = t('detail.sessions')
  /** The list with its rows of this cause. */
  const address = (session: Session, { list, part }: CausePlace) => {
    const records = { list, cause: causeKey(pattern), ...(part === undefined ? {} : { part }) }
    return boardAddress(showRecords(selectSession(view, session, session.id), records))
  }
  return (
    <>
      <h3>{name}</h3>
      <List aria-label={name}>
        {sessions.map(({ session, places }) => (
          <li key={sessionKey(session)}>
            {places.slice(0, 1).map(place => (
              <Link key={place.list} to={address(session, place)}>
                <Name text={session.source} /> / <Name text={session.name} mayBeEmpty />
              </Link>
            ))}
            {places.map((place, n) => (
              <span key={`${place.list} ${place.part ?? ''}`}>
                {' · '}
                {n === 0 ? (
                  t('place', { place: placeText(place), figure: exact(place.count) })
                ) : (
                  <Link to={address(session, place)}>
                    {t('place', { place: placeText(place), figure: exact(place.count) })}
                  </Link>
                )}
              </span>
            ))}
          </li>
        ))}
      </List>
    </>
  )
}

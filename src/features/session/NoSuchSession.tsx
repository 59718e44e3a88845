/** In place of the cards, for a link to a missing session: the message, and sessions with similar names. */
import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from '@/i18n/translation'
import type { BoardView } from '@/domain/board-view'
import { selectSession } from '@/domain/board-view'
import type { SessionRef } from '@/domain/session'
import { isTooLong, sessionKey } from '@/domain/session'
import { nearestSessionsQuery } from '@/queries/nearest-sessions'
import { EmptyState } from '@/ui/EmptyState'
import { boardAddress } from '@/url/board-url'
import { useBoardView } from '@/url/useBoardView'
import { NamedSentence, SpelledName } from './SpelledName'

const Names = styled('ul')(({ theme }) => ({
  listStyle: 'none',
  margin: '4px 0 0',
  padding: 0,
  '& li': { padding: '3px 0' },
  '& a': { color: theme.vars.palette.primary.main, overflowWrap: 'anywhere' },
}))

/** Characters of a name that are shown: it may be as long as an address. */
const SHOWN = 255

function shortened(name: string): string {
  const characters = Array.from(name)
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : name
}

/** The view with this session instead of the missing one, and its source, where it was selected. */
function opened(view: BoardView, asked: SessionRef, { id, ...ref }: SessionRef & { readonly id: number }): BoardView {
  const isSourceWrong = view.source === asked.source && ref.source !== asked.source
  return selectSession(isSourceWrong ? { ...view, source: ref.source } : view, ref, id)
}

interface Props {
  readonly sessionRef: SessionRef
  /** The id that the link has beside the names. */
  readonly id: number | undefined
}

function Nearest({ sessionRef, id }: Props) {
  const { t } = useTranslation('session')
  const [view, updateView] = useBoardView()
  const { data, isError } = useQuery(nearestSessionsQuery(sessionRef, id))
  if (isError) return <div>{t('missing.failed')}</div>
  if (data === undefined) return <div>{t('missing.looking')}</div>
  const { sessions, isSourceKnown } = data
  const isElsewhere = sessions.some(({ name }) => name === sessionRef.name)
  return (
    <>
      {!isSourceKnown && (
        <div>
          <NamedSentence
            names={[shortened(sessionRef.source)]}
            write={(source = '') => t('missing.noSource', { source })}
          />
        </div>
      )}
      {isElsewhere && <div>{t('missing.elsewhere')}</div>}
      {sessions.length === 0 ? (
        <div>{t('missing.none')}</div>
      ) : (
        <>
          <div>{t('missing.nearest')}</div>
          <Names>
            {sessions.map(session => (
              <li key={sessionKey(session)}>
                <a
                  href={boardAddress(opened(view, sessionRef, session))}
                  onClick={event => {
                    // With a key held the browser opens it elsewhere.
                    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
                    event.preventDefault()
                    updateView(now => opened(now, sessionRef, session))
                  }}
                >
                  <SpelledName name={session.source} />
                  {' / '}
                  <SpelledName name={session.name} />
                </a>
              </li>
            ))}
          </Names>
        </>
      )}
    </>
  )
}

export function NoSuchSession(props: Props) {
  const { t } = useTranslation('session')
  const { source, name } = props.sessionRef
  return (
    <EmptyState
      title={
        <NamedSentence
          names={[shortened(name), shortened(source)]}
          write={(session = '', owner = '') => t('missing.title', { session, source: owner })}
        />
      }
      text={
        <>
          <div>{isTooLong(props.sessionRef) ? t('missing.tooLong') : t('missing.text')}</div>
          <Nearest {...props} />
        </>
      }
    />
  )
}

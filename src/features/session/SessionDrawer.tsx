/** The drawer: one session, its steps as cards, their actions. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from '@/i18n/translation'
import type { BoardView } from '@/domain/board-view'
import { openSession } from '@/domain/board-view'
import type { Session, SessionRef } from '@/domain/session'
import { isSameSession, sessionKey } from '@/domain/session'
import { nameText } from '@/i18n/isolate'
import { sessionQuery, sessionByIdQuery } from '@/queries/board'
import { pageTime } from '@/stores/server-clock'
import { lossesAtHand } from './loss/load'
import { DrawerFrame } from './DrawerFrame'
import type { SessionQuery } from './SessionContent'
import { SessionContent } from './SessionContent'
import type { SessionHeaderProps } from './SessionHeader'

/** Loads what is open from the start. */
export const atHand = lossesAtHand

export interface SessionDrawerProps {
  readonly view: BoardView
  readonly onClose: () => void
  /** Opens the previous or next session of the list; absent when the open one is not in it. */
  readonly onStep?: ((direction: 1 | -1) => void) | undefined
  readonly canStep?: { readonly previous: boolean; readonly next: boolean } | undefined
  /** The session as its list row has it: shown at once, until its own answer comes. */
  readonly row?: Session | undefined
  /** Below 900 px: the whole screen, as a dialog. */
  readonly isModal: boolean
  /** The button that watches the session. */
  readonly Watch?: SessionHeaderProps['Watch']
}

interface ShownProps extends SessionDrawerProps {
  readonly sessionRef: SessionRef | undefined
  readonly title: string
  readonly query: SessionQuery
}

function Shown({ sessionRef, title, query, row, ...props }: ShownProps) {
  const { onClose, onStep, canStep, isModal, Watch } = props
  // A failed first answer removes the placeholder; the list row is still shown.
  const known = query.data ?? row
  const isGone = query.error?.missing !== undefined
  return (
    <DrawerFrame
      isModal={isModal}
      onClose={onClose}
      onStep={onStep}
      canStep={canStep}
      {...(Watch === undefined ? {} : { Watch })}
      sessionRef={sessionRef}
      title={title}
      session={isGone ? undefined : known}
      answeredAt={query.isPlaceholderData ? 0 : pageTime(query.dataUpdatedAt)}
    >
      <SessionContent sessionRef={sessionRef} known={known} query={query} id={props.view.id} />
    </DrawerFrame>
  )
}

/** A session known by its names; the id is a shortcut to it. */
function ByNames({ sessionRef, ...props }: SessionDrawerProps & { readonly sessionRef: SessionRef }) {
  const { t } = useTranslation('session')
  const row = props.row !== undefined && isSameSession(props.row, sessionRef) ? props.row : undefined
  const query = useQuery({
    ...sessionQuery(sessionRef, props.view.id),
    ...(row === undefined ? {} : { placeholderData: row }),
  })
  const title = t('title', { source: sessionRef.source, session: nameText(sessionRef.name) })
  return <Shown {...props} row={row} sessionRef={sessionRef} title={title} query={query} />
}

/** A link that has an id only. */
function ById({ id, ...props }: SessionDrawerProps & { readonly id: number }) {
  const { t } = useTranslation('session')
  const query = useQuery(sessionByIdQuery(id))
  if (query.data !== undefined) {
    const { source, name } = query.data
    return <ByNames key={sessionKey(query.data)} {...props} row={query.data} sessionRef={{ source, name }} />
  }
  return <Shown {...props} sessionRef={undefined} title={t('byId', { id })} query={query} />
}

/** The open session, over the width of both panes or, below 900 px, of the whole screen. */
export function SessionDrawer(props: SessionDrawerProps) {
  const ref = openSession(props.view)
  // With a key: nothing of one session is ever shown under the name of another (docs/regards-api/previous-dashboard-defects.md 20).
  if (ref !== undefined) return <ByNames key={sessionKey(ref)} {...props} sessionRef={ref} />
  return props.view.id === undefined ? null : <ById key={props.view.id} {...props} id={props.view.id} />
}

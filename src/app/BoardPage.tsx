/** The board: sources and sessions, and the drawer of the open session. The address holds everything shown. */
import { Suspense, startTransition, useDeferredValue, useEffect, useRef, useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { BoardView } from '@/domain/board-view'
import { closeSession, openSession, selectSession } from '@/domain/board-view'
import type { Session } from '@/domain/session'
import { isSameSession, sessionKey } from '@/domain/session'
import type { MoreEntry } from '@/features/browse/MoreMenu'
import { SessionsPane } from '@/features/browse/SessionsPane'
import { SourcesPane } from '@/features/browse/SourcesPane'
import { loadListParts } from '@/features/browse/lazy-parts'
import {
  sessionCountFilters,
  sessionQuestion,
  sourceCountFilters,
  useSessions,
  useSources,
} from '@/features/browse/useLists'
import { useSortedView } from '@/features/browse/useSortedView'
import { FilterBar } from '@/features/filters/FilterBar'
import { StateChips } from '@/features/filters/StateChips'
import { loadDrawer } from '@/features/session/load'
import { loadWatch } from '@/features/watch/load'
import { usePreferences } from '@/stores/preferences'
import { isolate } from '@/i18n/isolate'
import { ErrorBoundary } from '@/ui/ErrorBoundary'
import type { TableHandle } from '@/ui/table-types'
import { notify } from '@/ui/notices'
import { useMediaQuery } from '@/ui/useMediaQuery'
import { damagedParts } from '@/url/board-url'
import { useIncidentEntry } from '@/url/useIncidentEntry'
import { BoardTitle } from '@/features/shell/BoardTitle'
import { Panes } from '@/features/shell/Panes'
import styles from './app.module.css'
import { Hints } from './Hints'
import { SelectedSessions } from './SelectedSessions'
import { BoardTimes, RANGE_FILTER, SEEN_ENTRY, SEEN_LINE } from './board-times'
import { SessionRecords } from './SessionRecords'
import { useBoardKeys } from './useBoardKeys'
import { useIdleInView } from './useIdleInView'
import { useSessionNavigation } from './useSessionNavigation'
import { lazyWithWatch, watchList } from './watch'
import { lazyMui } from '@/ui/lazy-mui'

const SessionDrawer = lazyWithWatch(loadDrawer)
const CausesOfErrors = lazyMui(async () => ({ default: (await import('./CausesOfErrors')).CausesOfErrors }))

/** A pause in milliseconds: holding an arrow key passes rows without opening each. */
export const REST = 150

/** Preloads the drawer, and what an empty list says, after the first rows. */
function usePartsAtHand(isIdle: boolean): void {
  useEffect(() => {
    if (!isIdle) return
    void loadDrawer()
    // Offline, each is tried again when it is shown.
    Promise.all([loadListParts(), loadWatch()]).catch(() => undefined)
  }, [isIdle])
}

/** Characters of a part of an address that are shown. */
const SHOWN = 80

/** A damaged link is reported once, when the page is opened by it. */
function useDamagedLink(): void {
  const { t } = useTranslation('board')
  const wasAnnounced = useRef(false)
  useEffect(() => {
    if (wasAnnounced.current) return
    wasAnnounced.current = true
    const parts = damagedParts(new URLSearchParams(window.location.search))
    if (parts.length === 0) return
    const shown = parts.map(part => isolate(part.length > SHOWN ? `${part.slice(0, SHOWN)}…` : part))
    notify({ tone: 'info', text: t('damagedLink', { parts: shown.join(', ') }) })
  }, [t])
}

const isOpen = (view: BoardView) => openSession(view) !== undefined || view.id !== undefined

export function BoardPage() {
  const { t } = useTranslation('board')
  // First: what the address could not mean is told before the kept sort takes its place.
  useDamagedLink()
  const [view, updateView] = useSortedView()
  const sources = useSources(view)
  const sessions = useSessions(view)
  const sourcesTable = useRef<TableHandle>(null)
  const sessionsTable = useRef<TableHandle>(null)
  const sessionName = useRef<HTMLInputElement>(null)
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isNarrow = useMediaQuery('(max-width: 899px)')
  const singleKeys = usePreferences(preferences => preferences.singleKeys)
  // The list answers the click at once; the drawer follows as soon as it can be drawn, without a blank in between.
  const drawn = useDeferredValue(view)
  const [chosen, setChosen] = useState<Session>()
  const isIdle = useIdleInView(sessions.total !== undefined)
  usePartsAtHand(isIdle)
  useEffect(() => () => clearTimeout(rest.current), [])
  const [causes, keepCauses] = useIncidentEntry()
  const more: readonly MoreEntry[] = [
    SEEN_ENTRY,
    { id: 'causes', onChoose: () => keepCauses(true) },
    { id: 'watch', onChoose: () => watchList(sessionQuestion(view)) },
  ]

  const open = openSession(view)
  const show = (session: Session, replace: boolean) => {
    clearTimeout(rest.current)
    setChosen(session)
    updateView(now => selectSession(now, session, session.id), { replace })
  }
  const close = () => {
    clearTimeout(rest.current)
    updateView(closeSession)
    startTransition(() => setChosen(undefined))
  }
  const navigation = useSessionNavigation(sessions, open, session => show(session, true))
  const closeAndReturn = () => {
    const place = navigation.place
    close()
    sessionsTable.current?.focusRow(place)
  }
  useBoardKeys({
    singleKeys,
    isDrawerOpen: isOpen(view),
    close: closeAndReturn,
    toFilter: () => sessionName.current?.focus(),
    move: direction => {
      if (open === undefined) sessionsTable.current?.moveBy(direction)
      else {
        navigation.go(direction)
        // Where the list has the focus, its row follows.
        const isInList = document.activeElement?.closest('[role=grid]') instanceof Element
        if (isInList && navigation.place !== undefined) sessionsTable.current?.focusRow(navigation.place + direction)
      }
    },
    toSources: () => sourcesTable.current?.focusRow(),
    toSessions: () => sessionsTable.current?.focusRow(),
  })

  const drawnRef = openSession(drawn)
  const row = chosen !== undefined && drawnRef !== undefined && isSameSession(chosen, drawnRef) ? chosen : undefined
  return (
    <div className={styles['main']}>
      <BoardTitle view={view} isCounting={isIdle} />
      <Panes
        names={{ sources: t('sources'), sessions: t('sessions') }}
        sources={
          <SourcesPane
            view={view}
            updateView={updateView}
            list={sources}
            filters={<FilterBar kind="sources" view={view} updateView={updateView} />}
            counts={
              <StateChips
                filters={sourceCountFilters(view)}
                chosen={view.filters.sourceState}
                updateView={updateView}
                isCounting={isIdle}
              />
            }
            tableRef={sourcesTable}
          />
        }
        sessions={
          <SessionsPane
            view={view}
            updateView={updateView}
            list={sessions}
            filters={
              <FilterBar
                kind="sessions"
                view={view}
                updateView={updateView}
                nameRef={sessionName}
                more={RANGE_FILTER}
              />
            }
            tools={
              <>
                <SelectedSessions view={view} list={sessions} />
                {SEEN_LINE}
              </>
            }
            more={more}
            counts={
              <StateChips
                filters={sessionCountFilters(view)}
                chosen={view.filters.sessionState}
                isInRange={view.filters.sessionSince !== undefined}
                loaded={sessions.total === undefined ? undefined : sessions.rows}
                updateView={updateView}
                isCounting={isIdle}
              />
            }
            onChoose={session => {
              if (open !== undefined && isSameSession(session, open)) close()
              else show(session, false)
            }}
            onMove={session => {
              if (open === undefined) return
              clearTimeout(rest.current)
              const address = window.location.href
              rest.current = setTimeout(() => {
                // After Back or signing out the address changes before the page is rendered.
                if (window.location.href === address) show(session, true)
              }, REST)
            }}
            tableRef={sessionsTable}
          />
        }
        chosenSource={view.source}
      />
      {/* Always there: a boundary that comes with the drawer shows its fallback for 300 ms, one that waits does not. */}
      <Suspense>
        {isOpen(drawn) && isOpen(view) && (
          <ErrorBoundary of={drawnRef === undefined ? `${drawn.id}` : sessionKey(drawnRef)}>
            <div className={styles['drawer']} data-drawer>
              <SessionDrawer
                view={drawn}
                onClose={closeAndReturn}
                row={row}
                isModal={isNarrow}
                {...(navigation.place === undefined ? {} : { onStep: navigation.go, canStep: navigation.can })}
              />
            </div>
          </ErrorBoundary>
        )}
      </Suspense>
      <Hints isReady={isIdle} />
      <Suspense>{isIdle && <BoardTimes view={view} updateView={updateView} />}</Suspense>
      <Suspense>{causes !== undefined && <CausesOfErrors view={view} />}</Suspense>
      {/* Drawn with the drawer and after it, so that it lies over a drawer that is a dialog itself. */}
      <SessionRecords key={String(isNarrow)} view={view} isDrawerDrawn={isOpen(drawn)} updateView={updateView} />
    </div>
  )
}

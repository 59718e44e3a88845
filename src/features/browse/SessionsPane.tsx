/** The sessions of the selected source, or of all; opening one moves nothing else. */
import type { ReactNode, Ref } from 'react'
import { useMemo } from 'react'
import type { BoardView } from '@/domain/board-view'
import { SESSION_SORTS, clearFilters, isByUrgency, openSession, setFilters } from '@/domain/board-view'
import type { Session } from '@/domain/session'
import { isSameSession, sessionKey } from '@/domain/session'
import { nameText } from '@/i18n/isolate'
import type { SparseList } from '@/queries/useSparseList'
import type { UpdateView } from '@/url/useBoardView'
import { usePreferences } from '@/stores/preferences'
import type { TableHandle } from '@/ui/table-types'
import { EntityPane } from './EntityPane'
import { EmptyList } from './lazy-parts'
import { ExportButton } from './ExportButton'
import type { MoreEntry } from './MoreMenu'
import { PulsePart } from './pulse/PulsePart'
import { SelectButton, ToggleRow, useSelecting } from './selection'
import { sessionColumns, sessionTimeKey } from './session-columns'
import { useCellWords } from './useCellWords'
import { BY_URGENCY, LATEST_FIRST, nextSort } from './next-sort'
import styles from './pane.module.css'
import { sessionQuestion } from './useLists'
import { keepSort } from './useSortedView'

interface Props {
  readonly view: BoardView
  readonly updateView: UpdateView
  readonly list: SparseList<Session>
  readonly filters: ReactNode
  /** What is done with the selected rows. */
  readonly tools?: ReactNode
  /** The entries of the menu of the list. */
  readonly more?: readonly MoreEntry[]
  readonly counts: ReactNode
  /** A row was clicked, or chosen with Enter. */
  readonly onChoose: (session: Session) => void
  /** The arrows moved to a row. */
  readonly onMove: (session: Session) => void
  readonly tableRef?: Ref<TableHandle>
}

export function SessionsPane({ view, updateView, list, filters, counts, tools, more, ...props }: Props) {
  const words = useCellWords()
  const { t } = words
  const hasSource = view.source !== undefined
  const hasPulse = usePreferences(({ pulse }) => pulse)
  const ownColumns = useMemo(() => sessionColumns(words, hasSource), [words, hasSource])
  const { columns, onToggle } = useSelecting(list, ownColumns)
  const isUrgency = isByUrgency(view)
  const sort = isUrgency ? BY_URGENCY : (view.sessionSort ?? LATEST_FIRST)
  const open = openSession(view)
  return (
    <ToggleRow value={onToggle}>
      <EntityPane<Session>
        kind="sessions"
        list={list}
        question={JSON.stringify(sessionQuestion(view))}
        columns={columns}
        timeKey={(row, now) => sessionTimeKey(words, row, now)}
        onRange={list.setRange}
        keyOf={sessionKey}
        nameOf={({ name, source }) =>
          hasSource ? nameText(name) : t('rowOfSource', { session: nameText(name), source })
        }
        isSelected={row => open !== undefined && isSameSession(row, open)}
        onActivate={props.onChoose}
        onMove={props.onMove}
        sort={sort}
        onSort={clicked => {
          const sessionSort = nextSort(SESSION_SORTS, sort, clicked)
          if (sessionSort === undefined) return
          keepSort('sessions', sessionSort)
          updateView(now => ({ ...now, sessionSort }), { replace: true })
        }}
        aside={
          hasSource &&
          hasPulse && (
            <span className={styles['pulse']}>
              <PulsePart source={view.source} list={list} />
            </span>
          )
        }
        tools={
          <>
            <SelectButton />
            <ExportButton list={{ kind: 'sessions', question: sessionQuestion(view) }} />
          </>
        }
        {...(more === undefined ? {} : { more })}
        onToggle={onToggle}
        filters={
          <>
            {filters}
            {tools}
          </>
        }
        counts={counts}
        isByUrgency={isUrgency}
        empty={
          <EmptyList
            kind="sessions"
            name={view.filters.sessionName}
            states={view.filters.sessionState}
            answeredAt={list.answeredAt}
            isOfSource={hasSource || view.filters.sessionSince !== undefined}
            onName={sessionName => updateView(now => setFilters(now, { sessionName }), { replace: true })}
            onClear={() => updateView(now => clearFilters(now, 'sessions'))}
          />
        }
        {...(props.tableRef === undefined ? {} : { tableRef: props.tableRef })}
      />
    </ToggleRow>
  )
}

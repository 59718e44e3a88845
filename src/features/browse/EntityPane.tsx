/** The one pane both lists are drawn in: title and total, filters, table, and what it says when it cannot be filled. */
import type { ReactNode, Ref } from 'react'
import { Suspense, useEffect, useEffectEvent, useId, useMemo, useRef } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { Sort } from '@/domain/board-view'
import type { ServiceError } from '@/domain/service-error'
import type { Unreadable } from '@/domain/session'
import { isUnreadable } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { useReasonWords } from '@/i18n/reason-words'
import type { NamedThing } from '@/queries/names'
import { useOutage } from '@/queries/useOutage'
import type { SparseList } from '@/queries/useSparseList'
import { useCredentials } from '@/stores/credentials'
import { placesOf } from '@/stores/places'
import { usePreferences } from '@/stores/preferences'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { StaleNotice } from '@/ui/StaleNotice'
import type { TableHandle } from '@/ui/table-types'
import { VirtualTable } from '@/ui/VirtualTable'
import { announce } from '@/ui/announce'
import { useEntry } from '@/url/useEntry'
import { useMediaQuery } from '@/ui/useMediaQuery'
import { useServerNow } from '@/ui/useNow'
import { useRoomRules } from '@/ui/room'
import type { ListColumn } from './column-choice'
import { ColumnsButton } from './ColumnsButton'
import { useShownColumns } from './useShownColumns'
import { MoreButton } from './MoreButton'
import type { MoreEntry } from './MoreMenu'
import { ListNotes } from './lazy-parts'
import { LATEST_FIRST } from './next-sort'
import { PaneAges } from './PaneAges'
import type { Dated } from './PaneAges'
import styles from './pane.module.css'
import { unreadableText } from './unreadable-text'

const ROW_HEIGHTS = { compact: 32, comfortable: 40 } as const
/** Of rows in two lines, where the lists are tabs (src/features/shell/Panes.tsx). */
const LINES_HEIGHTS = { compact: 52, comfortable: 60 } as const
const IN_LINES = '(max-width: 599px)'
/** Ages are told again so often, in milliseconds. */
const AGES_EVERY = 5_000

/** Tells once how much was found when the question has changed. */
function useAnnouncedTotal(kind: NamedThing, total: number | undefined, question: string): void {
  const { t } = useTranslation('board')
  const { exact } = useFormat()
  const told = useRef(question)
  const tell = useEffectEvent((found: number) => {
    told.current = question
    announce(t(`found.${kind}`, { count: found, figure: exact(found) }))
  })
  useEffect(() => {
    if (told.current === question || total === undefined) return
    const timer = setTimeout(() => tell(total), 500)
    return () => clearTimeout(timer)
  }, [total, question])
}

/** Status and words of a failure, as far as a line has room for them. */
const errorDetails = ({ status, messages }: ServiceError): readonly string[] => [
  ...(status === undefined ? [] : [`(${status})`]),
  ...messages.map(message => message.slice(0, 200)),
]

export interface EntityPaneProps<T extends Dated> {
  readonly kind: NamedThing
  readonly list: SparseList<T>
  /** The question as text: another one is another list. */
  readonly question: string
  /** All that can be chosen. */
  readonly columns: readonly ListColumn<T | Unreadable>[]
  readonly timeKey: (row: T | Unreadable, now: number) => string
  readonly onRange: (first: number, last: number) => void
  readonly keyOf: (row: T) => string
  readonly nameOf: (row: T) => string
  readonly isSelected: (row: T) => boolean
  readonly onActivate: (row: T) => void
  readonly onMove?: ((row: T) => void) | undefined
  readonly sort: Sort<string>
  readonly onSort: (property: string) => void
  /** Rows are in an order of ours. */
  readonly isByUrgency?: boolean
  readonly filters: ReactNode
  /** A line of counts between the filters and the rows; its place is kept while it has none yet. */
  readonly counts?: ReactNode
  /** Beside the title, in front of what can be done; it keeps its place. */
  readonly aside?: ReactNode
  /** What can be done with the list as a whole. */
  readonly tools: ReactNode
  /** What is done with it less often: the entries of its menu. */
  readonly more?: readonly MoreEntry[]
  /** Space on a row. */
  readonly onToggle?: ((row: T, isRange: boolean) => void) | undefined
  readonly empty: ReactNode
  readonly tableRef?: Ref<TableHandle>
}

export function EntityPane<T extends Dated>(props: EntityPaneProps<T>) {
  const { kind, list, question, keyOf, nameOf, isSelected, onActivate, onMove, onToggle, filters, sort, tableRef } =
    props
  const { t } = useTranslation('board')
  const { exact } = useFormat()
  const id = useId()
  const role = useCredentials(({ identity }) => identity?.role)
  const reason = useReasonWords(role)
  const density = usePreferences(preferences => preferences.density)
  const { total, error, answeredAt } = list
  const isOutage = useOutage() !== undefined
  const isInLines = useMediaQuery(IN_LINES)
  const columns = useShownColumns(kind, props.columns, isInLines)
  useRoomRules()
  const entry = useEntry()
  const places = useMemo(() => placesOf(kind, entry), [kind, entry])
  const now = useServerNow(AGES_EVERY)
  useAnnouncedTotal(kind, list.isPrevious ? undefined : total, question)

  const rowAt = list.rowAt
  const unreadableKey = (row: Unreadable) => `?${row.label ?? ''}`
  return (
    <section className={styles['pane']} aria-labelledby={id} aria-busy={list.isFetching}>
      <div className={styles['head']}>
        <h2 className={styles['title']} id={id}>
          {t(kind)} {total !== undefined && <small>· {`${exact(total)}${list.isCut ? '+' : ''}`}</small>}
        </h2>
        <PaneAges
          answeredAt={answeredAt}
          rows={list.rows}
          isLatestFirst={sort.property === LATEST_FIRST.property && sort.direction === LATEST_FIRST.direction}
        />
        {props.aside}
        <div className={styles['tools']}>
          {props.tools}
          {!isInLines && <ColumnsButton kind={kind} columns={props.columns} />}
          {props.more !== undefined && <MoreButton kind={kind} entries={props.more} />}
        </div>
      </div>
      {filters}
      {props.counts !== undefined && <div className={styles['counts']}>{props.counts}</div>}
      {(list.isCut || list.looked !== undefined) && (
        <Suspense>
          <ListNotes list={list} isByUrgency={props.isByUrgency === true} />
        </Suspense>
      )}
      {error !== undefined && answeredAt > 0 && !isOutage && (
        <StaleNotice
          since={answeredAt}
          reason={[t('stale'), reason(error), ...errorDetails(error)].join(' ')}
          onRetry={list.retry}
        />
      )}
      {error !== undefined && total === undefined ? (
        <ErrorPanel
          title={t(`failed.${kind}`)}
          reason={reason(error)}
          error={error}
          onRetry={list.retry}
          isRetrying={list.isFetching}
        />
      ) : (
        <VirtualTable<T | Unreadable>
          name={t(kind)}
          listKey={list.listKey}
          places={places}
          columns={columns}
          total={total}
          rowAt={rowAt}
          rowKey={row => (isUnreadable(row) ? unreadableKey(row) : keyOf(row))}
          rowName={row => (isUnreadable(row) ? unreadableText(row, t) : nameOf(row))}
          isSelected={row => !isUnreadable(row) && isSelected(row)}
          onActivate={row => {
            if (!isUnreadable(row)) onActivate(row)
          }}
          onToggle={
            onToggle === undefined
              ? undefined
              : (row, isRange) => {
                  if (!isUnreadable(row)) onToggle(row, isRange)
                }
          }
          onMove={index => {
            const row = rowAt(index)
            if (row !== undefined && !isUnreadable(row)) onMove?.(row)
          }}
          onRange={props.onRange}
          now={now}
          timeKey={props.timeKey}
          sort={sort}
          onSort={props.onSort}
          empty={props.empty}
          isBusy={list.isPrevious}
          rowHeight={(isInLines ? LINES_HEIGHTS : ROW_HEIGHTS)[density]}
          isInLines={isInLines}
          {...(tableRef === undefined ? {} : { ref: tableRef })}
        />
      )}
    </section>
  )
}

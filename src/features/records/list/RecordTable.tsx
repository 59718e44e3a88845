/** The rows of a list: a virtual table that loads more when its end comes into view. */
import type { ReactNode, Ref } from 'react'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useTranslation, useWords } from '@/i18n/translation'
import type { Direction, RecordListId, RecordRows } from '@/domain/record-list'
import type { RecordList } from '@/queries/records'
import { placesOf } from '@/stores/places'
import { usePreferences } from '@/stores/preferences'
import type { TableHandle } from '@/ui/table-types'
import { VirtualTable } from '@/ui/VirtualTable'
import type { Column } from '@/ui/table-types'
import { useEntry } from '@/url/useEntry'
import { SelectBox, SelectedRows } from '../actions/SelectBox'
import { RecordCell } from './RecordCell'
import type { RecordColumn } from './record-columns'
import { RECORD_COLUMNS } from './record-columns'
import { ownTotal } from '../own-total'
import type { RowSelection } from '../actions/useRowSelection'

export const ROW_HEIGHTS = { compact: 32, comfortable: 40 } as const
/** Rows that stand for those not read yet. */
const PENDING = 6
/** Loads more when this many rows are left below. */
const AHEAD = 20

interface Props<L extends RecordListId> {
  readonly list: L
  readonly name: string
  readonly read: RecordList<RecordRows[L]>
  /** Those of the selected cause, or all loaded ones. */
  readonly rows: readonly RecordRows[L][] | undefined
  /** Only some rows are shown: no more are loaded for them. */
  readonly isFiltered: boolean
  /** Undefined where the server does not sort. */
  readonly direction: Direction | undefined
  readonly onDirection: () => void
  /** Undefined where single rows have no action. */
  readonly selection: RowSelection<RecordRows[L]> | undefined
  readonly opened: string | undefined
  readonly onOpen: (row: RecordRows[L]) => void
  /** The arrows moved to this row. */
  readonly onMove: (row: RecordRows[L]) => void
  /** The places of the first and the last row in view. */
  readonly onView: (first: number, last: number) => void
  readonly listKey: string
  readonly empty: ReactNode
  readonly tableRef: Ref<TableHandle>
}

/** Loads more while the end of the loaded rows is in view. */
function useReach(last: number, known: number, hasMore: boolean, read: RecordList<object>): void {
  const { isFetching, received, readMore } = read
  const more = useEffectEvent(() => readMore())
  useEffect(() => {
    if (hasMore && last >= known - AHEAD) more()
  }, [hasMore, isFetching, last, known, received])
}

function useColumns<R extends { readonly key: string }>(
  columns: readonly [RecordColumn<R> & { readonly kind: 'text' }, ...RecordColumn<R>[]],
  hasBoxes: boolean,
): readonly Column<R>[] {
  const { t } = useTranslation('records')
  const hints: Readonly<Record<string, string>> = useWords('records').columnHint
  const words = useMemo(
    () =>
      columns.flatMap(column => {
        const { id, kind, width, hideBelow, isOrder } = column
        if (width === undefined) return []
        const isFigure = kind === 'count' || kind === 'bytes' || kind === 'duration' || kind === 'date'
        const shown: Column<R> = {
          id,
          header: t(`column.${id}`),
          width,
          ...(hints[id] === undefined ? {} : { hint: hints[id] }),
          ...(isFigure ? { align: 'end' } : {}),
          ...(kind === 'space' ? { isWhole: true } : {}),
          ...(hideBelow === undefined ? {} : { hideBelow }),
          ...(isOrder === true ? { sortProperty: id } : {}),
          cell: row => <RecordCell column={column} row={row} />,
        }
        return [shown]
      }),
    [columns, hints, t],
  )
  return useMemo(() => {
    if (!hasBoxes) return words
    const [first] = columns
    const box: Column<R> = {
      id: 'choose',
      header: t('choose.header'),
      width: '24px',
      // The selection has its own context: a click on a checkbox renders the checkboxes, not the rows.
      cell: row => <SelectBox name={first.value(row) ?? ''} rowKey={row.key} />,
    }
    return [box, ...words]
  }, [columns, hasBoxes, t, words])
}

export function RecordTable<L extends RecordListId>(props: Props<L>) {
  const { list, name, read, rows, isFiltered, direction, onDirection, selection, opened, listKey, tableRef } = props
  const { onOpen, onMove, onView, empty } = props
  const entry = useEntry()
  const places = useMemo(() => placesOf(`records ${list} ${name}`, entry), [list, name, entry])
  const density = usePreferences(preferences => preferences.density)
  const [last, setLast] = useState(0)
  const columns = RECORD_COLUMNS[list]
  const nameOf = (row: RecordRows[L]) => columns[0].value(row) ?? ''
  const hasMore = !isFiltered && !read.isComplete && read.error === null
  const known = rows?.length ?? 0
  useReach(last, known, hasMore && rows !== undefined, read)
  const order = columns.find(column => column.isOrder)
  return (
    <SelectedRows value={selection}>
      <VirtualTable<RecordRows[L]>
        name={name}
        listKey={listKey}
        places={places}
        columns={useColumns<RecordRows[L]>(columns, selection !== undefined)}
        total={rows && known + (hasMore ? PENDING : 0)}
        wholeCount={isFiltered || read.isComplete ? undefined : (ownTotal(list, read) ?? 'unknown')}
        rowAt={index => rows?.[index]}
        rowKey={row => row.key}
        rowName={nameOf}
        isSelected={row => row.key === opened}
        onActivate={onOpen}
        onToggle={selection?.toggle}
        onMove={index => {
          const row = rows?.[index]
          if (row !== undefined) onMove(row)
        }}
        onRange={(first, end) => {
          setLast(end)
          onView(first, end)
        }}
        {...(direction === undefined || order === undefined
          ? {}
          : { sort: { property: order.id, direction }, onSort: onDirection })}
        rowHeight={ROW_HEIGHTS[density]}
        empty={empty}
        ref={tableRef}
      />
    </SelectedRows>
  )
}

/** A grid of any length: the scrollbar is real, only what is in view is drawn and asked for. */
import type { CSSProperties, KeyboardEvent, MouseEvent } from 'react'
import { Suspense, useEffect, useEffectEvent, useImperativeHandle, useMemo } from 'react'
import { useTranslation } from '@/i18n/translation'
import { HEADER_HEIGHT, TableHeader } from './TableHeader'
import { TableRow } from './TableRow'
import { useColumnRules } from './column-rules'
import { isRepeatedClick } from './gestures'
import styles from './table.module.css'
import type { VirtualTableProps } from './table-types'
import { NEAR, useAnchor } from './useAnchor'
import { useSelectedInView } from './useSelectedInView'
import { useRovingRow } from './useRovingRow'
import { useRowWindow } from './useRowWindow'

const CONTROLS = 'input, label, button, a:not([data-row-link])'

const isRowLink = ({ target }: MouseEvent) => target instanceof Element && target.closest('[data-row-link]') !== null
/** With a key held, a link is opened in another tab or window. */
const hasKeyHeld = ({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent) => ctrlKey || metaKey || shiftKey || altKey

export function VirtualTable<R>({ ref, columns: given, ...props }: VirtualTableProps<R>) {
  const { name, total, rowAt, rowKey, rowName, isSelected, onActivate, rowHeight, empty, timeKey } = props
  const { isBusy = false, listKey = '', now = 0, isInLines = false } = props
  const { t } = useTranslation('common')
  const columns = useMemo(() => given.map((column, index) => ({ ...column, place: index + 1 })), [given])
  const columnSet = useColumnRules(columns, isInLines)
  const keyAt = (index: number) => {
    const row = rowAt(index)
    return row === undefined ? undefined : rowKey(row)
  }
  const count = total ?? 0
  const { scroller, ...rows } = useRowWindow({ count, rowHeight, headerHeight: HEADER_HEIGHT })
  const { first, last, isScrolling, viewHeight, reveal } = rows
  const roving = useRovingRow({
    scroller,
    total: count,
    pageLength: Math.max(1, Math.floor(viewHeight / rowHeight) - 1),
    keyAt,
    reveal,
    onMove: props.onMove,
    listKey,
  })
  const { activeIndex, focusRow } = roving
  const anchor = useAnchor({ window: rows, keyAt, rowHeight, listKey, total, isBusy, places: props.places })
  useImperativeHandle(ref, () => ({ focusRow, reveal, moveBy: step => roving.moveTo(activeIndex + step) }))

  const tellRange = useEffectEvent(() => {
    // A searched row may have moved: the rows around it are requested too.
    const around = anchor.isLookedFor() ? NEAR : 0
    props.onRange(Math.max(0, first - around), around === 0 ? last : Math.max(0, Math.min(count - 1, last + around)))
  })
  useEffect(() => {
    // Rows that are only scrolled past are not requested.
    const timer = setTimeout(() => tellRange(), isScrolling ? 120 : 0)
    return () => clearTimeout(timer)
  }, [first, last, isScrolling])

  // Two pages read at different times may both contain a row: it is drawn once, and the other place is reloaded.
  const drawn = new Set<string>()
  const onceAt = (index: number): R | undefined => {
    const row = rowAt(index)
    if (row === undefined || drawn.has(rowKey(row))) return undefined
    drawn.add(rowKey(row))
    return row
  }

  const isSelectedAt = (index: number) => {
    const row = rowAt(index)
    return row !== undefined && isSelected?.(row) === true
  }
  useSelectedInView({
    window: rows,
    rowHeight,
    isSelectedAt,
    activeIndex,
    isFilled: count > 0 && rowAt(0) !== undefined,
    hasPlace: anchor.hasPlace,
  })

  const rowOf = (target: EventTarget): { row: R; index: number } | undefined => {
    const element = target instanceof Element ? target.closest<HTMLElement>('[role=row][data-index]') : null
    const index = Number(element?.dataset['index'] ?? -1)
    const row = rowAt(index)
    return row === undefined || index < 0 ? undefined : { row, index }
  }
  const activate = (event: MouseEvent | KeyboardEvent) => {
    // A click on a control inside a row is no click on the row.
    if (event.target instanceof Element && event.target.closest(CONTROLS) !== null) return
    const found = rowOf(event.target)
    if (found !== undefined) onActivate(found.row, found.index)
  }
  const toggle = (event: KeyboardEvent) => {
    const found = rowOf(event.target)
    if (found !== undefined) props.onToggle?.(found.row, event.shiftKey)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isActivation = event.key === 'Enter' || event.key === ' '
    if (isActivation && event.target instanceof Element && event.target.matches('[role=row], [data-row-link]')) {
      event.preventDefault()
      if (event.repeat) return
      if (event.key === ' ' && props.onToggle !== undefined) toggle(event)
      else activate(event)
    } else roving.onKeyDown(event)
  }
  const skeleton = (
    <div
      className={`${styles['over']} ${styles['skeleton']}`}
      style={{ '--row-height': `${rowHeight}px` } as CSSProperties}
    />
  )
  return (
    <div className={styles['root']}>
      <div
        ref={scroller}
        className={styles['scroller']}
        data-columns={columnSet}
        data-lines={isInLines || undefined}
        role="grid"
        aria-label={name}
        aria-rowcount={
          total === undefined || props.wholeCount === 'unknown' ? -1 : Math.max(total, props.wholeCount ?? 0) + 1
        }
        aria-colcount={columns.length}
        aria-busy={isBusy || total === undefined}
        onKeyDown={onKeyDown}
        onFocus={roving.onFocus}
        onBlur={roving.onBlur}
      >
        <TableHeader columns={columns} sort={props.sort} onSort={props.onSort} />
        {count > 0 && (
          <div
            className={styles['rows']}
            role="rowgroup"
            data-busy={isBusy || undefined}
            onClick={event => {
              if (isRowLink(event)) {
                if (hasKeyHeld(event)) return
                // A plain click on the link is one on the row.
                event.preventDefault()
              }
              if (!isRepeatedClick(event)) activate(event)
            }}
            style={{ height: rows.height }}
          >
            {rows.rowsToDraw(activeIndex).map(index => {
              const row = onceAt(index)
              return (
                <TableRow
                  key={row === undefined ? `#${index}` : rowKey(row)}
                  row={row}
                  index={index}
                  top={rows.topOf(index)}
                  height={rowHeight}
                  columns={columns}
                  name={row === undefined ? t('table.notLoaded', { index: index + 1 }) : rowName(row)}
                  isActive={index === activeIndex}
                  isSelected={row !== undefined && isSelected?.(row) === true}
                  now={now}
                  timeKey={row === undefined ? '' : (timeKey?.(row, now) ?? '')}
                />
              )
            })}
          </div>
        )}
      </div>
      {total === undefined && skeleton}
      {total === 0 && (
        <Suspense fallback={skeleton}>
          <div className={styles['over']}>{empty}</div>
        </Suspense>
      )}
    </div>
  )
}

/** A grid of any length: the scrollbar is real, only what is in view is drawn and asked for. */
import { styled } from '@mui/material/styles'
import { useVirtualizer } from '@tanstack/react-virtual'
import type { KeyboardEvent, MouseEvent } from 'react'
import { useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import { HEADER_HEIGHT, TableHeader } from './TableHeader'
import { TableRow } from './TableRow'
import { TableSkeleton } from './TableSkeleton'
import { isRepeatedClick } from './gestures'
import { SOME_RECT, rowsToDraw, withSomeSize } from './table-range'
import type { VirtualTableProps } from './table-types'
import { NEAR, useAnchor } from './useAnchor'
import { useSelectedInView } from './useSelectedInView'
import { useRovingRow } from './useRovingRow'
import { useVisibleColumns } from './useVisibleColumns'

const Root = styled('div')({ position: 'relative', flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' })
const Scroller = styled('div')({
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  overflowAnchor: 'none',
  overscrollBehavior: 'contain',
})
const Over = styled('div')({ position: 'absolute', inset: `${HEADER_HEIGHT}px 0 0`, overflow: 'auto' })

const CONTROLS = 'input, label, button, a'

export function VirtualTable<R>(props: VirtualTableProps<R>) {
  const {
    name,
    total,
    rowAt,
    rowKey,
    rowName,
    isSelected,
    onActivate,
    rowHeight,
    isBusy = false,
    empty,
    listKey = '',
  } = props
  const scroller = useRef<HTMLDivElement>(null)
  const { columns, leftOut, measure } = useVisibleColumns(props.columns)
  const keyAt = (index: number) => {
    const row = rowAt(index)
    return row === undefined ? undefined : rowKey(row)
  }
  const count = total ?? 0
  const pinned = useRef(0)
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    scrollPaddingStart: HEADER_HEIGHT,
    scrollMargin: HEADER_HEIGHT,
    initialRect: SOME_RECT,
    observeElementRect: withSomeSize,
    rangeExtractor: range => rowsToDraw(range, pinned.current),
  })
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight])
  const reveal = (index: number) => virtualizer.scrollToIndex(index, { align: 'auto' })
  const viewHeight = (virtualizer.scrollRect?.height ?? SOME_RECT.height) - HEADER_HEIGHT
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
  useLayoutEffect(() => {
    pinned.current = activeIndex
  })
  const anchor = useAnchor({ virtualizer, keyAt, rowHeight, listKey, total, isBusy, places: props.places })
  useImperativeHandle(props.ref, () => ({ focusRow, reveal, moveBy: step => roving.moveTo(activeIndex + step) }))

  const items = virtualizer.getVirtualItems()
  const first = virtualizer.range?.startIndex ?? 0
  const last = virtualizer.range?.endIndex ?? 0
  const isScrolling = virtualizer.isScrolling
  const tellRange = useEffectEvent(() => {
    // A row that is looked for may have moved some way: what is around it is asked for too.
    const around = anchor.isLookedFor() ? NEAR : 0
    props.onRange(Math.max(0, first - around), around === 0 ? last : Math.max(0, Math.min(count - 1, last + around)))
  })
  useEffect(() => {
    // Places one only scrolls past are not asked for.
    const timer = setTimeout(() => tellRange(), isScrolling ? 120 : 0)
    return () => clearTimeout(timer)
  }, [first, last, isScrolling])

  const isSelectedAt = (index: number) => {
    const row = rowAt(index)
    return row !== undefined && isSelected?.(row) === true
  }
  useSelectedInView({
    virtualizer,
    viewHeight,
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
    // A control inside a row does what it does, and only that.
    if (event.target instanceof Element && event.target.closest(CONTROLS) !== null) return
    const found = rowOf(event.target)
    if (found !== undefined) onActivate(found.row, found.index)
  }
  const toggle = (event: KeyboardEvent) => {
    const found = rowOf(event.target)
    if (found !== undefined) props.onToggle?.(found.row)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isActivation = event.key === 'Enter' || event.key === ' '
    if (isActivation && event.target instanceof Element && event.target.matches('[role=row]')) {
      event.preventDefault()
      if (event.repeat) return
      if (event.key === ' ' && props.onToggle !== undefined) toggle(event)
      else activate(event)
    } else roving.onKeyDown(event)
  }
  return (
    <Root
      ref={measure}
      data-left-out={leftOut}
      style={{ ['--columns' as string]: columns.map(({ width }) => width).join(' ') }}
    >
      <Scroller
        ref={scroller}
        role="grid"
        aria-label={name}
        aria-rowcount={
          total === undefined || props.wholeCount === 'unknown' ? -1 : Math.max(total, props.wholeCount ?? 0) + 1
        }
        aria-colcount={props.columns.length}
        aria-busy={isBusy || total === undefined}
        onKeyDown={onKeyDown}
        onFocus={roving.onFocus}
        onBlur={roving.onBlur}
      >
        <TableHeader columns={columns} sort={props.sort} onSort={props.onSort} />
        {count > 0 && (
          <div
            role="rowgroup"
            onClick={event => {
              if (!isRepeatedClick(event)) activate(event)
            }}
            style={{ position: 'relative', height: virtualizer.getTotalSize(), opacity: isBusy ? 0.6 : 1 }}
          >
            {items.map(({ index, start }) => {
              const row = rowAt(index)
              return (
                <TableRow
                  key={row === undefined ? `#${index}` : rowKey(row)}
                  row={row}
                  index={index}
                  top={start - HEADER_HEIGHT}
                  height={rowHeight}
                  columns={columns}
                  name={row === undefined ? undefined : rowName(row)}
                  isActive={index === activeIndex}
                  isSelected={row !== undefined && isSelected?.(row) === true}
                />
              )
            })}
          </div>
        )}
      </Scroller>
      {total === undefined && <TableSkeleton columns={columns} rowHeight={rowHeight} />}
      {total === 0 && <Over>{empty}</Over>}
    </Root>
  )
}

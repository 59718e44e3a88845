/** One list of the plain page: rows in view are drawn, pages in view are asked for. */
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { styled } from '@mui/material/styles'
import { useQueries, useQuery } from '@tanstack/react-query'
import type { VirtualItem } from '@tanstack/react-virtual'
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useRef } from 'react'
import type { Column } from './columns'
import type { List } from './questions'
import { PAGE_SIZE, pageQuery } from './questions'

const ROW_HEIGHT = 32

const Pane = styled(Paper)({ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' })
const Scroller = styled('div')({ flex: 1, minHeight: 0, overflow: 'auto' })

const Line = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'grid',
  columnGap: 8,
  alignItems: 'center',
  height: ROW_HEIGHT,
  padding: '0 12px',
  borderBottom: `1px solid ${theme.palette.divider}`,
}))

const Header = styled(Line)(({ theme }) => ({
  position: 'sticky',
  top: 0,
  zIndex: 1,
  fontWeight: 600,
  backgroundColor: theme.palette.background.paper,
}))

const Body = styled('div')({ position: 'relative' })

const RowLine = styled(Line)(({ theme }) => ({
  position: 'absolute',
  insetInline: 0,
  top: 0,
  cursor: 'pointer',
  '&:hover': { backgroundColor: theme.palette.action.hover },
}))

const Cell = styled('div')({
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  '&[data-figure]': { textAlign: 'end' },
})

interface Columns<T> {
  readonly columns: readonly Column<T>[]
}

const tracksOf = (columns: readonly { readonly width: string }[]) => columns.map(({ width }) => width).join(' ')

interface RowProps<T> extends Columns<T> {
  readonly row: T | undefined
  readonly name: string
  readonly index: number
  readonly top: number
  readonly onOpen: ((row: T) => void) | undefined
}

function PlainRow<T>({ row, name, index, top, columns, onOpen }: RowProps<T>) {
  return (
    <RowLine
      role="row"
      aria-label={name}
      aria-rowindex={index + 2}
      data-index={index}
      style={{ gridTemplateColumns: tracksOf(columns), transform: `translateY(${top}px)` }}
      onClick={() => row !== undefined && onOpen?.(row)}
    >
      {columns.map(({ header, isFigure, cell }) => (
        <Cell key={header} role="gridcell" data-figure={isFigure}>
          {row !== undefined && cell(row)}
        </Cell>
      ))}
    </RowLine>
  )
}

const Row = memo(PlainRow) as typeof PlainRow

/** The pages that the drawn rows belong to. */
const pagesOf = (items: readonly VirtualItem[]) => [...new Set(items.map(({ index }) => Math.floor(index / PAGE_SIZE)))]

interface Props<Kind extends keyof List> extends Columns<List[Kind]> {
  readonly kind: Kind
  readonly title: string
  readonly nameOf: (row: List[Kind]) => string
  readonly onOpen?: (row: List[Kind]) => void
}

export function VirtualList<Kind extends keyof List>({ kind, title, columns, nameOf, onOpen }: Props<Kind>) {
  const scroller = useRef<HTMLDivElement>(null)
  const total = useQuery(pageQuery(kind, 0)).data?.metadata.totalElements ?? 0
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 4,
  })
  const items = virtualizer.getVirtualItems()
  const pages = pagesOf(items)
  const answers = useQueries({ queries: pages.map(page => pageQuery(kind, page)) })
  const rowAt = (index: number) =>
    answers[pages.indexOf(Math.floor(index / PAGE_SIZE))]?.data?.content[index % PAGE_SIZE]?.content
  return (
    <Pane>
      <Typography variant="h6" sx={{ px: 1.5 }}>
        {title} {total}
      </Typography>
      <Scroller ref={scroller} role="grid" aria-label={title} aria-rowcount={total + 1}>
        <Header role="row" style={{ gridTemplateColumns: tracksOf(columns) }}>
          {columns.map(({ header, isFigure }) => (
            <Cell key={header} role="columnheader" data-figure={isFigure}>
              {header}
            </Cell>
          ))}
        </Header>
        <Body role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = rowAt(index)
            const name = row === undefined ? `Row ${index + 1}` : nameOf(row)
            return <Row key={index} row={row} name={name} index={index} top={start} columns={columns} onOpen={onOpen} />
          })}
        </Body>
      </Scroller>
    </Pane>
  )
}

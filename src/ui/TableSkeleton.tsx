/** Rows of the same size where rows will be; nothing to hear. */
import { styled } from '@mui/material/styles'
import { HEADER_HEIGHT } from './TableHeader'
import { TableRow } from './TableRow'
import type { PlacedColumn } from './table-types'

const Over = styled('div')({ position: 'absolute', inset: `${HEADER_HEIGHT}px 0 0`, overflow: 'hidden' })

const SKELETON_ROWS = 30

interface Props<R> {
  readonly columns: readonly PlacedColumn<R>[]
  readonly rowHeight: number
}

export function TableSkeleton<R>({ columns, rowHeight }: Props<R>) {
  return (
    <Over aria-hidden inert>
      {Array.from({ length: SKELETON_ROWS }, (_, index) => (
        <TableRow<R>
          key={index}
          row={undefined}
          index={index}
          top={index * rowHeight}
          height={rowHeight}
          columns={columns}
          name={undefined}
          isActive={false}
          isSelected={false}
        />
      ))}
    </Over>
  )
}

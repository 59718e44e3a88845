/** Rows of the same size where rows will be; nothing to hear. */
import styles from './table.module.css'
import { TableRow } from './TableRow'
import type { PlacedColumn } from './table-types'

const SKELETON_ROWS = 30

interface Props<R> {
  readonly columns: readonly PlacedColumn<R>[]
  readonly rowHeight: number
}

export function TableSkeleton<R>({ columns, rowHeight }: Props<R>) {
  return (
    <div className={`${styles['over']} ${styles['skeleton']}`} aria-hidden inert>
      {Array.from({ length: SKELETON_ROWS }, (_, index) => (
        <TableRow<R>
          key={index}
          row={undefined}
          index={index}
          top={index * rowHeight}
          height={rowHeight}
          columns={columns}
          name=""
          isActive={false}
          isSelected={false}
          now={0}
          timeKey=""
        />
      ))}
    </div>
  )
}

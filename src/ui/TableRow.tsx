/** One row of a virtual table, or the skeleton that keeps its place. */
import { styled } from '@mui/material/styles'
import { memo } from 'react'
import { useTranslation } from '@/i18n/translation'
import { COLUMN_GAP, ROW_PADDING } from './TableHeader'
import type { PlacedColumn } from './table-types'

const Root = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  position: 'absolute',
  insetInline: 0,
  top: 0,
  display: 'grid',
  gridTemplateColumns: 'var(--columns)',
  columnGap: COLUMN_GAP,
  padding: `0 ${ROW_PADDING}px`,
  alignItems: 'center',
  cursor: 'pointer',
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  '&:hover': { backgroundColor: theme.vars.palette.action.hover },
  '&[aria-selected=true]': {
    backgroundColor: theme.vars.palette.action.selected,
    boxShadow: `inset 4px 0 0 ${theme.vars.palette.primary.main}`,
  },
  '&:focus-visible': {
    outline: `2px solid ${theme.vars.palette.primary.main}`,
    outlineOffset: -2,
    zIndex: 1,
  },
  '& [role=gridcell]': { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& [role=gridcell][data-whole]': { overflow: 'visible', whiteSpace: 'normal', lineHeight: 1.15 },
  '& [data-align=end]': { textAlign: 'end' },
  '@media (forced-colors: active)': { '&[aria-selected=true]': { outline: '2px solid Highlight', outlineOffset: -2 } },
}))

const Bone = styled('span')(({ theme }) => ({
  display: 'block',
  height: 10,
  borderRadius: 5,
  backgroundColor: theme.vars.palette.divider,
  opacity: 0,
  animation: 'appear 100ms 150ms forwards',
  '@keyframes appear': { to: { opacity: 0.7 } },
}))

export interface TableRowProps<R> {
  readonly row: R | undefined
  readonly index: number
  readonly top: number
  readonly height: number
  readonly columns: readonly PlacedColumn<R>[]
  readonly name: string | undefined
  readonly isActive: boolean
  readonly isSelected: boolean
}

function Row<R>({ row, index, top, height, columns, name, isActive, isSelected }: TableRowProps<R>) {
  const { t } = useTranslation('common')
  return (
    <Root
      role="row"
      data-index={index}
      aria-rowindex={index + 2}
      aria-label={name ?? t('table.notLoaded', { index: index + 1 })}
      aria-selected={isSelected}
      tabIndex={isActive ? 0 : -1}
      style={{ transform: `translateY(${top}px)`, height }}
    >
      {columns.map(({ id, place, align, isWhole, cell }) => (
        <div
          key={id}
          role="gridcell"
          aria-colindex={place}
          data-align={align}
          data-whole={isWhole === true || align === 'end' || undefined}
        >
          {row === undefined ? <Bone aria-hidden /> : cell(row)}
        </div>
      ))}
    </Root>
  )
}

// The type parameter survives memo only by this detour.
export const TableRow = memo(Row) as typeof Row

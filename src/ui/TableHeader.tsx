/** The header of a virtual table: names of the columns, and a button where the server can sort. */
import ArrowDown from '@mui/icons-material/ArrowDownward'
import ArrowUp from '@mui/icons-material/ArrowUpward'
import { styled } from '@mui/material/styles'
import { useTranslation } from '@/i18n/translation'
import { DerivedMark } from './DerivedMark'
import { InfoTooltip } from './InfoTooltip'
import type { PlacedColumn, TableSort } from './table-types'

export const HEADER_HEIGHT = 32
export const COLUMN_GAP = 8
export const ROW_PADDING = 12

const Group = styled('div')({ position: 'sticky', top: 0, zIndex: 2 })

const Row = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'grid',
  gridTemplateColumns: 'var(--columns)',
  columnGap: COLUMN_GAP,
  padding: `0 ${ROW_PADDING}px`,
  height: HEADER_HEIGHT,
  alignItems: 'center',
  fontWeight: 600,
  color: theme.vars.palette.text.secondary,
  backgroundColor: theme.vars.palette.background.paper,
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  '& [data-align=end]': { justifyContent: 'flex-end', textAlign: 'end' },
  '& [role=columnheader]': { display: 'flex', minWidth: 0 },
}))

const Sort = styled('button')(({ theme }) => ({
  all: 'unset',
  boxSizing: 'border-box',
  display: 'inline-flex',
  alignItems: 'center',
  gap: 2,
  minHeight: 26,
  minWidth: 24,
  maxWidth: '100%',
  cursor: 'pointer',
  borderRadius: 3,
  '&:hover': { color: theme.vars.palette.text.primary },
  '&:focus-visible': { outline: `2px solid ${theme.vars.palette.primary.main}` },
  '& svg': { fontSize: 14 },
}))

const Label = styled('span')({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' })

interface Props<R> {
  readonly columns: readonly PlacedColumn<R>[]
  readonly sort: TableSort | undefined
  readonly onSort: ((property: string) => void) | undefined
}

function direction(sort: TableSort | undefined, property: string | undefined): 'ascending' | 'descending' | undefined {
  if (sort === undefined || property === undefined || sort.property !== property) return undefined
  return sort.direction === 'asc' ? 'ascending' : 'descending'
}

export function TableHeader<R>({ columns, sort, onSort }: Props<R>) {
  const { t } = useTranslation('common')
  return (
    <Group role="rowgroup">
      <Row role="row" aria-rowindex={1}>
        {columns.map(({ id, place, header, hint, isDerived, align, sortProperty }) => {
          const sorted = direction(sort, sortProperty)
          const Arrow = sorted === 'ascending' ? ArrowUp : ArrowDown
          return (
            <div key={id} role="columnheader" aria-colindex={place} data-align={align} aria-sort={sorted}>
              {sortProperty === undefined || onSort === undefined ? (
                <InfoTooltip hint={hint ?? ''}>
                  <Label>{header}</Label>
                  {isDerived === true && <DerivedMark />}
                </InfoTooltip>
              ) : (
                <InfoTooltip hint={hint ?? ''} isFocusable={false}>
                  <Sort
                    type="button"
                    title={hint === undefined ? t('table.sortBy', { column: header }) : undefined}
                    onClick={() => onSort(sortProperty)}
                  >
                    <Label>{header}</Label>
                    {sorted !== undefined && <Arrow aria-hidden />}
                  </Sort>
                </InfoTooltip>
              )}
            </div>
          )
        })}
      </Row>
    </Group>
  )
}

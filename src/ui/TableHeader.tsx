/** The header of a virtual table: names of the columns, and a button where the server can sort. */
import { useTranslation } from '@/i18n/translation'
import { DerivedMark } from './DerivedMark'
import { InfoTooltip } from './InfoTooltip'
import styles from './table.module.css'
import type { PlacedColumn, TableSort } from './table-types'

/** In pixels, as in table.module.css. */
export const HEADER_HEIGHT = 32
export const COLUMN_GAP = 12
export const ROW_PADDING = 12

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
    <div className={styles['header']} role="rowgroup">
      <div className={`${styles['columns']} ${styles['headings']}`} role="row" aria-rowindex={1}>
        {columns.map(({ id, place, header, hint, isDerived, align, sortProperty }) => {
          const sorted = direction(sort, sortProperty)
          return (
            <div key={id} role="columnheader" aria-colindex={place} data-align={align} aria-sort={sorted}>
              {sortProperty === undefined || onSort === undefined ? (
                <InfoTooltip hint={hint ?? ''}>
                  <span className={styles['label']}>{header}</span>
                  {isDerived === true && <DerivedMark />}
                </InfoTooltip>
              ) : (
                <InfoTooltip hint={hint ?? ''} isFocusable={false}>
                  <button
                    className={styles['sort']}
                    type="button"
                    title={hint === undefined ? t('table.sortBy', { column: header }) : undefined}
                    data-sorted={sorted}
                    onClick={() => onSort(sortProperty)}
                  >
                    <span className={styles['label']}>{header}</span>
                  </button>
                </InfoTooltip>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

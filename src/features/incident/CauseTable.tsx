/** The causes as a table: errors, text, sessions, steps, dates; one at a time is opened for its sessions. */
import { styled } from '@mui/material/styles'
import type { BoardView } from '@/domain/board-view'
import { causeKey } from '@/domain/causes'
import type { IncidentCause, IncidentFigures, IncidentSort } from '@/domain/incident'
import { useFormat } from '@/i18n/format'
import { useTranslation } from '@/i18n/translation'
import type { SeenSession } from '@/stores/selected-sessions'
import table from '@/ui/table.module.css'
import { CauseDetail } from './CauseDetail'
import { CauseRow } from './CauseRow'
import { COLUMNS_OF_CAUSES, NARROW } from './cause-columns'

const Scroll = styled('div')({ flex: '1 1 auto', minHeight: 120, overflow: 'auto' })

const Heads = styled('div')(({ theme }) => ({
  ...COLUMNS_OF_CAUSES,
  ...theme.typography.body2,
  position: 'sticky',
  top: 0,
  zIndex: 2,
  minHeight: 32,
  alignItems: 'center',
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  backgroundColor: theme.vars.palette.background.paper,
  color: theme.vars.palette.text.secondary,
  '& [data-column=errors], & [data-column=sessions]': { textAlign: 'end' },
  [NARROW]: {
    ...COLUMNS_OF_CAUSES[NARROW],
    '& > :not([data-column=errors], [data-column=sessions])': { display: 'none' },
  },
}))

const More = styled('p')(({ theme }) => ({
  ...theme.typography.body2,
  margin: 0,
  padding: '8px 12px',
  color: theme.vars.palette.text.secondary,
}))

/** Causes that are drawn; the others are less frequent. */
const MOST = 200
const COLUMNS = ['errors', 'cause', 'sessions', 'steps', 'dates'] as const

interface Props {
  readonly causes: readonly IncidentCause[]
  readonly figures: IncidentFigures
  /** No figure can be larger. */
  readonly isExact: boolean
  readonly view: BoardView
  readonly sort: IncidentSort
  readonly onSort: (sort: IncidentSort) => void
  /** Key of the opened cause. */
  readonly open: string | undefined
  readonly onOpen: (key: string | undefined) => void
  /** Its sessions were selected in the list. */
  readonly onSelected: () => void
  readonly onRelaunch: (sessions: readonly SeenSession[]) => void
}

function Head({
  column,
  sort,
  onSort,
}: { readonly column: (typeof COLUMNS)[number] } & Pick<Props, 'sort' | 'onSort'>) {
  const { t } = useTranslation('incident')
  const { t: tCommon } = useTranslation('common')
  const name = t(`column.${column}`)
  const isSortable = column === 'errors' || column === 'sessions'
  const sorted = column === sort ? 'descending' : undefined
  return (
    <div role="columnheader" data-column={column} aria-sort={sorted}>
      {isSortable ? (
        <button
          className={table['sort']}
          type="button"
          title={tCommon('table.sortBy', { column: name })}
          data-sorted={sorted}
          onClick={() => onSort(column)}
        >
          {name}
        </button>
      ) : (
        name
      )}
    </div>
  )
}

export function CauseTable({
  causes,
  figures,
  isExact,
  view,
  sort,
  onSort,
  open,
  onOpen,
  onSelected,
  onRelaunch,
}: Props) {
  const { t } = useTranslation('incident')
  const { exact } = useFormat()
  const drawn = causes.filter(({ pattern }, place) => place < MOST || causeKey(pattern) === open)
  const hidden = causes.length - drawn.length
  return (
    <Scroll>
      <div role="table" aria-label={t('list')}>
        <div role="rowgroup">
          <Heads role="row">
            {COLUMNS.map(column => (
              <Head key={column} column={column} sort={sort} onSort={onSort} />
            ))}
          </Heads>
        </div>
        <div role="rowgroup">
          {drawn.map(cause => {
            const key = causeKey(cause.pattern)
            const isOpen = key === open
            return (
              <CauseRow
                key={key}
                cause={cause}
                of={figures.begun}
                isExact={isExact}
                isOpen={isOpen}
                onToggle={() => onOpen(isOpen ? undefined : key)}
              >
                {isOpen && (
                  <CauseDetail
                    cause={cause}
                    isExact={isExact}
                    view={view}
                    onSelected={onSelected}
                    onRelaunch={onRelaunch}
                  />
                )}
              </CauseRow>
            )
          })}
        </div>
      </div>
      {hidden > 0 && <More>{t('more', { count: hidden, figure: exact(hidden) })}</More>}
    </Scroll>
  )
}

/** Who provides data: choosing a source keeps its sessions only, choosing it again frees them. */
import type { ReactNode, Ref } from 'react'
import { Suspense, useMemo, useState } from 'react'
import type { BoardView } from '@/domain/board-view'
import { SOURCE_SORTS, clearFilters, selectSource, setFilters } from '@/domain/board-view'
import type { Source } from '@/domain/session'
import { isUnreadable } from '@/domain/session'
import { useSourceAudits } from '@/queries/source-audit'
import type { SparseList } from '@/queries/useSparseList'
import { useChanges } from '@/stores/changes'
import { usePreferences } from '@/stores/preferences'
import type { UpdateView } from '@/url/useBoardView'
import type { TableHandle } from '@/ui/table-types'
import { EntityPane } from './EntityPane'
import { EmptyList } from './lazy-parts'
import { ExportButton } from './ExportButton'
import { sourceColumns, sourceTimeKey } from './source-columns'
import { useCellWords } from './useCellWords'
import type { MoreEntry } from './MoreMenu'
import { LATEST_FIRST, nextSort } from './next-sort'
import { sourceQuestion } from './useLists'
import { TotalsDialog } from './totals/load'
import { keepSort } from './useSortedView'

interface Props {
  readonly view: BoardView
  readonly updateView: UpdateView
  readonly list: SparseList<Source>
  readonly filters: ReactNode
  readonly counts: ReactNode
  readonly tableRef?: Ref<TableHandle>
}

const nameOf = ({ name }: Source) => name

function sourcesIn({ rowAt }: SparseList<Source>, first: number, last: number): readonly Source[] {
  return Array.from({ length: last - first + 1 }, (_, n) => rowAt(first + n)).flatMap(row =>
    row === undefined || isUnreadable(row) ? [] : [row],
  )
}

export function SourcesPane({ view, updateView, list, filters, counts, tableRef }: Props) {
  const words = useCellWords()
  const [inView, setInView] = useState<readonly [first: number, last: number]>([0, -1])
  const auditOf = useSourceAudits(sourcesIn(list, ...inView))
  const signed = useChanges(({ ofSource }) => ofSource)
  const hasPulse = usePreferences(({ pulse }) => pulse)
  const columns = useMemo(() => sourceColumns(words, auditOf, signed, hasPulse), [words, auditOf, signed, hasPulse])
  const sort = view.sourceSort ?? LATEST_FIRST
  const [hasTotals, setTotals] = useState(false)
  const more: readonly MoreEntry[] = [{ id: 'totals', onChoose: () => setTotals(true) }]
  return (
    <>
      <EntityPane<Source>
        kind="sources"
        list={list}
        question={JSON.stringify(sourceQuestion(view))}
        columns={columns}
        timeKey={(row, now) => sourceTimeKey(words, row, now)}
        onRange={(first, last) => {
          list.setRange(first, last)
          setInView([first, last])
        }}
        keyOf={nameOf}
        nameOf={nameOf}
        isSelected={({ name }) => name === view.source}
        onActivate={({ name }) => updateView(now => selectSource(now, name))}
        sort={sort}
        onSort={clicked => {
          const sourceSort = nextSort(SOURCE_SORTS, sort, clicked)
          if (sourceSort === undefined) return
          keepSort('sources', sourceSort)
          updateView(now => ({ ...now, sourceSort }), { replace: true })
        }}
        filters={filters}
        tools={<ExportButton list={{ kind: 'sources', question: sourceQuestion(view) }} />}
        more={more}
        counts={counts}
        empty={
          <EmptyList
            kind="sources"
            name={view.filters.sourceName}
            states={view.filters.sourceState}
            answeredAt={list.answeredAt}
            isOfSource={false}
            onName={sourceName => updateView(now => setFilters(now, { sourceName }), { replace: true })}
            onClear={() => updateView(now => clearFilters(now, 'sources'))}
          />
        }
        {...(tableRef === undefined ? {} : { tableRef })}
      />
      <Suspense>
        {hasTotals && <TotalsDialog view={view} sources={list.rows} onClose={() => setTotals(false)} />}
      </Suspense>
    </>
  )
}

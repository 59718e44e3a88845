/** Who provides data: choosing a source keeps its sessions only, choosing it again frees them. */
import type { ReactNode, Ref } from 'react'
import { useMemo } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { BoardView } from '@/domain/board-view'
import { SOURCE_SORTS, clearFilters, selectSource, setFilters } from '@/domain/board-view'
import type { Source } from '@/domain/session'
import type { SparseList } from '@/queries/useSparseList'
import type { UpdateView } from '@/url/useBoardView'
import type { TableHandle } from '@/ui/table-types'
import { EntityPane } from './EntityPane'
import { EmptyList } from './EmptyList'
import { sourceColumns } from './columns'
import { LATEST_FIRST, nextSort } from './next-sort'
import { sourceQuestion } from './useLists'

interface Props {
  readonly view: BoardView
  readonly updateView: UpdateView
  readonly list: SparseList<Source>
  readonly filters: ReactNode
  readonly tableRef?: Ref<TableHandle>
}

const nameOf = ({ name }: Source) => name

export function SourcesPane({ view, updateView, list, filters, tableRef }: Props) {
  const { t } = useTranslation('board')
  const columns = useMemo(() => sourceColumns(t), [t])
  const sort = view.sourceSort ?? LATEST_FIRST
  return (
    <EntityPane<Source>
      kind="sources"
      list={list}
      question={JSON.stringify(sourceQuestion(view))}
      columns={columns}
      keyOf={nameOf}
      nameOf={nameOf}
      isSelected={({ name }) => name === view.source}
      onActivate={({ name }) => updateView(now => selectSource(now, name))}
      sort={sort}
      onSort={clicked => {
        const sourceSort = nextSort(SOURCE_SORTS, sort, clicked)
        if (sourceSort !== undefined) updateView(now => ({ ...now, sourceSort }), { replace: true })
      }}
      filters={filters}
      empty={
        <EmptyList
          kind="sources"
          name={view.filters.sourceName}
          state={view.filters.sourceState}
          isOfSource={false}
          onName={sourceName => updateView(now => setFilters(now, { sourceName }), { replace: true })}
          onClear={() => updateView(now => clearFilters(now, 'sources'))}
        />
      }
      {...(tableRef === undefined ? {} : { tableRef })}
    />
  )
}

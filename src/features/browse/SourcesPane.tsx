/** Who provides data: choosing a source keeps its sessions only, choosing it again frees them. */
import type { ReactNode, Ref } from 'react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardView } from '@/domain/board-view'
import { SOURCE_SORTS, clearFilters, selectSource, setFilters } from '@/domain/board-view'
import type { Source } from '@/domain/session'
import type { SparseList } from '@/queries/useSparseList'
import type { Go } from '@/url/useBoardView'
import type { TableHandle } from '@/ui/VirtualTable'
import { EntityPane } from './EntityPane'
import { Nothing } from './EmptyList'
import { sourceColumns } from './columns'
import { LATEST_FIRST, nextSort } from './next-sort'
import { sourceQuestion } from './useLists'

interface Props {
  readonly view: BoardView
  readonly go: Go
  readonly list: SparseList<Source>
  readonly filters: ReactNode
  readonly tableRef?: Ref<TableHandle>
}

const nameOf = ({ name }: Source) => name

export function SourcesPane({ view, go, list, filters, tableRef }: Props) {
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
      onActivate={({ name }) => go(now => selectSource(now, name))}
      sort={sort}
      onSort={clicked => {
        const sourceSort = nextSort(SOURCE_SORTS, sort, clicked)
        if (sourceSort !== undefined) go(now => ({ ...now, sourceSort }), { replace: true })
      }}
      filters={filters}
      empty={
        <Nothing
          kind="sources"
          name={view.filters.sourceName}
          state={view.filters.sourceState}
          isOfSource={false}
          onName={sourceName => go(now => setFilters(now, { sourceName }), { replace: true })}
          onClear={() => go(now => clearFilters(now, 'sources'))}
        />
      }
      {...(tableRef === undefined ? {} : { tableRef })}
    />
  )
}

/** The columns of a list as its user has chosen them. */
import { useMemo } from 'react'
import { useListChoice } from '@/stores/list-choices'
import type { Column } from '@/ui/table-types'
import type { ListColumn } from './column-choice'
import { choicesOf, shownColumns } from './column-choice'

type Kind = 'sources' | 'sessions'

/** The columns that are shown; rows of two lines have their own places, and show the usual ones whatever was chosen. */
export function useShownColumns<Row>(
  kind: Kind,
  columns: readonly ListColumn<Row>[],
  isInLines: boolean,
): readonly Column<Row>[] {
  const { columns: kept } = useListChoice(kind)
  return useMemo(
    () => shownColumns(kind, columns, choicesOf(columns, isInLines ? undefined : kept)),
    [kind, columns, kept, isInLines],
  )
}

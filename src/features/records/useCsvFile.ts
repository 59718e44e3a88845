/** The list as a CSV file: read to its end first, then as shown and raw, of what is kept and nothing else. */
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ofCause } from '@/domain/causes'
import type { CsvCell } from '@/domain/csv'
import { csvText, safeFileName } from '@/domain/csv'
import type { RecordListId, RecordRows } from '@/domain/record-list'
import type { SessionRef } from '@/domain/session'
import type { RecordList } from '@/queries/records'
import { pageNow } from '@/stores/server-clock'
import { notify } from '@/ui/notices'
import { saveFile } from '@/ui/save-file'
import { useServerTime } from '@/ui/useNow'
import { useCellText } from './cell-text'
import { isWrittenOtherwise, rawValue } from './raw-value'
import type { RecordColumn } from './record-columns'
import { RECORD_COLUMNS } from './record-columns'
import { RECORD_KINDS } from './record-kinds'

export interface CsvFile {
  readonly isReading: boolean
  readonly start: () => void
  readonly cancel: () => void
}

interface Source<L extends RecordListId> {
  readonly list: L
  readonly part: string | undefined
  readonly sessionRef: SessionRef
  readonly read: RecordList<RecordRows[L]>
  /** The cause whose rows are kept. */
  readonly cause: string | undefined
}

/** Header and lines of the table. */
function useCsvTable(): <R>(
  columns: readonly RecordColumn<R>[],
  rows: readonly R[],
) => { readonly header: readonly string[]; readonly lines: readonly (readonly CsvCell[])[] } {
  const { t } = useTranslation('records')
  const textOf = useCellText()
  return (columns, rows) => ({
    header: columns.flatMap(column => {
      const header = t(`column.${column.id}`)
      return isWrittenOtherwise(column) ? [header, t('csv.raw', { column: header })] : [header]
    }),
    lines: rows.map(row =>
      columns.flatMap(column => {
        const raw = rawValue(column, row)
        if (isWrittenOtherwise(column)) return [textOf(column, row), raw]
        // A figure is a figure, not its grouped text.
        return [column.kind === 'count' ? raw : textOf(column, row)]
      }),
    ),
  })
}

export function useCsvFile<L extends RecordListId>({ list, part, sessionRef, read, cause }: Source<L>): CsvFile {
  const { t } = useTranslation('records')
  const tableOf = useCsvTable()
  const serverTime = useServerTime()
  const [isWanted, setWanted] = useState(false)
  const [ended, setEnded] = useState(0)
  const { rows, isComplete, isReadingAll } = read

  const save = (all: readonly RecordRows[L][]) => {
    const { source, name } = sessionRef
    const isOfSession = RECORD_KINDS[list].stepId !== undefined
    const { header, lines } = tableOf<RecordRows[L]>(
      RECORD_COLUMNS[list],
      cause === undefined ? all : ofCause(all, cause),
    )
    const parts = part === undefined ? [] : [t('csv.partial', { part })]
    const comment = t('csv.comment', {
      list: t(`title.${list}`),
      session: isOfSession ? t('ofSession', { source, session: name }) : t('ofAll'),
      filter: [...parts, cause === undefined ? t('csv.noFilter') : t('csv.filter', { cause })].join(', '),
      date: new Date(serverTime(pageNow())).toISOString(),
    })
    const file = safeFileName([...(isOfSession ? [source, name] : []), list, part ?? ''], 'csv')
    saveFile(file, csvText(comment, header, lines), 'text/csv')
    notify({ tone: 'success', text: t('csv.saved', { file }) })
  }
  const finish = useEffectEvent(() => {
    if (isComplete && rows !== undefined) save(rows)
    else notify({ tone: 'error', text: t('csv.failed') })
  })

  // Reading ends at the last row, at a failure, or because somebody stopped it.
  if (isWanted && (isComplete || !isReadingAll)) {
    setWanted(false)
    setEnded(ended + 1)
  }
  useEffect(() => {
    if (ended > 0) finish()
  }, [ended])

  return {
    isReading: isWanted,
    start: () => {
      setWanted(true)
      read.readAll()
    },
    cancel: () => {
      setWanted(false)
      read.stop()
    },
  }
}

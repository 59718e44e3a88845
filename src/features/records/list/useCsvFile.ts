/** The list as a CSV file: read again to its end, formatted and raw, with the current filter. */
import { useEffect, useRef, useState } from 'react'
import { useLanguage, useTranslation } from '@/i18n/translation'
import { ofCause } from '@/domain/causes'
import type { CsvCell, CsvForm } from '@/domain/csv'
import { chosenCsvForm, csvText, safeFileName } from '@/domain/csv'
import type { RecordListId, RecordListParams, RecordRows } from '@/domain/record-list'
import type { SessionRef } from '@/domain/session'
import { useCsvNotes } from '@/i18n/csv-words'
import { useFormat } from '@/i18n/format'
import { isSignedOutBy } from '@/queries/csv-file'
import type { WholeReading } from '@/queries/whole-reading'
import { readWhole } from '@/queries/whole-reading'
import type { RecordList } from '@/queries/records'
import { usePreferences } from '@/stores/preferences'
import { pageNow } from '@/stores/server-clock'
import { notify } from '@/ui/notices'
import { saveFile } from '@/ui/save-file'
import { useServerTime } from '@/ui/useNow'
import { useCellText } from './cell-text'
import { isWrittenOtherwise, rawValue } from './raw-value'
import type { RecordColumn } from './record-columns'
import { RECORD_COLUMNS } from './record-columns'
import { RECORD_KINDS } from '../record-kinds'

interface Progress {
  readonly received: number
  readonly total: number
}

export interface CsvFile {
  /** Rows read so far for the file; undefined without an export. */
  readonly progress: Progress | undefined
  readonly start: () => void
  readonly cancel: () => void
}

interface Source<L extends RecordListId> {
  readonly list: L
  readonly part: string | undefined
  readonly sessionRef: SessionRef
  readonly read: RecordList<RecordRows[L]>
  readonly question: RecordListParams
  /** The selected cause. */
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

/** The format of the files: that of the language, or with the chosen separator. */
function useCsvForm(): CsvForm {
  const chosen = usePreferences(preferences => preferences.csvSeparator)
  return chosenCsvForm(useLanguage(), chosen)
}

export function useCsvFile<L extends RecordListId>({
  list,
  part,
  sessionRef,
  read,
  cause,
  question,
}: Source<L>): CsvFile {
  const { t } = useTranslation('records')
  const { exact } = useFormat()
  const tableOf = useCsvTable()
  const form = useCsvForm()
  const notesOf = useCsvNotes()
  const serverTime = useServerTime()
  const [progress, setProgress] = useState<Progress>()
  const reading = useRef<AbortController>(undefined)
  useEffect(() => () => reading.current?.abort(), [])

  const save = (whole: WholeReading<RecordRows[L]>) => {
    const { source, name } = sessionRef
    const isOfSession = RECORD_KINDS[list].stepId !== undefined
    const rows = cause === undefined ? whole.rows : ofCause(whole.rows, cause)
    const { header, lines } = tableOf<RecordRows[L]>(RECORD_COLUMNS[list], rows)
    const parts = part === undefined ? [] : [t('csv.partial', { part })]
    const notes = notesOf(whole)
    const id: RecordListId = list
    const comment = t('csv.comment', {
      list: t(`title.${id}`),
      session: isOfSession ? t('ofSession', { source, session: name }) : t('ofAll'),
      filter: [...parts, cause === undefined ? t('csv.noFilter') : t('csv.filter', { cause })].join(', '),
      notes: [t('csv.rows', { count: rows.length, figure: exact(rows.length) }), ...notes].join(', '),
      date: new Date(serverTime(pageNow())).toISOString(),
    })
    const file = safeFileName(
      [whole.isCut ? t('csv.partialName') : '', ...(isOfSession ? [source, name] : []), list, part ?? ''],
      'csv',
    )
    saveFile(file, csvText(comment, header, lines, form), 'text/csv')
    if (notes.length === 0) notify({ tone: 'success', text: t('csv.saved', { file }) })
    else notify({ tone: 'info', text: t('csv.savedPartial', { file, note: notes.join(', ') }) })
    // The list on the screen is reloaded to match the file; a long one only by its own button.
    if (read.isShort && (whole.total !== read.total || whole.moved > 0)) read.retry()
  }

  const run = async () => {
    const controller = new AbortController()
    reading.current = controller
    setProgress({ received: 0, total: read.total })
    try {
      const whole = await readWhole(list, question, controller.signal, (received, total) =>
        setProgress({ received, total }),
      )
      if (!controller.signal.aborted) save(whole)
    } catch (error) {
      if (!controller.signal.aborted)
        notify({ tone: 'error', text: t(isSignedOutBy(error) ? 'csv.signedOut' : 'csv.failed') })
    }
    if (reading.current === controller) setProgress(undefined)
  }

  return {
    progress,
    start: () => void run(),
    cancel: () => {
      reading.current?.abort()
      reading.current = undefined
      setProgress(undefined)
    },
  }
}

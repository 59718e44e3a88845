/** The selected sessions as a CSV file: read anew, in the order they were selected in, by the rules of the list's file. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { chosenCsvForm, safeFileName } from '@/domain/csv'
import type { Session } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { useListCsvHeader } from '@/i18n/list-csv-words'
import { useLanguage, useTranslation } from '@/i18n/translation'
import { isSignedOutBy, writeCsv } from '@/queries/csv-file'
import type { SelectedReading } from '@/queries/selected-sessions'
import { readSelected } from '@/queries/selected-sessions'
import { usePreferences } from '@/stores/preferences'
import { pageNow } from '@/stores/server-clock'
import { notify } from '@/ui/notices'
import { saveFile } from '@/ui/save-file'
import { useServerTime } from '@/ui/useNow'
import { useWhileDrawn } from '@/ui/useWhileDrawn'

interface Progress {
  readonly read: number
  readonly total: number
}

/** What keeps the file from holding all that was selected. */
function useNotes(): (reading: SelectedReading) => readonly string[] {
  const { t } = useTranslation('listCsv')
  const { exact } = useFormat()
  return ({ gone, failed }) => [
    ...(gone > 0 ? [t('selection.gone', { figure: exact(gone) })] : []),
    ...(failed > 0 ? [t('selection.failed', { figure: exact(failed) })] : []),
  ]
}

/**
 * Begins when it is drawn and is cancelled when it goes.
 * @param onEnd a file was saved, or none could be
 * @returns how far it is
 */
export function useSelectionCsv(selected: readonly Session[], onEnd: () => void): Progress {
  const { t } = useTranslation('listCsv')
  const { t: tBoard } = useTranslation('board')
  const { t: tRecords } = useTranslation('records')
  const { exact } = useFormat()
  const queryClient = useQueryClient()
  const headerOf = useListCsvHeader()
  const notesOf = useNotes()
  const serverTime = useServerTime()
  const form = chosenCsvForm(
    useLanguage(),
    usePreferences(preferences => preferences.csvSeparator),
  )
  const [progress, setProgress] = useState<Progress>({ read: 0, total: selected.length })

  const save = async (reading: SelectedReading, signal: AbortSignal) => {
    const notes = notesOf(reading)
    const count = reading.rows.length
    if (count === 0) {
      notify({ tone: 'error', text: t('selection.nothing', { note: notes.join(', ') }) })
      return
    }
    const comment = t('comment', {
      list: tBoard('sessions'),
      filter: t('selection.filter'),
      sort: t('selection.sort'),
      notes: [tRecords('csv.rows', { count, figure: exact(count) }), ...notes].join(', '),
      date: new Date(serverTime(pageNow())).toISOString(),
    })
    const parts = await writeCsv({ comment, header: headerOf('sessions'), lines: reading.rows }, form, signal)
    const file = safeFileName(['sessions', t('selection.name')], 'csv')
    saveFile(file, parts, 'text/csv')
    if (notes.length === 0) notify({ tone: 'success', text: tRecords('csv.saved', { file }) })
    else notify({ tone: 'info', text: tRecords('csv.savedPartial', { file, note: notes.join(', ') }) })
  }
  useWhileDrawn(async signal => {
    try {
      const onProgress = (read: number, total: number) => setProgress({ read, total })
      await save(await readSelected(queryClient, selected, signal, onProgress), signal)
    } catch (error) {
      if (!signal.aborted)
        notify({ tone: 'error', text: tRecords(isSignedOutBy(error) ? 'csv.signedOut' : 'csv.failed') })
    }
    if (!signal.aborted) onEnd()
  })
  return progress
}

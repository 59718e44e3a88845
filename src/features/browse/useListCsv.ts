/** A list as a CSV file: read anew and to its end with its filters, raw numbers and ISO dates. */
import { useState } from 'react'
import { chosenCsvForm, safeFileName } from '@/domain/csv'
import { rangeStart } from '@/domain/range'
import { useCsvNotes } from '@/i18n/csv-words'
import { useFormat } from '@/i18n/format'
import { useListCsvHeader } from '@/i18n/list-csv-words'
import { useLanguage, useTranslation } from '@/i18n/translation'
import type { ListQuestion, ListReading } from '@/queries/list-file'
import { readList } from '@/queries/list-file'
import { isSignedOutBy, writeCsv } from '@/queries/csv-file'
import { usePreferences } from '@/stores/preferences'
import { pageNow } from '@/stores/server-clock'
import { notify } from '@/ui/notices'
import { saveFile } from '@/ui/save-file'
import { useServerTime } from '@/ui/useNow'
import { useWhileDrawn } from '@/ui/useWhileDrawn'

/** Where the range of time of a list begins, in milliseconds; undefined for all times. */
function sinceOf({ state }: ListQuestion['question'], now: number): number | undefined {
  const since = typeof state === 'object' ? state.since : undefined
  return since === undefined ? undefined : rangeStart(since, now)
}

const partialWord = ({ question }: ListQuestion) =>
  sinceOf(question, 0) === undefined ? 'partialStates' : 'partialRange'

function useComment(): (list: ListQuestion, rows: number, notes: readonly string[]) => string {
  const { t } = useTranslation('listCsv')
  const { t: tBoard } = useTranslation('board')
  const { t: tRecords } = useTranslation('records')
  const { exact } = useFormat()
  const serverTime = useServerTime()
  const statesText = (state: NonNullable<ListQuestion['question']['state']>) =>
    (typeof state === 'object' ? state.anyOf : [state]).map(one => tBoard(`states.${one}`)).join(' + ')
  return (list, count, notes) => {
    const { kind, question } = list
    const { name, state, sort } = question
    const since = sinceOf(list.question, serverTime(pageNow()))
    const source = 'source' in question ? question.source : undefined
    const filters = [
      ...(source === undefined ? [] : [tBoard('onlySource', { source })]),
      ...(name === undefined ? [] : [t('name', { text: name })]),
      ...(state === undefined || statesText(state) === '' ? [] : [t('state', { state: statesText(state) })]),
      ...(since === undefined ? [] : [t('since', { date: new Date(since).toISOString() })]),
    ]
    const order = sort ?? { property: 'lastUpdateDate', direction: 'desc' }
    return t('comment', {
      list: tBoard(kind),
      filter: filters.length === 0 ? tRecords('csv.noFilter') : filters.join(', '),
      sort: t(`sort.${order.direction}`, { column: t(`sorted.${order.property}`) }),
      notes: [tRecords('csv.rows', { count, figure: exact(count) }), ...notes].join(', '),
      date: new Date(serverTime(pageNow())).toISOString(),
    })
  }
}

interface Progress {
  readonly received: number
  readonly total: number
}

/**
 * Begins when it is drawn and is cancelled when it goes.
 * @param onEnd a file was saved, or none could be
 * @returns how far it is; undefined until the first answer
 */
export function useListCsv(list: ListQuestion, onEnd: () => void): Progress | undefined {
  const { t } = useTranslation('records')
  const { t: tList } = useTranslation('listCsv')
  const { exact } = useFormat()
  const headerOf = useListCsvHeader()
  const commentOf = useComment()
  const notesOf = useCsvNotes()
  const form = chosenCsvForm(
    useLanguage(),
    usePreferences(preferences => preferences.csvSeparator),
  )
  const [progress, setProgress] = useState<Progress>()

  const save = async (whole: ListReading, signal: AbortSignal) => {
    const partial = whole.isPartial === true ? [tList(partialWord(list), { figure: exact(whole.rows.length) })] : []
    const { ofRange, compared, isMoved } = whole.looked ?? {}
    const notes = [
      ...notesOf(whole),
      ...partial,
      ...(ofRange === undefined ? [] : [tList('partialAmong', { figure: exact(ofRange) })]),
      ...(compared === undefined ? [] : [tList('partialChanged', { figure: exact(compared) })]),
      ...(isMoved === true ? [tList('moved')] : []),
    ]
    const comment = commentOf(list, whole.rows.length, notes)
    const lines = whole.rows.map(({ cells }) => cells)
    const parts = await writeCsv({ comment, header: headerOf(list.kind), lines }, form, signal)
    const source = 'source' in list.question ? list.question.source : undefined
    const file = safeFileName([whole.isCut ? t('csv.partialName') : '', source ?? '', list.kind], 'csv')
    saveFile(file, parts, 'text/csv')
    if (notes.length === 0) notify({ tone: 'success', text: t('csv.saved', { file }) })
    else notify({ tone: 'info', text: t('csv.savedPartial', { file, note: notes.join(', ') }) })
  }
  useWhileDrawn(async signal => {
    try {
      const whole = await readList(list, signal, (received, total) => setProgress({ received, total }))
      await save(whole, signal)
    } catch (error) {
      if (!signal.aborted) notify({ tone: 'error', text: t(isSignedOutBy(error) ? 'csv.signedOut' : 'csv.failed') })
    }
    if (!signal.aborted) onEnd()
  })
  return progress
}

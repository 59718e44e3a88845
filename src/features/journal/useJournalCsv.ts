/** The journal as a CSV file: the lines that are shown, with raw numbers and ISO dates. */
import type { CsvCell } from '@/domain/csv'
import { chosenCsvForm, csvText, safeFileName } from '@/domain/csv'
import { useFormat } from '@/i18n/format'
import { useLanguage, useTranslation } from '@/i18n/translation'
import { useCredentials } from '@/stores/credentials'
import { usePreferences } from '@/stores/preferences'
import { pageNow } from '@/stores/server-clock'
import { notify } from '@/ui/notices'
import { saveFile } from '@/ui/save-file'
import { useServerTime } from '@/ui/useNow'
import type { JournalFilter, JournalLine } from './journal-words'

const COLUMNS = [
  ...(['date', 'user', 'project', 'action', 'source', 'session', 'sessionId', 'outcome', 'detail'] as const),
  ...(['recovered', 'working', 'failing', 'counters', 'countersDate'] as const),
] as const
type ColumnId = (typeof COLUMNS)[number]

type Cells = Readonly<Record<ColumnId, CsvCell>>

function cellsOf({ entry, what, outcomeText, details, counters }: JournalLine, user: string, project: string): Cells {
  const { at, session } = entry
  const said = entry.counters?.said
  const figures = said?.kind === 'relaunch' ? said : undefined
  return {
    date: at,
    user,
    project,
    action: what,
    source: session?.source,
    session: session?.name,
    sessionId: session?.id,
    outcome: outcomeText,
    detail: details.join(' · '),
    recovered: figures?.recovered,
    working: figures?.working,
    failing: figures?.failing,
    counters,
    countersDate: entry.counters?.at,
  }
}

/** Saves these lines. */
export function useJournalCsv(): (lines: readonly JournalLine[], filter: JournalFilter) => void {
  const { t } = useTranslation('journal')
  const { t: tRecords } = useTranslation('records')
  const { exact } = useFormat()
  const { user = '', project = '' } = useCredentials(({ identity }) => identity) ?? {}
  const form = chosenCsvForm(
    useLanguage(),
    usePreferences(preferences => preferences.csvSeparator),
  )
  const serverTime = useServerTime()
  return (lines, { text, outcome }) => {
    const filters = [
      ...(text.trim() === '' ? [] : [text.trim()]),
      ...(outcome === 'all' ? [] : [t(`outcome.${outcome}`)]),
    ]
    const comment = t('csv.comment', {
      user,
      project,
      filter: filters.length === 0 ? t('csv.noFilter') : filters.join(', '),
      rows: tRecords('csv.rows', { count: lines.length, figure: exact(lines.length) }),
      date: new Date(serverTime(pageNow())).toISOString(),
    })
    const header = COLUMNS.map(id => t(`csv.${id}`))
    const rows = lines.map(line => {
      const cells = cellsOf(line, user, project)
      return COLUMNS.map(id => cells[id])
    })
    const file = safeFileName(['journal', project, user], 'csv')
    saveFile(file, csvText(comment, header, rows, form), 'text/csv')
    notify({ tone: 'success', text: tRecords('csv.saved', { file }) })
  }
}

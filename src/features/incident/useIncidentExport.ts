/** The causes as text to be copied, and as a CSV file: those that are shown, with the window they were counted over. */
import type { CsvCell } from '@/domain/csv'
import { chosenCsvForm, csvText, safeFileName } from '@/domain/csv'
import type { IncidentCause, IncidentFigures } from '@/domain/incident'
import { verdictOn } from '@/domain/incident'
import { useFormat } from '@/i18n/format'
import { useStepWords } from '@/i18n/step-words'
import { useLanguage, useTranslation } from '@/i18n/translation'
import type { IncidentReading, IncidentScope } from '@/queries/incident'
import { useCredentials } from '@/stores/credentials'
import { usePreferences } from '@/stores/preferences'
import { notify } from '@/ui/notices'
import { saveFile } from '@/ui/save-file'
import { useCopy } from '@/ui/useCopy'
import { useServerTime } from '@/ui/useNow'
import { useNotes, useScopeText, useVerdictText, useWindowText } from './incident-words'

/** What is exported. */
export interface ShownIncident {
  readonly scope: IncidentScope
  readonly reading: IncidentReading
  readonly figures: IncidentFigures
  /** All, most errors first. */
  readonly causes: readonly IncidentCause[]
  /** Those that the search lets through, in the order of the screen. */
  readonly shown: readonly IncidentCause[]
  readonly text: string
}

const COLUMNS = [
  ...(['cause', 'causeErrors', 'kind', 'causeSessions', 'source', 'session', 'sessionId'] as const),
  ...(['step', 'type', 'errors', 'oldest', 'newest', 'example'] as const),
] as const

/** The sentences over the causes. */
function useSentences() {
  const scopeText = useScopeText()
  const windowText = useWindowText()
  const verdictText = useVerdictText()
  const notes = useNotes()
  return ({ scope, reading, figures, causes }: ShownIncident) => ({
    scope: scopeText(scope),
    window: windowText(scope, reading),
    verdict: verdictText(verdictOn(causes), figures),
    notes: notes(figures, reading).join(' '),
  })
}

/** A line for each cause, session and list: their errors add up to those of the cause. */
function useRows(): (incident: ShownIncident) => readonly (readonly CsvCell[])[] {
  const { t } = useTranslation('incident')
  const { t: tSession } = useTranslation('session')
  const step = useStepWords()
  return ({ shown, figures: { isExact } }) =>
    shown.flatMap(({ pattern, count, sessions, examples }) =>
      sessions.flatMap(({ session, first, last, places }) =>
        places.map(place => [
          ...[pattern, count, t(isExact ? 'csv.exact' : 'csv.minimum'), sessions.length],
          ...[session.source, session.name, session.id, step(place.stepId).title],
          ...[place.part && tSession(`relaunch.type.${place.part}`), place.count, first, last, examples[0]],
        ]),
      ),
    )
}

/** A cause in one line. */
function useLine(): (cause: IncidentCause, isExact: boolean) => string {
  const { t } = useTranslation('incident')
  const { t: tRecords } = useTranslation('records')
  const { exact, date } = useFormat()
  const step = useStepWords()
  return ({ pattern, count, sessions, steps, first, last }, isExact) => {
    const errors = t('text.errors', { count, figure: exact(count) })
    return t('text.line', {
      errors: isExact ? errors : t('atLeast', { figure: errors }),
      sessions: t('text.sessions', { count: sessions.length, figure: exact(sessions.length) }),
      steps: steps.map(({ stepId }) => step(stepId).title).join(', '),
      dates:
        first === undefined || last === undefined
          ? t('text.undated')
          : t('text.dates', { first: date(first), last: date(last) }),
      cause: pattern === '' ? tRecords('causes.none') : pattern.replaceAll(/\s*\n\s*/g, ' '),
    })
  }
}

export function useIncidentExport(): {
  readonly copy: (incident: ShownIncident) => void
  readonly save: (incident: ShownIncident) => void
} {
  const { t } = useTranslation('incident')
  const { t: tRecords } = useTranslation('records')
  const { date } = useFormat()
  const project = useCredentials(({ identity }) => identity?.project ?? '')
  const separator = usePreferences(preferences => preferences.csvSeparator)
  const language = useLanguage()
  const serverTime = useServerTime()
  const sentences = useSentences()
  const rowsOf = useRows()
  const line = useLine()
  const copyText = useCopy()
  const isoOf = ({ reading: { at } }: ShownIncident) => new Date(serverTime(at)).toISOString()
  const filterOf = ({ text }: ShownIncident) =>
    text.trim() === '' ? undefined : t('csv.filter', { text: text.trim() })
  return {
    copy: incident => {
      const { scope, window, verdict, notes } = sentences(incident)
      const head = [t('text.head', { time: date(isoOf(incident)), project }), scope, window, verdict, notes]
      const lines = incident.shown.map(cause => line(cause, incident.figures.isExact))
      const all = [...head, filterOf(incident) ?? '', ...lines].filter(text => text !== '')
      copyText(all.join('\n'), t('copied'))
    },
    save: incident => {
      const iso = isoOf(incident)
      const filter = filterOf(incident) ?? t('csv.noFilter')
      const comment = t('csv.comment', { project, ...sentences(incident), filter, date: iso })
      const header = COLUMNS.map(id => t(`csv.column.${id}`))
      const file = safeFileName(['causes', project, iso.slice(0, 19)], 'csv')
      saveFile(file, csvText(comment, header, rowsOf(incident), chosenCsvForm(language, separator)), 'text/csv')
      notify({ tone: 'success', text: tRecords('csv.saved', { file }) })
    },
  }
}

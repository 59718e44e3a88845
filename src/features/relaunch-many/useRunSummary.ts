/** A run as text to be copied, and as a CSV file. */
import { useLanguage, useTranslation } from '@/i18n/translation'
import { csvFormOf, csvText, safeFileName } from '@/domain/csv'
import type { Run } from '@/domain/relaunch-run'
import { itemFigures } from '@/domain/run-progress'
import { useFormat } from '@/i18n/format'
import { nameText } from '@/i18n/isolate'
import { useStepWords } from '@/i18n/step-words'
import { useCredentials } from '@/stores/credentials'
import { usePreferences } from '@/stores/preferences'
import { pageNow } from '@/stores/server-clock'
import { notify } from '@/ui/notices'
import { saveFile } from '@/ui/save-file'
import { useCopy } from '@/ui/useCopy'
import { useServerTime } from '@/ui/useNow'
import { inOneLine, useItemText, useRunText } from './run-words'

const COLUMNS = ['source', 'session', 'step', 'result', 'detail', 'errors', 'recovered', 'working', 'failing'] as const

export function useRunSummary(): { readonly copy: (run: Run) => void; readonly save: (run: Run) => void } {
  const { t } = useTranslation('many')
  const { date } = useFormat()
  const language = useLanguage()
  const separator = usePreferences(preferences => preferences.csvSeparator)
  const project = useCredentials(credentials => credentials.identity?.project ?? '')
  const serverTime = useServerTime()
  const itemText = useItemText()
  const runText = useRunText()
  const step = useStepWords()
  const copyText = useCopy()

  const head = (run: Run, time: string) => t('summary.head', { time, project, text: runText(run, pageNow()) })
  const isoOf = ({ startedAt }: Run) => new Date(serverTime(startedAt)).toISOString()
  return {
    copy: run => {
      const lines = run.items.map(item => {
        const { result, details } = itemText(item)
        const row = t('run.row', { source: nameText(item.ref.source), session: nameText(item.ref.name) })
        return t('run.step', { step: `${row}, ${step(item.stepId).title}`, text: inOneLine([result, ...details]) })
      })
      copyText([head(run, date(isoOf(run))), ...lines].join('\n'), t('run.copied'))
    },
    save: run => {
      const form = csvFormOf(language)
      const rows = run.items.map(item => {
        const { result, details } = itemText(item)
        const found = itemFigures(item)
        const figures = [item.baseline?.errors ?? item.count, found?.recovered, found?.working, found?.failing]
        return [item.ref.source, item.ref.name, step(item.stepId).title, result, details.join(' '), ...figures]
      })
      const header = COLUMNS.map(column => t(`summary.column.${column}`))
      const file = safeFileName(['relaunch', project, isoOf(run).slice(0, 19)], 'csv')
      const chosen = separator === 'language' ? form : { ...form, separator }
      saveFile(file, csvText(head(run, isoOf(run)), header, rows, chosen), 'text/csv')
      notify({ tone: 'success', text: t('run.saved', { file }) })
    },
  }
}

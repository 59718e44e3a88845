/** An entry of the journal in words: for the list, its filter and its file. */
import type { JournalEntry, JournalOutcome, JournalWhat } from '@/domain/journal'
import { journalOutcome } from '@/domain/journal'
import type { RelaunchPart } from '@/domain/relaunch'
import { useCountdownText } from '@/i18n/deletion-words'
import { useFormat } from '@/i18n/format'
import { isolate } from '@/i18n/isolate'
import { useStepWords } from '@/i18n/step-words'
import { useTranslation } from '@/i18n/translation'

/** An entry and what is said of it. */
export interface JournalLine {
  readonly entry: JournalEntry
  readonly what: string
  readonly outcome: JournalOutcome
  readonly outcomeText: string
  /** Figures, reasons and the words of the server; often none. */
  readonly details: readonly string[]
  /** What the counters said; '' where they say nothing. */
  readonly counters: string
}

function useWhatText(): (what: JournalWhat) => string {
  const { t } = useTranslation('journal')
  const { t: tSession } = useTranslation('session')
  const { t: tRecords } = useTranslation('records')
  const { exact } = useFormat()
  const stepWords = useStepWords()
  return what => {
    switch (what.kind) {
      case 'relaunch': {
        const step = stepWords(what.stepId).title
        const { selected, types } = what
        if (selected !== undefined)
          return t('what.relaunchSelected', { count: selected, figure: exact(selected), step })
        if (types === undefined) return t('what.relaunch', { step })
        return t('what.relaunchTypes', { step, types: types.map(type => tSession(`relaunch.type.${type}`)).join(', ') })
      }
      case 'versioning': {
        const mode = tRecords(`action.versioning.${what.mode}`)
        const { selected } = what
        return selected === undefined
          ? t('what.versioning', { mode })
          : t('what.versioningSelected', { count: selected, figure: exact(selected), mode })
      }
      case 'crawl':
        return t('what.crawl', { label: isolate(what.label) })
      case 'deletion':
        return t(what.isExact ? 'what.deletionExact' : 'what.deletion')
    }
  }
}

function usePartDetails(): (part: RelaunchPart) => readonly string[] {
  const { t } = useTranslation('journal')
  const { t: tSession } = useTranslation('session')
  const { exact } = useFormat()
  const details = ({ outcome }: RelaunchPart): readonly string[] => {
    switch (outcome.kind) {
      case 'accepted':
        return []
      case 'nothing':
        return []
      case 'handled':
        return [t('detail.handled', { handled: exact(outcome.handled), requested: exact(outcome.requested) })]
      case 'refused':
        return [t('detail.refused', { status: outcome.status }), ...outcome.messages]
      case 'unknown':
        return [t(`detail.${outcome.reason}`)]
    }
  }
  return part => {
    const [first, ...more] = details(part)
    if (first === undefined) return []
    if (part.type === undefined) return [first, ...more]
    return [t('detail.part', { type: tSession(`relaunch.type.${part.type}`), text: first }), ...more]
  }
}

function useCountersText(): (entry: JournalEntry) => string {
  const { t } = useTranslation('journal')
  const { t: tSession } = useTranslation('session')
  const { exact, date } = useFormat()
  const countdown = useCountdownText()
  return ({ counters }) => {
    if (counters === undefined) return ''
    const { said } = counters
    const text = () => {
      switch (said.kind) {
        case 'relaunch': {
          const { recovered, working, failing } = said
          const figures = { recovered: exact(recovered), working: exact(working), failing: exact(failing) }
          return tSession(said.runsJobs ? 'relaunchProgress.jobsFigures' : 'relaunchProgress.figures', figures)
        }
        case 'versioning':
          return t('counters.waiting', { count: said.left, figure: exact(said.left) })
        case 'deletion':
          return countdown(said.figures)
      }
    }
    return counters.isFinal ? text() : t('counters.last', { text: text(), time: date(counters.at) })
  }
}

/** Puts entries into words. */
export function useJournalLines(): (entries: readonly JournalEntry[]) => readonly JournalLine[] {
  const { t } = useTranslation('journal')
  const whatText = useWhatText()
  const partDetails = usePartDetails()
  const countersText = useCountersText()
  return entries =>
    entries.map(entry => {
      const outcome = journalOutcome(entry)
      const reasons = entry.notSent === undefined ? [] : [t(`detail.${entry.notSent}`)]
      return {
        entry,
        what: whatText(entry.what),
        outcome,
        outcomeText: t(`outcome.${outcome}`),
        details: [...new Set([...reasons, ...entry.parts.flatMap(partDetails)])],
        counters: countersText(entry),
      }
    })
}

/** What of the journal is shown. */
export interface JournalFilter {
  /** Each of its words is in what is said of an entry; letter case is ignored. */
  readonly text: string
  readonly outcome: JournalOutcome | 'all'
}

export const NO_FILTER: JournalFilter = { text: '', outcome: 'all' }

/** The lines a filter lets through. */
export function filteredLines(lines: readonly JournalLine[], filter: JournalFilter): readonly JournalLine[] {
  const wanted = filter.text.toLowerCase().split(/\s+/)
  return lines.filter(({ entry: { session }, what, outcome, outcomeText, details, counters }) => {
    if (filter.outcome !== 'all' && filter.outcome !== outcome) return false
    const said = [what, session?.source, session?.name, outcomeText, ...details, counters].join(' ').toLowerCase()
    return wanted.every(word => said.includes(word))
  })
}

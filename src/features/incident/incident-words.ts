/** What is said of an incident: of which sessions, over which window, one fault or thirty, and what is missing. */
import type { IncidentCause, IncidentFigures, IncidentVerdict, CausePlace } from '@/domain/incident'
import { shareSaid } from '@/domain/incident'
import type { SessionListQuestion } from '@/domain/list-params'
import type { SessionFilter } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { isolate } from '@/i18n/isolate'
import { rangeText } from '@/i18n/range-words'
import { useStepWords } from '@/i18n/step-words'
import { useTranslation } from '@/i18n/translation'
import type { IncidentReading, IncidentScope } from '@/queries/incident'
import { LIST_LIMIT } from '@/queries/incident'

const statesOf = ({ state }: SessionListQuestion): readonly SessionFilter[] =>
  state === undefined ? [] : typeof state === 'object' ? state.anyOf : [state]

/** The filters of the list that hold besides: every session is in error anyway. */
const HOLDS_ERRORS: readonly SessionFilter[] = ['errors', 'attention']

/** Of which sessions. */
export function useScopeText(): (scope: IncidentScope) => string {
  const { t } = useTranslation('incident')
  const { t: tBoard } = useTranslation('board')
  return scope => {
    if (scope.kind === 'selected') return t('scope.selected')
    const { source, name, state } = scope.question
    const since = typeof state === 'object' ? state.since : undefined
    const states = statesOf(scope.question)
    const isEvery = states.some(one => HOLDS_ERRORS.includes(one))
    return [
      source === undefined ? t('scope.all') : t('scope.source', { source: isolate(source) }),
      ...(name === undefined ? [] : [t('scope.name', { name: isolate(name) })]),
      ...(isEvery || states.length === 0
        ? []
        : [t('scope.states', { states: states.map(one => tBoard(`states.${one}`)).join(', ') })]),
      ...(since === undefined ? [] : [rangeText(since)]),
    ].join(' · ')
  }
}

/** How much of it was looked at. */
export function useWindowText(): (scope: IncidentScope, reading: IncidentReading) => string {
  const { t } = useTranslation('incident')
  const { exact } = useFormat()
  return ({ kind }, { sessions = [], missing, total, isTotalCut }) => {
    const read = sessions.length + missing
    const figures = { read: exact(sessions.length), total: exact(total), limit: exact(LIST_LIMIT) }
    if (kind === 'selected') return t('window.selected', figures)
    if (isTotalCut) return t('window.newestCut', figures)
    return read < total || missing > 0
      ? t('window.newest', figures)
      : t('window.all', { count: total, total: exact(total), limit: exact(LIST_LIMIT) })
  }
}

/** A share that is not all is not said to be all, and one that is something not to be nothing. */
export function useShareText(): (share: number) => string {
  const { t } = useTranslation('incident')
  const { percent } = useFormat()
  return share => (share < 0.01 ? t('below', { share: percent(0.01) }) : percent(shareSaid(share)))
}

/** One fault or thirty. */
export function useVerdictText(): (verdict: IncidentVerdict, figures: IncidentFigures) => string {
  const { t } = useTranslation('incident')
  const { exact } = useFormat()
  const shareText = useShareText()
  return (verdict, { errors, begun }) => {
    const all = { errors: exact(errors), total: exact(begun) }
    switch (verdict.kind) {
      case 'none':
        return t('verdict.none')
      case 'all':
        return t('verdict.all', { ...all, count: errors, sessions: exact(verdict.sessions) })
      case 'most': {
        const { causes, share, sessions } = verdict
        const said = { ...all, share: shareText(share), sessions: exact(sessions) }
        return causes === 1 ? t('verdict.one', said) : t('verdict.few', { ...said, causes: exact(causes) })
      }
      case 'many':
        return t('verdict.many', { ...all, causes: exact(verdict.causes), largest: exact(verdict.largest) })
    }
  }
}

/** What the figures leave out, a sentence each. */
export function useNotes(): (figures: IncidentFigures, reading: IncidentReading) => readonly string[] {
  const { t } = useTranslation('incident')
  const { exact } = useFormat()
  const step = useStepWords()
  const steps = (all: IncidentFigures['unlisted']) =>
    all.map(({ stepId, errors }) => `${step(stepId).title} (${exact(errors)})`).join(', ')
  return ({ cut, unreadable, unlisted, barred }, { missing }) => [
    ...(cut > 0 ? [t('note.cut', { count: cut, figure: exact(cut) })] : []),
    ...(unreadable > 0 ? [t('note.unreadable', { count: unreadable, figure: exact(unreadable) })] : []),
    ...(missing > 0 ? [t('note.missing', { count: missing, figure: exact(missing) })] : []),
    ...Array.from(new Set(barred.map(({ right }) => right)), right =>
      t('note.barred', { right, steps: steps(barred.filter(one => one.right === right)) }),
    ),
    ...(unlisted.length > 0 ? [t('note.unlisted', { steps: steps(unlisted) })] : []),
  ]
}

/** The step of a list, and the type of its requests. */
export function usePlaceText(): (place: Pick<CausePlace, 'stepId' | 'part'>) => string {
  const { t } = useTranslation('incident')
  const { t: tSession } = useTranslation('session')
  const step = useStepWords()
  return ({ stepId, part }) => {
    const { title } = step(stepId)
    return part === undefined ? title : t('typed', { step: title, type: tSession(`relaunch.type.${part}`) })
  }
}

/** The causes in which each word of the search is found: in their texts, or in the names of their sessions and steps. */
export function useSearch(): (causes: readonly IncidentCause[], text: string) => readonly IncidentCause[] {
  const step = useStepWords()
  return (causes, text) => {
    const wanted = text.toLowerCase().split(/\s+/)
    return causes.filter(({ pattern, examples, sessions, steps }) => {
      const names = sessions.flatMap(({ session: { source, name } }) => [source, name])
      const said = [pattern, ...examples, ...names, ...steps.map(({ stepId }) => step(stepId).title)]
      const all = said.join(' ').toLowerCase()
      return wanted.every(word => all.includes(word))
    })
  }
}

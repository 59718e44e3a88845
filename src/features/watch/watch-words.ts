/** What is said of a watch: its name, how it stands, how it ended. */
import { useMemo } from 'react'
import type { BoardWatch, EndKind, WatchTarget } from '@/domain/watching'
import { isBusy, isUnread, watchFigures } from '@/domain/watching'
import type { Format } from '@/i18n/format'
import { useFormat } from '@/i18n/format'
import { isolate } from '@/i18n/isolate'
import { rangeText } from '@/i18n/range-words'
import type { TFunction } from '@/i18n/translation'
import { translate, useTranslation } from '@/i18n/translation'
import { useNow } from '@/ui/useNow'

/** @param exact formats a number */
export function targetName(target: WatchTarget, exact: (n: number) => string): string {
  const t = translate('watch')
  const tBoard = translate('board')
  if (target.kind === 'sessions') {
    const [only] = target.sessions
    const count = target.sessions.length
    if (only === undefined || count > 1) return t('target.selection', { count, figure: exact(count) })
    return t('target.session', { source: isolate(only.source), session: isolate(only.name) })
  }
  const { source, name, state } = target.question
  const states = state === undefined ? [] : typeof state === 'object' ? state.anyOf : [state]
  const filters = [
    ...(source === undefined ? [] : [isolate(source)]),
    ...(name === undefined ? [] : [t('target.named', { name: isolate(name) })]),
    ...states.map(one => tBoard(`states.${one}`)),
    ...(typeof state === 'object' && state.since !== undefined ? [rangeText(state.since)] : []),
  ]
  return filters.length === 0 ? t('target.all') : t('target.list', { filters: filters.join(', ') })
}

/** Errors, and in how many sessions where there are several; of a list, sessions in error. */
function errorText(watch: BoardWatch, t: TFunction<'watch'>, exact: Format['exact']): string | undefined {
  const { errors, inError, sessions } = watchFigures(watch)
  if (inError === undefined) return undefined
  const isNone = (errors ?? inError) === 0
  if (isNone) return t('figure.noErrors')
  const inSessions = exact(inError)
  if (errors === undefined) return t('figure.inError', { count: inError, figure: inSessions })
  const text = t('figure.errors', { count: errors, figure: exact(errors) })
  return sessions > 1 ? t('figure.errorsIn', { errors: text, count: inError, figure: inSessions }) : text
}

/** What runs and what waits; of a list, sessions. */
function busyTexts(watch: BoardWatch, t: TFunction<'watch'>, exact: Format['exact']): readonly string[] {
  const { running, waiting } = watchFigures(watch)
  const isList = watch.target.kind === 'list'
  const text = (kind: 'running' | 'waiting', count: number) =>
    isList
      ? t(`figure.${kind}Sessions`, { count, figure: exact(count) })
      : t(`figure.${kind}`, { figure: exact(count) })
  return [...(running > 0 ? [text('running', running)] : []), ...(waiting > 0 ? [text('waiting', waiting)] : [])]
}

export interface WatchWords {
  readonly name: (watch: BoardWatch) => string
  /** "scan-alpha / 2025-05-02: done, 879 products, 2 errors". */
  readonly end: (watch: BoardWatch, kind: EndKind) => string
  /** What runs, waits and has failed, as last read. */
  readonly figures: (watch: BoardWatch) => string
}

export function useWatchWords(): WatchWords {
  const { t } = useTranslation('watch')
  const { exact, duration } = useFormat()
  return useMemo(() => {
    const name = ({ target }: BoardWatch) => targetName(target, exact)
    const figures = (watch: BoardWatch) => {
      const { products, gone } = watchFigures(watch)
      const errors = errorText(watch, t, exact)
      return [
        ...busyTexts(watch, t, exact),
        ...(products === undefined ? [] : [t('figure.products', { count: products, figure: exact(products) })]),
        ...(errors === undefined ? [] : [errors]),
        ...(gone === 0 ? [] : [t('figure.gone', { count: gone, figure: exact(gone) })]),
      ].join(', ')
    }
    const end = (watch: BoardWatch, kind: EndKind) => {
      if (kind === 'gone') return t('end.gone', { name: name(watch) })
      const said = { name: name(watch), figures: figures(watch) }
      if (kind === 'done') return t(said.figures === '' ? 'end.bare' : 'end.done', said)
      return t('end.stalled', { ...said, duration: duration((watch.end?.at ?? watch.changedAt) - watch.changedAt) })
    }
    return { name, end, figures }
  }, [t, exact, duration])
}

/** Why it is not read at present; undefined when it is. */
function troubleText(watch: BoardWatch, isSignedIn: boolean, t: TFunction<'watch'>): string | undefined {
  if (!isSignedIn) return t('panel.signedOut')
  const { trouble } = watch
  if (trouble === undefined) return undefined
  const { status, isRefused } = trouble
  if (status === undefined) return t('panel.unanswered')
  return t(isRefused ? 'panel.refused' : 'panel.failing', { status })
}

/** How a watch stands, in lines. */
export function useStateLines(watch: BoardWatch, isSignedIn: boolean): readonly string[] {
  const { t } = useTranslation('watch')
  const { duration, relative } = useFormat()
  const words = useWatchWords()
  const now = useNow(1000)
  const ago = (at: number) => relative(new Date(at).toISOString(), now)
  const { end, changedAt, startedAt, lookedAt } = watch
  if (end !== undefined) return [t('panel.ended', { age: ago(end.at) })]
  const trouble = troubleText(watch, isSignedIn, t)
  if (isUnread(watch)) return [trouble ?? t('panel.unread')]
  const change =
    changedAt > startedAt
      ? t('panel.changed', { age: ago(changedAt) })
      : t('panel.unchanged', { duration: duration(Math.max(0, now - changedAt)) })
  return [
    isBusy(watch) ? words.figures(watch) : t('panel.still'),
    trouble ?? [change, t('panel.read', { age: ago(lookedAt) })].join(' · '),
  ]
}

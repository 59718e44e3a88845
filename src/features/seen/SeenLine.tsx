/** One line over the sessions: what changed since the last look. It also tells the lists, the chips and the title. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { use, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Changes, SeenMark } from '@/domain/changes'
import { CHANGE_KINDS, changesOf, comparisonWith } from '@/domain/changes'
import { LOOKED_THROUGH } from '@/domain/list-params'
import { TimeZoneContext, useFormat } from '@/i18n/format'
import { useReasonWords } from '@/i18n/reason-words'
import { useLanguage, useTranslation } from '@/i18n/translation'
import { keys } from '@/queries/keys'
import { updatedQuery } from '@/queries/seen'
import { useOutage } from '@/queries/useOutage'
import { useChanges } from '@/stores/changes'
import { useOwner } from '@/stores/credentials'
import { usePreferences } from '@/stores/preferences'
import { forgetSeen, useSeen } from '@/stores/seen'
import { pageTime } from '@/stores/server-clock'
import { PlainButton } from '@/ui/PlainButton'
import { StaleNotice } from '@/ui/StaleNotice'
import { announce } from '@/ui/announce'
import { useServerNow } from '@/ui/useNow'
import { GoneList } from './GoneList'
import { Line, Tools } from './parts'
import { useChangeMarks } from './useChangeMarks'
import { useMarkAsSeen } from './useMarkAsSeen'
import { whenText } from './when'

export interface SeenLineProps {
  /** The list is filtered by what changed. */
  readonly isFiltered: boolean
}

/** The day is looked at again so often, in milliseconds. */
const MINUTE = 60_000
/** After what the round itself has to say, in milliseconds. */
const AFTERWARDS = 1_000

function useWhen(at: string): string {
  const language = useLanguage()
  const timeZone = use(TimeZoneContext)
  const now = useServerNow(MINUTE)
  return whenText(language, timeZone, Date.parse(at), now)
}

/** The counts that are not zero, the most important first. */
function useSummary(changes: Changes | undefined, when: string): string {
  const { t } = useTranslation('seen')
  const { exact } = useFormat()
  if (changes === undefined) return t('comparing', { when })
  const more = changes.isCut ? '+' : ''
  const counts = CHANGE_KINDS.flatMap(kind => {
    const count = changes.counts[kind]
    return count === 0 ? [] : [t(`count.${kind}`, { count, figure: `${exact(count)}${more}` })]
  })
  const isNothing = counts.length === 0 && (changes.gone ?? 0) === 0
  const gone = changes.gone ?? 0
  // Those that are gone are a list of their own beside the others; alone they need a beginning all the same.
  const all = gone === 0 || counts.length > 0 ? counts : [t('count.gone', { count: gone, figure: exact(gone) })]
  return isNothing ? t('nothing', { when }) : t('summary', { when, counts: all.join(', ') })
}

/** What a mark cannot tell that does not hold every session there was; undefined for nothing. */
function usePartText({ cut, sessions, total }: SeenMark): string | undefined {
  const { t } = useTranslation('seen')
  const { exact } = useFormat()
  if (!cut.all && !cut.error && !cut.active) return undefined
  const part = t('part', { count: sessions.length, figure: exact(sessions.length), total: exact(total) })
  // Where all in error and at work are known, others were neither.
  return cut.error || cut.active ? `${part} ${t('partUnknown')}` : part
}

/** Says what a round brought, once. */
function useAnnounced(text: string, isKnown: boolean): void {
  const told = useRef<string>(undefined)
  const tell = useEffectEvent(() => {
    if (usePreferences.getState().announcements) announce(text)
  })
  useEffect(() => {
    if (!isKnown || told.current === text) return
    const isFirst = told.current === undefined
    told.current = text
    if (isFirst) return
    const timer = setTimeout(() => tell(), AFTERWARDS)
    return () => clearTimeout(timer)
  }, [text, isKnown])
}

/** The line has its place over the sessions, which are not drawn while their tab is not open. */
function InSlot({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('seen')
  const slot = useChanges(changes => changes.slot)
  // Without its place it still compares: the title and the sources say what changed.
  const [nowhere] = useState(() => document.createElement('div'))
  return createPortal(
    <Line role="group" aria-label={t('name')}>
      {children}
    </Line>,
    slot ?? nowhere,
  )
}

function Since({ mark }: { readonly mark: SeenMark }) {
  const { t } = useTranslation('seen')
  const { exact, date } = useFormat()
  const when = useWhen(mark.at)
  const compared = useMemo(() => comparisonWith(mark), [mark])
  const { data, error, dataUpdatedAt, isFetching, refetch } = useQuery(updatedQuery(mark))
  const changes = useMemo(() => data && changesOf(mark, data, compared), [mark, data, compared])
  const summary = useSummary(changes, when)
  const partText = usePartText(mark)
  const reason = useReasonWords()
  const isOutage = useOutage() !== undefined
  useChangeMarks(compared, changes, when)
  useAnnounced(summary, changes !== undefined)
  const gone = changes?.gone ?? 0
  const hasFailed = error !== null && !isFetching && !isOutage
  return (
    <>
      <span title={`${date(mark.at)}. ${t('hint', { figure: exact(LOOKED_THROUGH) })}`}>
        {changes === undefined && hasFailed ? `${t('failed')} ${reason(error)}` : summary}
        {changes?.isCut === true && <> {t('cut', { figure: exact(LOOKED_THROUGH) })}</>}
        {changes?.isMoved === true && <> {t('moved')}</>}
        {partText !== undefined && <> {partText}</>}
      </span>
      {gone > 0 && <GoneList mark={mark} gone={gone} />}
      {hasFailed && changes !== undefined && (
        <StaleNotice
          since={pageTime(dataUpdatedAt)}
          reason={`${t('failed')} ${reason(error)}`}
          onRetry={() => void refetch()}
        />
      )}
    </>
  )
}

/** The list of changed sessions is that of another mark, or of none. */
function useRenewedList(mark: SeenMark | undefined): void {
  const queryClient = useQueryClient()
  const known = useRef(mark?.at)
  useEffect(() => {
    if (known.current === mark?.at) return
    known.current = mark?.at
    void queryClient.invalidateQueries({
      queryKey: keys.board,
      predicate: ({ queryKey: [, kind, question] }) =>
        kind === 'sessions' && JSON.stringify(question).includes('"changed"'),
    })
  }, [mark, queryClient])
}

/** Forgets the last look; the button goes with it. */
function ForgetButton() {
  const { t } = useTranslation('seen')
  const owner = useOwner()
  return (
    <PlainButton
      onClick={() => {
        forgetSeen(owner)
        announce(t('forgotten'))
        // The button that had the focus is gone.
        document.getElementById('lists')?.focus({ preventScroll: true })
      }}
    >
      {t('forget')}
    </PlainButton>
  )
}

/** To be there as long as a mark is set, is being set, or a link asks for what changed. */
export function SeenLine({ isFiltered }: SeenLineProps) {
  const { t } = useTranslation('seen')
  const seen = useSeen()
  const { mark, isMarking } = useMarkAsSeen()
  const isAsked = useChanges(changes => changes.isAsked === true)
  const ask = useEffectEvent(() => mark())
  useEffect(() => {
    if (!isAsked) return
    useChanges.setState({ isAsked: false })
    ask()
  }, [isAsked])
  useRenewedList(seen)
  if (seen === undefined && !isFiltered && !isMarking) return null
  return (
    <InSlot>
      {seen === undefined ? <span>{t('none')}</span> : <Since mark={seen} />}
      <Tools>
        <PlainButton aria-disabled={isMarking} onClick={mark}>
          {isMarking ? t('marking') : t('mark')}
        </PlainButton>
        {seen !== undefined && <ForgetButton />}
      </Tools>
    </InSlot>
  )
}

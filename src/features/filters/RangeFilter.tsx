/** The sessions of a range of time: when they were updated. Its code comes in the idle moment after the first rows. */
import { useQuery } from '@tanstack/react-query'
import { use, useEffect, useEffectEvent, useId, useState } from 'react'
import { hasLeftOut, isStalled } from '@/domain/attention'
import type { BoardView } from '@/domain/board-view'
import { setFilters } from '@/domain/board-view'
import type { SessionListQuestion } from '@/domain/list-params'
import { IN_STATE } from '@/domain/range'
import type { Page, Session, SessionFilter } from '@/domain/session'
import { isUnreadable } from '@/domain/session'
import { TimeZoneContext, useFormat } from '@/i18n/format'
import { useTranslation } from '@/i18n/translation'
import { rangeQuery } from '@/queries/range'
import { useOutage } from '@/queries/useOutage'
import type { ChangeCount } from '@/stores/changes'
import { useChanges } from '@/stores/changes'
import { usePreferences } from '@/stores/preferences'
import { pageNow } from '@/stores/server-clock'
import { SelectField } from '@/ui/SelectField'
import fields from '@/ui/fields.module.css'
import hidden from '@/ui/hidden.module.css'
import { useServerNow, useServerTime } from '@/ui/useNow'
import type { UpdateView } from '@/url/useBoardView'
import { fieldTime, fromFieldTime } from './field-time'
import { Refused } from './refused'

const SPANS = ['any', '24h', '7d', 'since'] as const
type Span = (typeof SPANS)[number]

const DAY = 86_400_000
/** A date is typed part by part: it counts after a pause, in milliseconds. */
const PAUSE = 800
/** Stalled sessions are looked for again so often, in milliseconds. */
const EVERY = 30_000

interface MomentProps {
  readonly since: string
  readonly onChange: (since: string) => void
}

/** The beginning of the range in the time zone of the user. */
function MomentField({ since, onChange }: MomentProps) {
  const { t } = useTranslation('seen')
  const zone = use(TimeZoneContext)
  const id = useId()
  const shown = fieldTime(Date.parse(since), zone)
  const [typed, setTyped] = useState<string>()
  const [known, setKnown] = useState(shown)
  const [refused, setRefused] = useState<string>()
  const { date } = useFormat()
  const serverTime = useServerTime()
  // The address or the zone says another time: what was typed before is over.
  if (known !== shown) {
    setKnown(shown)
    setTyped(undefined)
  }
  const apply = useEffectEvent(() => {
    const next = typed === undefined || typed === shown ? undefined : fromFieldTime(typed, zone)
    if (next === undefined) return
    if (Date.parse(next) > serverTime(pageNow())) setRefused(typed)
    else onChange(next)
  })
  // Half a date is none: the list stays at the one before, and so does the field.
  const leave = () => {
    if (typed !== undefined && fromFieldTime(typed, zone) === undefined) setTyped(undefined)
  }
  const isRefused = typed !== undefined && refused === typed
  useEffect(() => {
    if (typed === undefined) return
    const timer = setTimeout(() => apply(), PAUSE)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <>
      <label htmlFor={id} className={hidden['spoken']}>
        {t(`range.moment.${zone}`)}
      </label>
      <input
        className={fields['field']}
        id={id}
        type="datetime-local"
        title={t(`range.moment.${zone}`)}
        value={typed ?? shown}
        aria-invalid={isRefused}
        aria-describedby={isRefused ? `${id}-refused` : undefined}
        onChange={event => setTyped(event.target.value)}
        onBlur={leave}
      />
      {isRefused && (
        <Refused id={`${id}-refused`} role="alert">
          {t('range.future', { date: date(since) })}
        </Refused>
      )}
    </>
  )
}

type Count = (row: Session) => boolean

/** What the chips count among the sessions of a range: REGARDS counts by no date. */
function useRangeCounts(page: Page<Session> | undefined, isInRange: boolean): void {
  const { t } = useTranslation('seen')
  const { exact } = useFormat()
  const now = useServerNow(EVERY)
  const minutes = usePreferences(({ noNewsMinutes }) => noNewsMinutes)
  const marks = useChanges(changes => changes.marks)
  useEffect(() => {
    if (!isInRange || page === undefined) {
      useChanges.setState({ inRange: undefined })
      return
    }
    const rows = page.entries.flatMap(entry => (isUnreadable(entry) ? [] : [entry]))
    const counting: Readonly<Record<Exclude<SessionFilter, 'attention'> | 'all', Count>> = {
      ...IN_STATE,
      all: () => true,
      stalled: row => isStalled(row, { now, minutes }),
      leftOut: hasLeftOut,
      changed: row => marks?.word(row) !== undefined,
    }
    const title = t(page.isCut === true ? 'range.amongLatest' : 'range.among', {
      count: rows.length,
      figure: exact(rows.length),
    })
    const counts = new Map(Object.entries(counting).map(([chip, counts]) => [chip, rows.filter(counts).length]))
    const inRange = (chip: string): ChangeCount | undefined => {
      const count = counts.get(chip)
      return count === undefined ? undefined : { count, title }
    }
    useChanges.setState({ inRange })
  }, [page, isInRange, now, minutes, marks, t, exact])
  useEffect(() => () => useChanges.setState({ inRange: undefined }), [])
}

export interface RangeFilterProps {
  readonly view: BoardView
  readonly updateView: UpdateView
  /** All sessions of the range, whatever their states. */
  readonly question: SessionListQuestion
}

export function RangeFilter({ view, updateView, question }: RangeFilterProps) {
  const { t } = useTranslation('seen')
  const serverTime = useServerTime()
  const since = view.filters.sessionSince
  const isOutage = useOutage() !== undefined
  const { data } = useQuery({ ...rangeQuery(question, since ?? ''), enabled: since !== undefined && !isOutage })
  useRangeCounts(data, since !== undefined)
  const span: Span = since === undefined ? 'any' : (SPANS.find(known => known === since) ?? 'since')
  const choose = (next: Span) => {
    const yesterday = () => new Date(Math.floor((serverTime(pageNow()) - DAY) / 60_000) * 60_000).toISOString()
    const sessionSince = next === 'any' ? undefined : next === 'since' ? yesterday() : next
    updateView(now => setFilters(now, { sessionSince }))
  }
  return (
    <>
      <SelectField<Span>
        label={t('range.label')}
        value={span}
        options={SPANS.map(value => ({ value, label: t(`range.${value}`) }))}
        onChange={choose}
      />
      {span === 'since' && since !== undefined && (
        <MomentField
          since={since}
          onChange={sessionSince => updateView(now => setFilters(now, { sessionSince }), { replace: true })}
        />
      )}
    </>
  )
}

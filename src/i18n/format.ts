/** Numbers, dates and durations in the user's language. */
import { createContext, use } from 'react'
import type { Language } from '@/domain/languages'
import { LANGUAGES } from '@/domain/languages'
import { createAges } from './ages'
import { lazy } from './lazy'
import { useLanguage } from './translation'

export type TimeZone = 'local' | 'utc'

/** The setting "times in UTC"; app provides it, tests and stories do not have to. */
export const TimeZoneContext = createContext<TimeZone>('local')

export interface Format {
  /** Grouped; from 100 000 on abbreviated. */
  readonly count: (n: number) => string
  readonly exact: (n: number) => string
  /** For small places: whole below 10 000, from there abbreviated, "12.3k". */
  readonly short: (n: number) => string
  /** Date and time to the second, with the name of the zone. */
  readonly date: (iso: string) => string
  /** Time of day to the second. */
  readonly time: (at: number) => string
  /** "2 min ago"; below a second, and where a clock runs ahead of ours, "just now". */
  readonly relative: (iso: string, now: number) => string
  readonly duration: (ms: number) => string
  /** In steps of 1024, three figures: "1.46 TiB". */
  readonly bytes: (n: number) => string
  /** A share from 0 to 1. */
  readonly percent: (share: number) => string
}

const ABBREVIATED_FROM = 100_000
const SHORT_FROM = 10_000

const BYTE_STEP = 1024
const BYTE_PREFIXES = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'] as const

/** All formats of one language and zone. */
export function createFormat(language: Language, timeZone: TimeZone): Format {
  const { locale, byte } = LANGUAGES[language]
  const zone = timeZone === 'utc' ? { timeZone: 'UTC' } : {}
  const whole = lazy(() => new Intl.NumberFormat(language, { maximumFractionDigits: 3 }))
  const compact = lazy(() => new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 }))
  const dates = lazy(
    () =>
      new Intl.DateTimeFormat(locale, {
        ...{ year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' },
        timeZoneName: 'short',
        ...zone,
      }),
  )
  const times = lazy(
    () => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', ...zone }),
  )
  const ages = createAges(language)
  const sizes = lazy(() => new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 }))
  const shares = lazy(() => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }))

  const exact = (n: number) => {
    if (Number.isNaN(n)) return '?'
    return n > Number.MAX_SAFE_INTEGER ? `> ${whole().format(Number.MAX_SAFE_INTEGER)}` : whole().format(n)
  }
  // A thousand is a small k, as in units: English has a capital one.
  const abbreviated = (from: number) => (n: number) =>
    Math.abs(n) >= from && n <= Number.MAX_SAFE_INTEGER ? compact().format(n).replace('K', 'k') : exact(n)
  return {
    exact,
    count: abbreviated(ABBREVIATED_FROM),
    short: abbreviated(SHORT_FROM),
    // A text that is no date is shown as it came.
    date: iso => (Number.isNaN(Date.parse(iso)) ? iso : dates().format(Date.parse(iso))),
    time: at => times().format(at),
    relative: (iso, at) => {
      const age = at - Date.parse(iso)
      return Number.isNaN(age) ? iso : ages.ago(age)
    },
    duration: ages.duration,
    bytes: n => {
      if (Number.isNaN(n)) return '?'
      const step = n < 1 ? 0 : Math.min(BYTE_PREFIXES.length - 1, Math.floor(Math.log2(n) / 10))
      return `${sizes().format(n / BYTE_STEP ** step)}\u00a0${BYTE_PREFIXES[step] ?? ''}${byte}`
    },
    percent: share => shares().format(share),
  }
}

const made = new Map<string, Format>()

/** The same object for all callers: two lists of 30 rows call it some 300 times. */
function formatOf(language: Language, timeZone: TimeZone): Format {
  // The time zone of the computer may change while the page is open.
  const key = `${language} ${timeZone} ${new Date().getTimezoneOffset()}`
  const format = made.get(key) ?? createFormat(language, timeZone)
  made.set(key, format)
  return format
}

/** The formats of the language and zone in use. */
export function useFormat(): Format {
  return formatOf(useLanguage(), use(TimeZoneContext))
}

/** Ages and durations: unit symbols up to hours, the words of Intl from days on. */
import type { Language } from '@/domain/languages'
import { LANGUAGES } from '@/domain/languages'
import { lazy } from './lazy'

export interface Ages {
  /** "2 min ago", "3 days ago"; below a second, and in the future, "just now". */
  readonly ago: (ms: number) => string
  /** "2 min", "3 days". */
  readonly duration: (ms: number) => string
}

/** The words around a short age; Intl writes units in other ways, such as "sec" and "hr". */
const WORDS: Readonly<Record<Language, { readonly justNow: string; readonly ago: (duration: string) => string }>> = {
  en: { justNow: 'just now', ago: duration => `${duration} ago` },
  fr: { justNow: 'à l’instant', ago: duration => `il y a ${duration}` },
}

const SYMBOLS = [
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const

const LONG_UNITS = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['day', 86_400_000],
] as const

/** Years, months or days; undefined below a day. */
function inLongUnit(ms: number) {
  const found = LONG_UNITS.find(([, length]) => ms >= length)
  return found && { unit: found[0], value: Math.floor(ms / found[1]) }
}

function inSymbols(ms: number): string {
  const [symbol, length] = SYMBOLS.find(([, size]) => ms >= size) ?? SYMBOLS[2]
  return `${Math.floor(ms / length)}\u00a0${symbol}`
}

/** A figure and its unit stay on one line, wherever there is room for it. */
const bound = (text: string) => text.replace(/(\d) (?=\p{L})/gu, '$1\u00a0')

/** The ages of one language. */
export function createAges(language: Language): Ages {
  const { locale } = LANGUAGES[language]
  const words = WORDS[language]
  const relative = lazy(() => new Intl.RelativeTimeFormat(locale, { numeric: 'always' }))
  const units = new Map(
    LONG_UNITS.map(([unit]) => [
      unit,
      lazy(() => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' })),
    ]),
  )
  return {
    ago: ms => {
      if (ms < 1000) return words.justNow
      const long = inLongUnit(ms)
      return long ? bound(relative().format(-long.value, long.unit)) : words.ago(inSymbols(ms))
    },
    duration: ms => {
      const long = inLongUnit(Math.abs(ms))
      return long ? bound(units.get(long.unit)?.().format(long.value) ?? '') : inSymbols(Math.abs(ms))
    },
  }
}

/** The languages of the dashboard. One more is a row here and a folder of words of the same code in src/i18n. */

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'

interface LanguageDefinition {
  /** As its speakers call it. */
  readonly name: string
  /** For Intl, where dates and units are written differently from country to country. */
  readonly locale: string
  /** How the units of memory end: bytes, octets. */
  readonly byte: string
  /** How its spreadsheets read a CSV file. */
  readonly csv: { readonly separator: ',' | ';'; readonly decimal: '.' | ',' }
  /** The plural categories of whole numbers, as Intl.PluralRules lists them: the words of the language need one text for each. */
  readonly plurals: readonly PluralForm[]
}

export const LANGUAGES = {
  // English dates as Europe writes them: day first, 24 hours.
  en: { name: 'English', locale: 'en-GB', byte: 'B', csv: { separator: ',', decimal: '.' }, plurals: ['one', 'other'] },
  // Without `many`, French says a million in English.
  fr: {
    name: 'Français',
    locale: 'fr',
    byte: 'o',
    csv: { separator: ';', decimal: ',' },
    plurals: ['one', 'many', 'other'],
  },
} as const satisfies Readonly<Record<string, LanguageDefinition>>

export type Language = keyof typeof LANGUAGES

/** A plural form of any language, and those of one. */
export type PluralFormOf<L extends Language> = (typeof LANGUAGES)[L]['plurals'][number]

/** The language whose words come with the page: it is shown until another is known and where a word is missing. */
export const FIRST_LANGUAGE = 'en' satisfies Language

export function isLanguage(code: string): code is Language {
  return Object.hasOwn(LANGUAGES, code)
}

/** In the order of the table. */
export const LANGUAGE_CODES: readonly Language[] = Object.keys(LANGUAGES).filter(isLanguage)

/** The language of this code, or the first one. */
export function languageOf(code: string): Language {
  return isLanguage(code) ? code : FIRST_LANGUAGE
}

/** The one that a button leads to: after the last comes the first. */
export function nextLanguage(code: string): Language {
  const next = LANGUAGE_CODES.indexOf(languageOf(code)) + 1
  return LANGUAGE_CODES[next % LANGUAGE_CODES.length] ?? FIRST_LANGUAGE
}

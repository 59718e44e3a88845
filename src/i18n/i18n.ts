/** i18next set up once: words of the first screen in English at hand, every other (namespace, language) on demand. */
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '@/domain/languages'
import { FIRST_LANGUAGE, LANGUAGE_CODES, isLanguage, languageOf } from '@/domain/languages'
import { board } from './en/board'
import { common } from './en/common'
import { frame } from './en/frame'
import type { Namespace } from './message-types'

type Words = Readonly<Record<string, unknown>>

const BUNDLED = { common, board, frame } as const satisfies Partial<Record<Namespace, Words>>

/** Every other file of words, by its path; each exports its words under the name of its namespace. */
const FILES = import.meta.glob<Words>(['./*/*.ts', '!./en/{common,board,frame}.ts'])

async function read(language: Language, ns: Namespace): Promise<unknown> {
  return (await FILES[`./${language}/${ns}.ts`]?.())?.[ns]
}

const inUse = new Set<Namespace>(['common', 'board', 'frame'])

void i18next.use(initReactI18next).init({
  lng: FIRST_LANGUAGE,
  fallbackLng: FIRST_LANGUAGE,
  supportedLngs: LANGUAGE_CODES,
  ns: Object.keys(BUNDLED),
  defaultNS: 'common',
  resources: { [FIRST_LANGUAGE]: BUNDLED },
  partialBundledLanguages: false,
  initAsync: false,
  returnNull: false,
  // React escapes; twice would show &amp; to the reader.
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
})

async function load(language: Language, namespaces: Iterable<Namespace>): Promise<void> {
  const missing = [...namespaces].filter(ns => !i18next.hasResourceBundle(language, ns))
  await Promise.all(
    missing.map(async ns => {
      i18next.addResourceBundle(language, ns, await read(language, ns))
    }),
  )
}

/** The language words are in now. */
export function currentLanguage(): Language {
  return languageOf(i18next.language)
}

/** Words a lazy part needs, in the language in use; to be awaited before it is drawn, so that nothing flickers. */
export async function loadMessages(namespaces: readonly Namespace[]): Promise<void> {
  for (const ns of namespaces) inUse.add(ns)
  await load(currentLanguage(), inUse)
}

let latest = 0

/** Changes the words of the whole page without a reload; the last call wins. */
export async function setLanguage(language: Language): Promise<void> {
  const call = ++latest
  await load(language, inUse)
  if (call !== latest) return
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

/** The first language of the browser that we speak. */
export function browserLanguage(): Language {
  const spoken = navigator.languages.map(tag => tag.slice(0, 2).toLowerCase())
  return spoken.find(isLanguage) ?? FIRST_LANGUAGE
}

export const i18n = i18next

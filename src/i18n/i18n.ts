/** i18next set up once: words of the first screen in English at hand, every other (namespace, language) on demand. */
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { board } from './en/board'
import { common } from './en/common'
import { frame } from './en/frame'
import { LANGUAGES } from './message-types'
import type { Language, Namespace } from './message-types'

type Words = Readonly<Record<string, unknown>>
type Loader = () => Promise<Words>

const BUNDLED = { common, board, frame } as const satisfies Partial<Record<Namespace, Words>>

const LOADERS: Readonly<Record<Language, Readonly<Record<Namespace, Loader>>>> = {
  en: {
    common: () => Promise.resolve(common),
    board: () => Promise.resolve(board),
    frame: () => Promise.resolve(frame),
    session: async () => (await import('./en/session')).session,
    steps: async () => (await import('./en/steps')).steps,
    signIn: async () => (await import('./en/signIn')).signIn,
    records: async () => (await import('./en/records')).records,
    deletion: async () => (await import('./en/deletion')).deletion,
    spelling: async () => (await import('./en/spelling')).spelling,
  },
  fr: {
    common: async () => (await import('./fr/common')).common,
    board: async () => (await import('./fr/board')).board,
    frame: async () => (await import('./fr/frame')).frame,
    session: async () => (await import('./fr/session')).session,
    steps: async () => (await import('./fr/steps')).steps,
    signIn: async () => (await import('./fr/signIn')).signIn,
    records: async () => (await import('./fr/records')).records,
    deletion: async () => (await import('./fr/deletion')).deletion,
    spelling: async () => (await import('./fr/spelling')).spelling,
  },
}

const inUse = new Set<Namespace>(['common', 'board', 'frame'])

void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  supportedLngs: LANGUAGES,
  ns: Object.keys(BUNDLED),
  defaultNS: 'common',
  resources: { en: BUNDLED },
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
      i18next.addResourceBundle(language, ns, await LOADERS[language][ns]())
    }),
  )
}

/** The language words are in now. */
export function currentLanguage(): Language {
  return LANGUAGES.find(language => language === i18next.language) ?? 'en'
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
  return spoken.flatMap(tag => LANGUAGES.filter(language => language === tag))[0] ?? 'en'
}

export const i18n = i18next

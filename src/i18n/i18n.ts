/** Which words are loaded, and the language of the page: English for the first screen comes with it, every other (namespace, language) on demand. */
import type { Language } from '@/domain/languages'
import { FIRST_LANGUAGE, isLanguage } from '@/domain/languages'
import type { Words } from './compile'
import { addWords, dictionaryOf } from './dictionary'
import type { Namespace } from './message-types'
import { languageInUse } from './translation'

/** What a file of words exports: its words, under the name of their namespace. */
export type WordFile = Readonly<Record<string, Words>>

/** Files of words by their path, such as `./en/session.ts`. */
type Files = Record<string, () => Promise<WordFile>>

/** Every file of words that does not come with the page, by its path. */
const FILES: Files = import.meta.glob<WordFile>(['./*/*.ts', '!./en/{common,board,frame}.ts', '!./*/demo.ts'])

/** Makes words known that not every build has. */
export function addFiles(files: Readonly<Files>): void {
  Object.assign(FILES, files)
}

async function loadOne(language: Language, ns: Namespace): Promise<void> {
  const words = (await FILES[`./${language}/${ns}.ts`]?.())?.[ns]
  if (words !== undefined) addWords(language, ns, words)
}

const inUse = new Set<Namespace>(['common', 'board', 'frame'])

async function load(language: Language, namespaces: Iterable<Namespace>): Promise<void> {
  const missing = [...namespaces].filter(ns => dictionaryOf(language, ns).words === undefined)
  await Promise.all(missing.map(ns => loadOne(language, ns)))
}

/** The language words are in now. */
export function currentLanguage(): Language {
  return languageInUse.getState()
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
  languageInUse.setState(language)
  document.documentElement.lang = language
}

/** The first language of the browser that has a translation. */
export function browserLanguage(): Language {
  const spoken = navigator.languages.map(tag => tag.slice(0, 2).toLowerCase())
  return spoken.find(isLanguage) ?? FIRST_LANGUAGE
}

/** The words of the language in use: for components, which are drawn anew when it changes, and for all others. */
import { useSyncExternalStore } from 'react'
import { createStore } from 'zustand/vanilla'
import type { Language } from '@/domain/languages'
import { FIRST_LANGUAGE } from '@/domain/languages'
import type { Values } from './compile'
import { say } from './compile'
import { dictionaryOf, messageIn } from './dictionary'
import type { TFunction } from './message-keys'
import type { English, Namespace, Translated } from './message-types'

export type { TFunction } from './message-keys'

/** The language words are in. */
export const languageInUse = createStore<Language>(() => FIRST_LANGUAGE)

/** The language in use, for a component. */
export function useLanguage(): Language {
  return useSyncExternalStore(languageInUse.subscribe, languageInUse.getState)
}

const NO_VALUES: Values = {}

/** A missing translation is shown in English, a missing text as its key. */
function sayIn<Ns extends Namespace>(language: Language, ns: Ns): TFunction<Ns> {
  const own = dictionaryOf(language, ns)
  const english = dictionaryOf(FIRST_LANGUAGE, ns)
  return (key: string, values: Values = NO_VALUES) => say(messageIn(own, key) ?? messageIn(english, key) ?? key, values)
}

/** The words of a namespace for a component. */
export interface Translation<Ns extends Namespace> {
  /** The same function as long as language and namespace are the same. */
  readonly t: TFunction<Ns>
  readonly language: Language
}

type Translations = { [Ns in Namespace]?: Translation<Ns> }

const made: Partial<Record<Language, Translations>> = {}

function translationOf<Ns extends Namespace>(language: Language, ns: Ns): Translation<Ns> {
  const translations: { [N in Ns]?: Translation<N> } = (made[language] ??= {})
  return (translations[ns] ??= { t: sayIn(language, ns), language })
}

/** The words of a namespace in the language in use; a component that asks is drawn anew when the language changes. */
export function useTranslation<Ns extends Namespace>(ns: Ns): Translation<Ns> {
  return translationOf(useLanguage(), ns)
}

/** The words of a namespace in the language in use now, for what is no component. */
export function translate<Ns extends Namespace>(ns: Ns): TFunction<Ns> {
  return translationOf(languageInUse.getState(), ns).t
}

/** All words of a namespace, to be looked up as a table. */
export type WordsOf<Ns extends Namespace> = Translated<English[Ns], typeof FIRST_LANGUAGE>

/** The tables of words of a namespace in the language in use; some of its words have to be loaded. */
export function useWords<Ns extends Namespace>(ns: Ns): WordsOf<Ns> {
  const words = dictionaryOf(useLanguage(), ns).words ?? dictionaryOf(FIRST_LANGUAGE, ns).words
  if (words === undefined) throw new Error(`The words of ${ns} are not loaded`)
  // Each word file is typed where it is written; a file that is loaded later has lost its type.
  return words as WordsOf<Ns>
}

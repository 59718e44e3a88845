/** The loaded words, by language and namespace; a message is compiled at its first use. */
import type { Language } from '@/domain/languages'
import { FIRST_LANGUAGE } from '@/domain/languages'
import type { Message, Words } from './compile'
import { compile } from './compile'
import { board } from './en/board'
import { common } from './en/common'
import { frame } from './en/frame'
import type { Namespace } from './message-types'

/** The words of one namespace in one language. */
export interface Dictionary {
  readonly language: Language
  /** Undefined until they are loaded. */
  words: Words | undefined
  readonly messages: Map<string, Message>
}

const dictionaries = new Map<string, Dictionary>()

/** The same object for all callers, before and after its words are loaded. */
export function dictionaryOf(language: Language, ns: Namespace): Dictionary {
  const key = `${language}/${ns}`
  const known = dictionaries.get(key) ?? { language, words: undefined, messages: new Map<string, Message>() }
  dictionaries.set(key, known)
  return known
}

/** Adds loaded words and drops messages compiled before. */
export function addWords(language: Language, ns: Namespace, words: Words): void {
  const dictionary = dictionaryOf(language, ns)
  dictionary.words = words
  dictionary.messages.clear()
}

/** The message under a path; undefined where it is not among the words that are loaded. */
export function messageIn(dictionary: Dictionary, path: string): Message | undefined {
  const known = dictionary.messages.get(path)
  if (known !== undefined || dictionary.words === undefined) return known
  const message = compile(dictionary.language, dictionary.words, path)
  if (message !== undefined) dictionary.messages.set(path, message)
  return message
}

// The words of the first screen come with the page.
addWords(FIRST_LANGUAGE, 'common', common)
addWords(FIRST_LANGUAGE, 'board', board)
addWords(FIRST_LANGUAGE, 'frame', frame)

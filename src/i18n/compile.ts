/** Compiles the texts of the word files to messages, once each: formatting one is then fast. */
import type { Language } from '@/domain/languages'
import { LANGUAGES } from '@/domain/languages'

/** The words of a namespace as they are written: texts, and tables of texts. */
export interface Words {
  readonly [key: string]: string | Words
}

/** What is put in place of `{{name}}`, by name. */
export type Values = Readonly<Record<string, string | number>>

/** A text without placeholders is its own message. */
export type Message = string | ((values: Values) => string)

/** A message in words. */
export function say(message: Message, values: Values): string {
  return typeof message === 'string' ? message : message(values)
}

function ofText(text: string): Message {
  // What stands between the names of placeholders, and those names, in turn.
  const parts = text.split(/\{\{(\w+)\}\}/)
  if (parts.length === 1) return text
  return values => parts.map((part, place) => (place % 2 === 0 ? part : (values[part] ?? ''))).join('')
}

const rules = new Map<Language, Intl.PluralRules>()

/** Slow to create, so there is one per language. */
function rulesOf(language: Language): Intl.PluralRules {
  const known = rules.get(language) ?? new Intl.PluralRules(language)
  rules.set(language, known)
  return known
}

function textAt(words: Words, path: string): string | undefined {
  const found = path
    .split('.')
    .reduce<string | Words | undefined>(
      (at, key) => (typeof at === 'object' && Object.hasOwn(at, key) ? at[key] : undefined),
      words,
    )
  return typeof found === 'string' ? found : undefined
}

function ofPlural(language: Language, words: Words, path: string): Message | undefined {
  const forms = new Map<string, Message>()
  for (const form of LANGUAGES[language].plurals) {
    const text = textAt(words, `${path}_${form}`)
    if (text !== undefined) forms.set(form, ofText(text))
  }
  const other = forms.get('other')
  if (other === undefined) return undefined
  return values => say(forms.get(rulesOf(language).select(Number(values['count']))) ?? other, values)
}

/** The message under a path such as `found.sources`, whose text may have one form for each kind of number. */
export function compile(language: Language, words: Words, path: string): Message | undefined {
  const text = textAt(words, path)
  return text === undefined ? ofPlural(language, words, path) : ofText(text)
}

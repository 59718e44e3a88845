/** The texts of the word files, for tests about how they are written. */
import type { Language } from '@/domain/languages'

const FILES = import.meta.glob<Record<string, unknown>>('/src/i18n/*/*.ts', { eager: true })

function leaves(words: unknown, path: string): readonly (readonly [path: string, text: string])[] {
  if (typeof words === 'string') return [[path, words]]
  if (typeof words !== 'object' || words === null) return []
  return Object.entries(words).flatMap(([key, word]) => leaves(word, `${path}.${key}`))
}

/** Every text of a language with its namespace and path, such as `board.column.state`. */
export function textsOf(language: Language): readonly (readonly [path: string, text: string])[] {
  const files = Object.entries(FILES).filter(([path]) => path.startsWith(`/src/i18n/${language}/`))
  return files.flatMap(([, module]) => Object.entries(module).flatMap(([ns, words]) => leaves(words, ns)))
}

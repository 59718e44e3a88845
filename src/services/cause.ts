/** What the server says of a failure, as lines one can read (docs/regards-api/actions.md 3.1). */
import { redact } from './excerpt'

const isWords = (one: unknown): one is string => typeof one === 'string' && one.trim() !== ''

/**
 * The text of one error or of several, one below the other; undefined where nothing is said.
 * Some of REGARDS' texts hold the two characters `\n` where a line ends.
 */
export function causeOf(said: unknown): string | undefined {
  const texts = [said].flat().filter(isWords)
  if (texts.length === 0) return undefined
  return redact(texts.join('\n').replaceAll(/(?:\\r)?\\n/g, '\n'))
}

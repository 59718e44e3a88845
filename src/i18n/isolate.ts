/** Names inside sentences: what they hold never turns the words around them, and an empty one is replaced by words. */
import { translate } from './translation'

/** A name as plain text, for titles and accessible names. */
export function nameText(name: string): string {
  return name === '' ? translate('common')('emptyName') : name
}

/** A name between the marks that isolate its direction, for sentences that are plain text. */
export function isolate(name: string): string {
  return `\u2068${nameText(name)}\u2069`
}

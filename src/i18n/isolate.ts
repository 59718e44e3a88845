/** Names inside sentences: what they hold never turns the words around them (trust S21). */

/** A name between the marks that isolate its direction, for sentences that are plain text. */
export function isolate(name: string): string {
  return `\u2068${name}\u2069`
}

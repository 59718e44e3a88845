/** The parts of server messages that may be shown or copied: without tokens and passwords, in readable lines. */

const LONGEST = 2000

const SECRETS = [
  // A JWT, also one that was cut short.
  /eyJ[\w-]{8,}(?:\.[\w-]*){0,2}/g,
  /(?<=\b(?:Bearer|Basic)\s+)[\w.~+/=-]+/gi,
  /(?<="(?:access_?token|password|secret)"\s*:\s*")[^"]*/gi,
  /(?<=\b(?:access_?token|token|password|secret)=)[^&\s"']+/gi,
]

/** The text with tokens and passwords masked. */
export function redact(text: string): string {
  return SECRETS.reduce((clean, secret) => clean.replace(secret, '…'), text)
}

/** At most 2 kB of it, redacted. */
export function excerpt(text: string): string {
  return redact(text.slice(0, 4 * LONGEST)).slice(0, LONGEST)
}

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
